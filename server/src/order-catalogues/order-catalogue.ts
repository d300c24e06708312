import type { OrderCatalogueId, OrderCategoryId, OrganisationId, ProductId } from '../kit/id.ts'
import { isWithin } from '../kit/timing.ts'
import { localMoment } from '../kit/zone.ts'
import type { Organisation } from '../organisations/index.ts'
import type { Creative } from '../products/index.ts'
import type { SupplyMethod } from './supply-method.ts'

export const CATALOGUE_STATES = ['ACTIVE', 'INACTIVE'] as const
export type CatalogueState = (typeof CATALOGUE_STATES)[number]

/** As the API writes them; 1 is Sunday, as in pools and offers. */
export const WEEKDAYS = [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** A window of one day of the week, by the wall clock of the place. */
export interface Opening {
  readonly day: number
  readonly from: string | undefined
  readonly to: string | undefined
}

/** What may be ordered somewhere: a menu. An INACTIVE one is not shown to contacts. */
export interface OrderCatalogue {
  readonly id: OrderCatalogueId
  readonly code: string
  readonly name: string
  /** What contacts read instead of the name. */
  readonly displayName: string | undefined
  readonly description: string | undefined
  readonly state: CatalogueState
  readonly supplyMethods: readonly SupplyMethod[]
  /** None: always. */
  readonly openings: readonly Opening[]
  /** Merchants with their venues, and venues; none: all. */
  readonly organisations: readonly OrganisationId[]
  /** What an order must come to, in minor units. */
  readonly minimum: bigint | undefined
  readonly creatives: readonly Creative[]
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** A product in a category; the lowest priority is shown first. */
export interface Placed {
  readonly product: ProductId
  readonly priority: number
}

export interface OrderCategory {
  readonly id: OrderCategoryId
  readonly catalogue: OrderCatalogueId
  readonly parent: OrderCategoryId | undefined
  readonly code: string
  readonly name: string
  readonly description: string | undefined
  readonly priority: number
  readonly creatives: readonly Creative[]
  readonly createdAt: Date
}

/** Whether a catalogue is for a place, which is told by its line from the business down. */
export function isFor({ organisations }: OrderCatalogue, line: readonly Organisation[]): boolean {
  return organisations.length === 0 || line.some(({ id }) => organisations.includes(id))
}

/** Whether it may be ordered from at an instant, by the wall clock of the place. */
export function isOpen({ openings }: OrderCatalogue, at: Date, timeZone: string): boolean {
  if (openings.length === 0) return true
  const now = localMoment(at, timeZone)
  return openings.some(({ day, from, to }) =>
    isWithin({ days: [day], ...(from && { start_time: from }), ...(to && { end_time: to }) }, now),
  )
}

export interface Ordering {
  /** From the business down to the place that is ordered from. */
  readonly line: readonly Organisation[]
  readonly timeZone: string
  readonly supplyMethod: SupplyMethod
  /** When it is to be had. */
  readonly at: Date
}

/** Whether contacts may order from a catalogue so, there and then. */
export function isOffered(
  catalogue: OrderCatalogue,
  { line, timeZone, supplyMethod, at }: Ordering,
): boolean {
  return (
    catalogue.state === 'ACTIVE' &&
    catalogue.supplyMethods.includes(supplyMethod) &&
    isFor(catalogue, line) &&
    isOpen(catalogue, at, timeZone)
  )
}

/** Whether one category stands below another or is it. */
export function isBelow(
  category: OrderCategoryId,
  top: OrderCategoryId,
  parents: ReadonlyMap<OrderCategoryId, OrderCategoryId | undefined>,
): boolean {
  let at: OrderCategoryId | undefined = category
  while (at !== undefined && at !== top) at = parents.get(at)
  return at === top
}
