import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { wireNumber } from '../kit/money.ts'
import { isFor, isOpen, type OrderCatalogue, readCatalogues, WEEKDAYS } from '../order-catalogues/index.ts'
import type { Directory, Organisation } from '../organisations/index.ts'
import { type Catalogue, type Catalogues, catalogueFor } from '../purchases/index.ts'
import type { FulfilmentBody, PlaceReply } from './fulfilment.api.ts'
import { DELIVERY_METHODS, PAYMENT_METHOD_TYPES } from './order.ts'
import { readRequestedAt } from './read-order.ts'

const MOST_PLACES = 200

/** Who could fulfil an order of that kind at that time. */
export async function estimateFulfilment(
  work: Work,
  body: FulfilmentBody,
  catalogues: Catalogues,
): Promise<{ readonly fulfilled_by: PlaceReply[] }> {
  const catalogue = await catalogueFor(work, catalogues)
  const at = readRequestedAt(body.requested_delivery_at, work.at) ?? work.at
  const kept = (await readCatalogues(work)).filter(({ state }) => state === 'ACTIVE')
  const found = placesOf(work, body, catalogue.directory).flatMap((place) => {
    const own = kept.filter((each) => isFor(each, catalogue.directory.lineOf(place)))
    const serving = own.filter(({ supplyMethods }) => supplyMethods.includes(body.supply_method))
    if (own.length > 0 && serving.length === 0) return []
    const isFree = own.length === 0 || serving.some((each) => isOpen(each, at, place.timeZone))
    return [showPlace({ place, serving, isFree, body }, catalogue)]
  })
  const wanted = body.is_open === undefined ? found : found.filter(({ is_open }) => is_open === body.is_open)
  const sorted = wanted.toSorted(
    (a, b) => Number(b.is_open) - Number(a.is_open) || a.name.localeCompare(b.name, 'en'),
  )
  return { fulfilled_by: sorted.slice(0, MOST_PLACES) }
}

/** Venues, and merchants that have none; of a key of one merchant or venue, its own. */
function placesOf(
  { actor }: Work,
  { requested_organisation_id: name }: FulfilmentBody,
  directory: Directory,
): readonly Organisation[] {
  const all = [...directory.organisations.values()]
  const wanted = name === undefined ? undefined : directory.find(name)
  if (name !== undefined && !wanted) throw notFound('organisation', name)
  const parents = new Set(all.filter(({ type }) => type === 'VENUE').map(({ parent }) => parent))
  return all.filter((each) => {
    const line = directory.lineOf(each)
    const isPlace = each.type === 'VENUE' || (each.type === 'MERCHANT' && !parents.has(each.id))
    const isOwn = actor.within === undefined || line.some(({ id }) => id === actor.within)
    const isWanted = !wanted || line.includes(wanted)
    return isPlace && isOwn && isWanted && line.every(({ state }) => state === 'ACTIVE')
  })
}

interface ToShow {
  readonly place: Organisation
  readonly serving: readonly OrderCatalogue[]
  readonly isFree: boolean
  readonly body: FulfilmentBody
}

function showPlace(
  { place, serving, isFree, body }: ToShow,
  { currency }: Pick<Catalogue, 'currency'>,
): PlaceReply {
  const isAlways = serving.some(({ openings }) => openings.length === 0)
  return {
    id: place.id,
    name: place.name,
    type: place.type === 'VENUE' ? 'VENUE' : 'MERCHANT',
    is_open: isFree,
    opening_hours: isAlways ? [] : hoursOf(serving),
    supply_methods: [body.supply_method],
    delivery_methods: body.supply_method === 'DELIVERY' ? [...DELIVERY_METHODS] : [],
    payment_methods: [...PAYMENT_METHOD_TYPES],
    order_catalogs: serving.map(({ id, name, displayName, minimum }) => ({
      id,
      display_name: displayName ?? name,
      minimum_amount: minimum === undefined ? null : wireNumber(minimum, currency),
    })),
  }
}

function hoursOf(serving: readonly OrderCatalogue[]): PlaceReply['opening_hours'] {
  return serving
    .flatMap(({ openings }) => openings)
    .map(({ day, from = '00:00', to = '24:00' }) => ({
      day_of_week: WEEKDAYS[day - 1] ?? 'SUNDAY',
      open: from,
      close: to,
    }))
}
