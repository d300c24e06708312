import type { CompiledOffer, ConditionSettings } from '../../engine/index.ts'
import { changeShopper, type Draft, plainDraft, spread } from './draft.ts'
import type { Place, Setting } from './setting.ts'
import { isAwarded, ownOutcome, type Trial, trialOf } from './trial.ts'
import { varied } from './trying/amounts.ts'
import { conditionsIn, fulfil, STAGES, type Stage } from './trying/index.ts'
import type { Scene } from './trying/scene.ts'
import { anyTimes, startOf } from './trying/times.ts'

/** Baskets that fulfil all conditions; or the one that came nearest. */
export type Found =
  | { readonly drafts: readonly Draft[] }
  | { readonly drafts: readonly []; readonly nearest: Draft }

// Enough that every place, hour and amount that matters stays among them, and few enough to judge again and again.
const MOST_KEPT = 300
const MOST_TRIED = 1_200
const MOST_VARIED = 40
const MOST_WITNESSES = 400

/** Baskets for which the offer gives an award. */
export function witnessesOf(offer: CompiledOffer, setting: Setting): readonly Trial[] {
  return awardedFor(offer, variedFor([offer], fulfilling([offer], setting).drafts, setting))
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
  return spread(drafts, MOST_VARIED)
    .flatMap((draft) => offers.flatMap((offer) => varied(draft, { setting, offer })))
    .filter((draft) => offers.every((offer) => allHold(offer, draft)))
}

/**
 * Tries to fulfil all conditions of all these offers together, one part of the basket after another. Not a search: each condition
 * offers a handful of values at its boundaries, and those that fulfil most go on.
 */
export function fulfilling(
  offers: readonly CompiledOffer[],
  setting: Setting,
  from?: readonly Draft[],
): Found {
  const scenes = offers.map((offer): Scene => ({ setting, offer }))
  const [first] = scenes
  let drafts = from ?? (first ? startsOf(first) : [])
  for (const stage of STAGES) {
    const settled = STAGES.slice(0, STAGES.indexOf(stage) + 1)
    const tried = scenes.reduce((before, scene) => triedIn(stage, before, scene), drafts)
    drafts = spread(fulfillingMost(tried, holdingOf(scenes, settled)), MOST_KEPT)
  }
  const holding = drafts.filter((draft) => offers.every((offer) => allHold(offer, draft)))
  const [nearest] = drafts
  return holding.length > 0 || !nearest ? { drafts: holding } : { drafts: [], nearest }
}

/** Every kind of place at the plainest times, by somebody who is in the offer's scheme, if there is such a scheme. */
export function startsOf(scene: Scene): readonly Draft[] {
  const { setting, offer } = scene
  const { scheme } = offer.offer.terms
  const member = (draft: Draft) =>
    scheme && setting.known.schemes.has(scheme.id)
      ? changeShopper(draft, { schemes: new Set([scheme.id]) })
      : draft
  return placesOf(scene).flatMap((place) =>
    [new Date(startOf(scene)), ...spread(anyTimes(place.zone, scene), MOST_TIMES)].map((at) =>
      member(plainDraft(offer, place, at, setting)),
    ),
  )
}

const MOST_TIMES = 12
const MOST_PLACES = 24

/** One place of each kind: in one zone, and named by the same offers. What is not a purchase happens nowhere in particular. */
function placesOf({ setting, offer }: Scene): readonly Place[] {
  const { business, businessZone: zone } = setting
  if (offer.occasion !== 'PURCHASE') {
    return [{ business, merchant: business, venue: undefined, name: '', zone }]
  }
  const named = namedPlaces([offer, ...setting.live])
  const kinds = new Map<string, Place>()
  for (const place of setting.places) {
    const names = [place.merchant, place.venue ?? ''].map((id) => (named.has(id) ? id : ''))
    const kind = [place.zone, ...names].join()
    if (!kinds.has(kind)) kinds.set(kind, place)
  }
  return spread([...kinds.values()], MOST_PLACES)
}

function namedPlaces(offers: readonly CompiledOffer[]): ReadonlySet<string> {
  const named = offers.flatMap(({ offer }) =>
    offer.terms.conditions.flatMap((each) => (each.kind === 'ORGANISATIONS' ? each.organisations : [])),
  )
  return new Set(named.map(({ id }) => id))
}

function triedIn(stage: Stage, drafts: readonly Draft[], scene: Scene): readonly Draft[] {
  const conditions = conditionsIn(stage, scene)
  if (stage === 'TIME') return [...drafts, ...timesTried(conditions, drafts, scene)]
  let tried = drafts
  for (const settings of conditions) {
    const more = tried.flatMap((draft) => fulfil(settings, draft, scene))
    tried = spread([...tried, ...more], MOST_TRIED)
  }
  return tried
}

/** All windows are tried from the same start: a time that two of them have in common begins with one of them. */
function timesTried(
  conditions: readonly ConditionSettings[],
  drafts: readonly Draft[],
  scene: Scene,
): readonly Draft[] {
  const onePerPlace = [...new Map(drafts.map((draft) => [draft.place, draft])).values()]
  return conditions.flatMap((settings) => onePerPlace.flatMap((draft) => fulfil(settings, draft, scene)))
}

function fulfillingMost(drafts: readonly Draft[], count: (draft: Draft) => number): readonly Draft[] {
  const counted = drafts.map((draft) => ({ draft, holding: count(draft) }))
  const most = counted.reduce((found, { holding }) => (holding > found ? holding : found), 0)
  return counted.filter(({ holding }) => holding === most).map(({ draft }) => draft)
}

/** Counts the conditions that hold of those that look at what is settled already. */
function holdingOf(scenes: readonly Scene[], settled: readonly Stage[]): (draft: Draft) => number {
  const open = STAGES.filter((stage) => !settled.includes(stage))
  const looking = scenes.map((scene) => {
    const kinds = new Set<string>(open.flatMap((stage) => conditionsIn(stage, scene)).map(({ kind }) => kind))
    const { checks, qualifying } = scene.offer
    return { checks: checks.filter(({ kind }) => !kinds.has(kind)), qualifying }
  })
  return ({ basket }) => {
    let count = 0
    for (const { checks, qualifying } of looking) {
      const lines = qualifying(basket.lines)
      for (const check of checks) if (check.holds(basket, lines)) count += 1
    }
    return count
  }
}

export function allHold({ checks, qualifying }: CompiledOffer, { basket }: Draft): boolean {
  const lines = qualifying(basket.lines)
  return checks.every((check) => check.holds(basket, lines))
}
