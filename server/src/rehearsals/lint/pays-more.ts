import {
  type Award,
  type CompiledOffer,
  earningTotal,
  indexOffers,
  type OfferIndex,
} from '../../engine/index.ts'
import { display, money, sum } from '../../kit/money.ts'
import { type Draft, spread } from './draft.ts'
import type { Finding, Judged, Severity } from './finding.ts'
import type { Setting } from './setting.ts'
import { isForSeveral, namesGoods } from './terms.ts'
import { outcomeOf, type Trial, trialOf } from './trial.ts'
import { fulfillingToo, variedFor } from './witness.ts'

/** A basket that gives back more than it costs: by this offer alone, or together with others that are given beside it. */
export function paysMore(offer: CompiledOffer, setting: Setting, witnesses: readonly Trial[]): Finding[] {
  // What several purchases reach together is paid for by all of them: that is for those who look for farms.
  if (offer.occasion !== 'PURCHASE' || isForSeveral(offer)) return []
  const itself = indexOffers([offer])
  const alone = worst(witnesses.flatMap((trial) => excessOf(trial, outcomeOf(itself, trial).awards)))
  if (alone) return [finding(offer, alone, severityOf(offer))]
  const together = besideOthers(offer, setting, witnesses)
  return together ? [finding(offer, together, 'WARNING')] : []
}

// Who is at fault alone may hide who is at fault together.
const MOST_ROUNDS = 4

/** Together with others that are blameless: what another offer gives too much by itself is told of that offer. */
function besideOthers(
  offer: CompiledOffer,
  setting: Setting,
  witnesses: readonly Trial[],
): Excess | undefined {
  let others = setting.live.filter(({ offer: { id } }) => id !== offer.offer.id)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const found = worst(togetherWith(offer, { ...setting, live: others }, witnesses))
    if (!found) return undefined
    const { draft } = found.judged.trial
    const given = new Set(found.awards.map((award) => award.offer.id))
    const faulty = others.filter((each) => given.has(each.offer.id) && paysMoreAlone(each, draft, setting))
    if (faulty.length === 0) return found
    others = others.filter((each) => !faulty.includes(each))
  }
  return undefined
}

function paysMoreAlone(offer: CompiledOffer, draft: Draft, setting: Setting): boolean {
  const itself = indexOffers([offer])
  return variedFor([offer], [draft], setting)
    .map((each) => trialOf(offer, each))
    .some((trial) => excessOf(trial, outcomeOf(itself, trial).awards).length > 0)
}

interface Excess {
  readonly judged: Judged
  readonly awards: readonly Award[]
  readonly given: bigint
  readonly cost: bigint
}

function excessOf(trial: Trial, awards: readonly Award[]): Excess[] {
  const given = sum(awards.map(({ amount }) => amount))
  const cost = earningTotal(trial.draft.basket)
  return given > cost ? [{ judged: { trial, outcome: { awards, refused: [] } }, awards, given, cost }] : []
}

/** By the most; of equal ones the first. */
function worst(all: readonly Excess[]): Excess | undefined {
  return all.reduce<Excess | undefined>(
    (found, each) => (found && found.given - found.cost >= each.given - each.cost ? found : each),
    undefined,
  )
}

const MOST_BESIDE = 8
const MOST_TRIALS = 200

/** Others are added one by one, each only if baskets are found for which it is given as well. */
function togetherWith(
  offer: CompiledOffer,
  setting: Setting,
  witnesses: readonly Trial[],
): readonly Excess[] {
  const { live: others } = setting
  const everything = indexOffers([offer, ...others])
  const withoutIt = indexOffers(others)
  let together: readonly CompiledOffer[] = [offer]
  let drafts: readonly Draft[] = witnesses.map(({ draft }) => draft)
  const found = witnesses.flatMap((trial) => excessBeside(offer, trial, { everything, withoutIt }))
  for (const other of besides(offer, others)) {
    const more = [...together, other]
    const both = fulfillingToo(other, setting, { from: drafts, beside: together })
    if (both.length === 0) continue
    together = more
    drafts = spread([...both, ...variedFor(more, both, setting)], MOST_TRIALS)
    const trials = drafts.map((draft) => trialOf(offer, draft))
    found.push(...trials.flatMap((trial) => excessBeside(offer, trial, { everything, withoutIt })))
  }
  return found
}

interface Indexes {
  readonly everything: OfferIndex
  readonly withoutIt: OfferIndex
}

/** Only what this offer has a part in: without it, the others give no more than the basket costs. */
function excessBeside({ offer }: CompiledOffer, trial: Trial, { everything, withoutIt }: Indexes): Excess[] {
  const { awards } = outcomeOf(everything, trial)
  if (!awards.some((award) => award.offer.id === offer.id)) return []
  const [excess] = excessOf(trial, awards)
  return excess && excessOf(trial, outcomeOf(withoutIt, trial).awards).length === 0 ? [excess] : []
}

/** Offers that are given beside this one, first those that could give most. */
function besides(offer: CompiledOffer, others: readonly CompiledOffer[]): readonly CompiledOffer[] {
  return others
    .filter(({ group, redeem, occasion }) => {
      const isRival = group === offer.group && redeem === offer.redeem
      return occasion === offer.occasion && (group === undefined || !isRival)
    })
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, MOST_BESIDE)
}

/** An amount may be more than a small basket costs; of shares the larger counts. */
function weightOf({ bound }: CompiledOffer): number {
  return bound.of === 'AMOUNT' ? Number.MAX_SAFE_INTEGER : Number(bound.basisPoints)
}

/** Whoever names the goods knows what they cost; a limit for each contact, or a pass, bounds what can be lost. */
function severityOf({ offer }: CompiledOffer): Severity {
  if (namesGoods(offer)) return 'NOTICE'
  const isBounded =
    offer.terms.limits.per_contact || offer.terms.conditions.some(({ kind }) => kind === 'PASS')
  return isBounded ? 'WARNING' : 'ERROR'
}

function finding(
  { offer }: CompiledOffer,
  { judged, awards, given, cost }: Excess,
  severity: Severity,
): Finding {
  const show = (minor: bigint) => display(money(minor, offer.currency))
  const by = awards.length === 1 ? 'it' : awards.map((award) => `"${award.offer.terms.name}"`).join(' and ')
  const named = severity === 'NOTICE' ? ', if the goods that are named can be that cheap' : ''
  return {
    code: 'PAYS_MORE_THAN_BASKET',
    severity,
    says: `A basket for ${show(cost)} is given ${show(given)} by ${by}${named}.`,
    example: { of: 'BASKET', judged },
  }
}
