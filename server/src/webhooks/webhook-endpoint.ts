import type { Tenant } from '../kit/actor.ts'
import type { WebhookEndpointId } from '../kit/id.ts'

export const ENDPOINT_STATES = ['ENABLED', 'DISABLED', 'PAUSED'] as const
/** DISABLED by its owner or by an answer 410; PAUSED because every call failed for days. */
export type EndpointState = (typeof ENDPOINT_STATES)[number]

export interface WebhookEndpoint {
  readonly tenant: Tenant
  readonly id: WebhookEndpointId
  readonly url: string
  readonly description: string | undefined
  /** Empty: every type. */
  readonly eventTypes: readonly string[]
  readonly state: EndpointState
  readonly reason: string | undefined
  /** As they are kept: sealed. */
  readonly secret: Buffer
  readonly former: { readonly secret: Buffer; readonly until: Date } | undefined
  readonly failingSince: Date | undefined
  readonly createdAt: Date
  readonly updatedAt: Date
}

export const DELIVERY_STATES = ['PENDING', 'DELIVERED', 'FAILED', 'DROPPED'] as const
/** FAILED: no more tries by itself. DROPPED: the receiver said that it wants it no more. */
export type DeliveryState = (typeof DELIVERY_STATES)[number]
