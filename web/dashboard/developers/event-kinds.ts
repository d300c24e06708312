import type { CreateWebhookEndpointBody } from '@tillback/sdk'

export type EventKind = NonNullable<CreateWebhookEndpointBody['event_types']>[number]

/** Every kind of event; the type holds the list to what the API takes. */
const KINDS: Readonly<Record<EventKind, true>> = {
  'purchase.posted': true,
  'purchase.claimed': true,
  'purchase.cancelled': true,
  'purchase.returned': true,
  'claim.held': true,
  'claim.refused': true,
  'reward.awarded': true,
  'reward.spent': true,
  'reward.reversed': true,
  'reward.expired': true,
  'wallet.changed': true,
  'payout.created': true,
  'payout.paid': true,
  'payout.failed': true,
  'order.created': true,
  'order.updated': true,
  'order.started': true,
  'order.ready': true,
  'order.completed': true,
  'order.cancelled': true,
  'contact.created': true,
  'contact.updated': true,
  'contact.merged': true,
  'contact.erased': true,
  'scheme.joined': true,
  'products.synchronised': true,
  'token.blocked': true,
  'till.blocked': true,
  'webhook_endpoint.paused': true,
}

export const EVENT_KINDS: readonly EventKind[] = Object.keys(KINDS).filter((kind) => isEventKind(kind))

export function isEventKind(text: string): text is EventKind {
  return text in KINDS
}

/** By what they are of, in the order in which they are told. */
export function groupsOfEvents(): readonly (readonly [of: string, kinds: readonly EventKind[]])[] {
  return [...Map.groupBy(EVENT_KINDS, (kind) => kind.split('.')[0] ?? kind)]
}
