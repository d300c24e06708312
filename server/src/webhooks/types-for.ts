import { EVENT_TYPES, type EventType } from '../events/index.ts'
import { type Actor, may, type Scope } from '../kit/actor.ts'

/** What somebody has to be allowed to read who is told that it happened. */
export const SCOPE_OF: Readonly<Record<EventType, Scope>> = {
  'purchase.posted': 'purchases:read',
  'purchase.claimed': 'purchases:read',
  'purchase.cancelled': 'purchases:read',
  'purchase.returned': 'purchases:read',
  'claim.held': 'claims:read',
  'claim.refused': 'claims:read',
  'reward.awarded': 'purchases:read',
  'reward.spent': 'purchases:read',
  'reward.reversed': 'purchases:read',
  // Of a lot of a wallet, whichever purchase it came from.
  'reward.expired': 'wallets:read',
  'wallet.changed': 'wallets:read',
  'payout.created': 'payouts:read',
  'payout.paid': 'payouts:read',
  'payout.failed': 'payouts:read',
  'token.blocked': 'tokens:read',
  'till.blocked': 'organisations:read',
  'products.synchronised': 'products:read',
  'contact.created': 'contacts:read',
  'contact.updated': 'contacts:read',
  'contact.merged': 'contacts:read',
  'contact.erased': 'contacts:read',
  'scheme.joined': 'contacts:read',
  'order.created': 'orders:read',
  'order.started': 'orders:read',
  'order.ready': 'orders:read',
  'order.completed': 'orders:read',
  'order.cancelled': 'orders:read',
  'order.updated': 'orders:read',
  'webhook_endpoint.paused': 'webhooks:read',
}

/** The types of events whose things the caller may read. */
export function typesFor(actor: Actor): readonly EventType[] {
  return EVENT_TYPES.filter((type) => may(actor, SCOPE_OF[type]))
}
