import type { CompiledOffer } from '../../engine/index.ts'
import { atTime, type Draft, spread } from './draft.ts'
import type { Setting } from './setting.ts'
import { startsOf } from './starts.ts'
import { isAwarded, ownOutcome, type Trial, trialOf } from './trial.ts'
import { varied } from './trying/amounts.ts'
import { conditionsIn, fulfil, kindsIn, STAGES, type Stage } from './trying/index.ts'
import type { Scene } from './trying/scene.ts'

/** Baskets that fulfil all conditions; or the one that came nearest. */
export type Found =
  | { readonly drafts: readonly Draft[] }
  | { readonly drafts: readonly []; readonly nearest: Draft }

// Enough that every place, hour and amount that matters stays among them, and few enough to judge again and again.
const MOST_KEPT = 300
const MOST_TRIED = 1_200
const MOST_VARIED = 40
const MOST_TIMES = 24
const MOST_WITNESSES = 400

/** Baskets for which the offer gives an award. */
export function witnessesAmong(
  drafts: readonly Draft[],
  offer: CompiledOffer,
  setting: Setting,
): readonly Trial[] {
  return awardedFor(offer, variedFor([offer], drafts, setting))
}

export function awardedFor(offer: CompiledOffer, drafts: readonly Draft[]): readonly Trial[] {
  const trials = drafts.map((draft) => trialOf(offer, draft))
  return spread(
    trials.filter((trial) => isAwarded(ownOutcome(offer, trial))),
    MOST_WITNESSES,
  )
}

/** The same baskets for other amounts, as far as they still fulfil the conditions. */
export function variedFor(
  offers: readonly CompiledOffer[],
  drafts: readonly Draft[],
  setting: Setting,
): readonly Draft[] {
  const all = spread(drafts, MOST_VARIED).flatMap((draft) =>
    offers.flatMap((offer) => varied(draft, { setting, offer })),
  )
  return spread(
    all.filter((draft) => offers.every((offer) => allHold(offer, draft))),
    MOST_TRIED,
  )
}

/** Tries to fulfil all conditions of an offer, from the plainest baskets on. */
export function fulfilling(offer: CompiledOffer, setting: Setting): Found {
  const scene = { setting, offer }
  return tried(scene, { from: startsOf(scene), beside: [] })
}

/** Tries to fulfil an offer as well with what fulfils others already. */
export function fulfillingToo(
  offer: CompiledOffer,
  setting: Setting,
  already: { readonly from: readonly Draft[]; readonly beside: readonly CompiledOffer[] },
): readonly Draft[] {
  return tried({ setting, offer }, { ...already, from: spread(already.from, MOST_VARIED) }).drafts
}

/**
 * One part of the basket after another. Not a search: each condition offers a handful of values at its boundaries, and those that
 * fulfil most go on.
 */
function tried(
  scene: Scene,
  { from, beside }: { readonly from: readonly Draft[]; readonly beside: readonly CompiledOffer[] },
): Found {
  const offers = [scene.offer, ...beside]
  let drafts = from
  for (const stage of STAGES) {
    const settled = STAGES.slice(0, STAGES.indexOf(stage) + 1)
    const most = mostFulfilling(offers, settled)
    const more = stage === 'TIME' ? timesTried(drafts, scene, most) : triedIn(stage, drafts, scene)
    drafts = spread(most(more), MOST_KEPT)
  }
  const holding = drafts.filter((draft) => offers.every((offer) => allHold(offer, draft)))
  const [nearest] = drafts
  return holding.length > 0 || !nearest ? { drafts: holding } : { drafts: [], nearest }
}

function triedIn(stage: Stage, drafts: readonly Draft[], scene: Scene): readonly Draft[] {
  let all = drafts
  for (const settings of conditionsIn(stage, scene)) {
    const more = all.flatMap((draft) => fulfil(settings, draft, scene))
    all = spread([...all, ...more], MOST_TRIED)
  }
  return all
}

/**
 * All windows are tried from the same start: a time that two of them have in common begins with one of them. What is good for one
 * place is for all of its zone.
 */
function timesTried(drafts: readonly Draft[], scene: Scene, most: Choose): readonly Draft[] {
  const conditions = conditionsIn('TIME', scene)
  if (conditions.length === 0) return drafts
  const zones = Map.groupBy(drafts, ({ place }) => place.zone)
  return [...zones.values()].flatMap((there) => {
    const [one] = there
    if (!one) return []
    const times = most([...there, ...conditions.flatMap((settings) => fulfil(settings, one, scene))])
    const places = [...new Map(there.map((draft) => [draft.place, draft])).values()]
    const good = spread(times, MOST_TIMES)
    return places.flatMap((draft) => [
      draft,
      ...good.map(({ basket }) => atTime(draft, basket.at, scene.setting)),
    ])
  })
}

type Choose = (drafts: readonly Draft[]) => readonly Draft[]

/** Chooses those that fulfil most of the conditions that look at what is settled already. */
function mostFulfilling(offers: readonly CompiledOffer[], settled: readonly Stage[]): Choose {
  const open = STAGES.filter((stage) => !settled.includes(stage))
  const looking = offers.map((offer) => {
    const kinds = new Set<string>(open.flatMap((stage) => kindsIn(stage, offer)))
    return { checks: offer.checks.filter(({ kind }) => !kinds.has(kind)), qualifying: offer.qualifying }
  })
  const count = ({ basket }: Draft) => {
    let holding = 0
    for (const { checks, qualifying } of looking) {
      const lines = qualifying(basket.lines)
      for (const check of checks) if (check.holds(basket, lines)) holding += 1
    }
    return holding
  }
  return (drafts) => {
    const counts = drafts.map(count)
    const most = counts.reduce((found, each) => (each > found ? each : found), 0)
    return drafts.filter((_, index) => counts[index] === most)
  }
}

export function allHold({ checks, qualifying }: CompiledOffer, { basket }: Draft): boolean {
  const lines = qualifying(basket.lines)
  return checks.every((check) => check.holds(basket, lines))
}
