import {
  type Award,
  type CompiledOffer,
  indexOffers,
  type OfferIndex,
  type Refused,
} from '../../engine/index.ts'
import { display, money } from '../../kit/money.ts'
import { MINUTE } from '../../kit/time.ts'
import { atTime, type Draft, spread } from './draft.ts'
import type { Finding, Judged } from './finding.ts'
import type { Setting } from './setting.ts'
import { isAwarded, type Outcome, outcomeOf, ownOutcome, type Trial } from './trial.ts'
import { varied } from './trying/amounts.ts'
import { avoid } from './trying/index.ts'
import { awardedFor } from './witness.ts'

// Who is got round may uncover the next one who gives more.
const MOST_ROUNDS = 4
const MOST_ESCAPES = 12

/**
 * Other live offers give more for everything that this one is for. Claimed only after trying to get round each of them, by what their
 * own conditions leave out and where their awards turn. Offers that can be used up do not count: after them this one is due.
 */
export function masked(offer: CompiledOffer, setting: Setting, witnesses: readonly Trial[]): Finding[] {
  if (offer.offer.terms.on_top || witnesses.length === 0) return []
  const rivals = setting.live.filter((each) => !each.isCounted && each.offer.id !== offer.offer.id)
  const offers = indexOffers([offer, ...rivals])
  const seen = new Map<string, Beaten>()
  let trials = witnesses
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const found = beatenBy(offer, offers, trials)
    if (!found) return []
    const fresh = found.filter(({ by }) => !seen.has(by.offer.id))
    for (const each of found) if (!seen.has(each.by.offer.id)) seen.set(each.by.offer.id, each)
    const ids = new Set<string>(fresh.map(({ by }) => by.offer.id))
    trials = rivals
      .filter((each) => ids.has(each.offer.id))
      .flatMap((rival) => escapesFrom(rival, offer, { setting, witnesses }))
    if (trials.length === 0) break
  }
  return finding(offer, [...seen.values()])
}

interface Beaten {
  readonly by: Award
  readonly own: bigint
  readonly judged: Judged
}

/** By whom the offer is beaten in each trial, one trial a rival; undefined as soon as it is not. */
function beatenBy(
  compiled: CompiledOffer,
  offers: OfferIndex,
  trials: readonly Trial[],
): readonly Beaten[] | undefined {
  const found = new Map<string, Beaten>()
  for (const trial of trials) {
    const alone = ownOutcome(compiled, trial)
    const own = isAwarded(alone) ? alone.amount : 0n
    const outcome = outcomeOf(offers, trial)
    if (outcome.awards.some((award) => award.offer.id === compiled.offer.id)) {
      if (own > 1n || !isRounded(outcome)) return undefined
      continue
    }
    const told = outcome.refused.find((each) => each.offer.offer.id === compiled.offer.id)
    // Passed by without a word: it could not have been better than what is awarded instead.
    const by = told && 'better' in told ? told.better : outcome.awards.find(isRival)
    if (!by) return undefined
    const refused: Refused = { offer: compiled, because: 'BETTER_OFFER', amount: own, better: by }
    const judged = { trial, outcome: { awards: outcome.awards, refused: [refused] } }
    if (!found.has(by.offer.id)) found.set(by.offer.id, { by, own, judged })
  }
  return [...found.values()]
}

/** What wins the smallest coin only because a share of the other is rounded to nothing, wins nothing that anybody would miss. */
function isRounded({ refused }: Outcome): boolean {
  return refused.some(({ because }) => because === 'NOTHING_TO_EARN')
}

function isRival({ offer }: Award): boolean {
  return !offer.terms.on_top
}

interface Around {
  readonly setting: Setting
  readonly witnesses: readonly Trial[]
}

/** What fulfils the offer, changed so that a rival does not fire, or at an amount at which it gives as little as it can. */
function escapesFrom(
  rival: CompiledOffer,
  offer: CompiledOffer,
  { setting, witnesses }: Around,
): readonly Trial[] {
  const scene = { setting, offer: rival }
  const { conditions, availability } = rival.offer.terms
  const times = [
    ...(availability.to === undefined ? [] : [availability.to]),
    ...(availability.from === undefined ? [] : [availability.from - MINUTE]),
  ].filter((at) => at >= setting.now.getTime())
  const changed = spread(witnesses, MOST_ESCAPES).flatMap(({ draft }): readonly Draft[] => [
    ...conditions.flatMap((each) => avoid(each, draft, scene)),
    ...times.map((at) => atTime(draft, new Date(at), setting)),
    ...varied(draft, scene),
  ])
  return awardedFor(offer, changed)
}

function finding({ offer }: CompiledOffer, beaten: readonly Beaten[]): Finding[] {
  const [first] = beaten
  if (!first) return []
  const show = (minor: bigint) => display(money(minor, offer.currency))
  const names = beaten.map(({ by }) => `"${by.offer.terms.name}"`).join(' or ')
  const { by, own, judged } = first
  return [
    {
      code: 'MASKED',
      severity: 'WARNING',
      says: `Whatever it is for is awarded by ${names} instead, such as ${show(by.amount)} where this gives ${show(own)}.`,
      example: { of: 'BASKET', judged },
    },
  ]
}
