import type { AdaptorId, OrganisationId } from '../kit/id.ts'
import type { Json } from './fill-template.ts'

export const ADAPTOR_KINDS = ['PRINTER', 'HTTP'] as const
export type AdaptorKind = (typeof ADAPTOR_KINDS)[number]
export const ADAPTOR_STATES = ['ENABLED', 'DISABLED'] as const
export type AdaptorState = (typeof ADAPTOR_STATES)[number]

export const ORDER_EVENTS = ['order.created', 'order.started', 'order.completed', 'order.cancelled'] as const
export type OrderEvent = (typeof ORDER_EVENTS)[number]

/** A network printer that speaks ESC/POS. */
export interface PrinterSettings {
  readonly host: string
  readonly port: number
  readonly paperMm: 58 | 80
}

/** A system that takes orders in its own words. */
export interface HttpSettings {
  readonly url: string
  /** Values are sealed elsewhere; these are their names. */
  readonly headers: readonly string[]
  /** undefined: the order as GET reads it. */
  readonly template: Json | undefined
}

interface AnyAdaptor {
  readonly id: AdaptorId
  readonly name: string
  /** Of whose orders it is: a merchant with its venues, or a venue; undefined: of all. */
  readonly organisation: OrganisationId | undefined
  readonly state: AdaptorState
  readonly eventTypes: readonly OrderEvent[]
  readonly secrets: Buffer | undefined
  readonly createdAt: Date
  readonly updatedAt: Date
}

export type Adaptor = AnyAdaptor &
  (
    | { readonly kind: 'PRINTER'; readonly settings: PrinterSettings }
    | { readonly kind: 'HTTP'; readonly settings: HttpSettings }
  )

/** What an adaptor did with an order. */
export interface Outcome {
  /** undefined: it has it. */
  readonly error: string | undefined
  /** Seconds that it asks to be left alone. */
  readonly retryAfter?: number | undefined
  /** Trying again would not help. */
  readonly isFinal?: boolean
}

/** Bound into what is sealed, so that it opens in no other row. */
export function secretsOwner(id: AdaptorId): string {
  return `order adaptor ${id}`
}
