import type { CompiledOffer } from '../../engine/index.ts'
import { changeShopper, type Draft, plainDraft, spread } from './draft.ts'
import { nowhere, type Place } from './setting.ts'
import type { Scene } from './trying/scene.ts'
import { anyTimes, startOf } from './trying/times.ts'

const MOST_TIMES = 12
const MOST_PLACES = 24

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

/** One place of each kind: in one zone, and named by the same offers. What is not a purchase may happen nowhere in particular. */
function placesOf({ setting, offer }: Scene): readonly Place[] {
  const named = namedPlaces([offer, ...setting.live])
  const kinds = new Map<string, Place>()
  for (const place of setting.places) {
    const names = [place.merchant, place.venue ?? ''].map((id) => (named.has(id) ? id : ''))
    const kind = [place.zone, ...names].join()
    if (!kinds.has(kind)) kinds.set(kind, place)
  }
  const places = spread([...kinds.values()], MOST_PLACES)
  return offer.occasion === 'PURCHASE' ? places : [nowhere(setting), ...places]
}

function namedPlaces(offers: readonly CompiledOffer[]): ReadonlySet<string> {
  const named = offers.flatMap(({ offer }) =>
    offer.terms.conditions.flatMap((each) => (each.kind === 'ORGANISATIONS' ? each.organisations : [])),
  )
  return new Set(named.map(({ id }) => id))
}
