import type { EventType } from '../events/index.ts'

/** What contacts are told of, each with the values that its text may name besides `name` and `business`. */
export const KINDS = {
  AWARD: ['amount', 'place'],
  SPEND: ['amount', 'place'],
  VOID: ['total', 'place', 'award', 'spend'],
  RETURN: ['total', 'place', 'award', 'spend'],
  CLAIM: ['total', 'place'],
  PAYOUT_PAID: ['amount'],
  PAYOUT_FAILED: ['amount'],
  ORDER_CREATED: ['number', 'place', 'total'],
  ORDER_STARTED: ['number', 'place', 'total'],
  ORDER_COMPLETED: ['number', 'place', 'total'],
  ORDER_CANCELLED: ['number', 'place', 'total', 'reason'],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type Kind = keyof typeof KINDS

/** Which text tells of an event; all other events are nobody's news. */
export const KIND_OF: Readonly<Partial<Record<EventType, Kind>>> = {
  'reward.awarded': 'AWARD',
  'reward.spent': 'SPEND',
  'purchase.cancelled': 'VOID',
  'purchase.returned': 'RETURN',
  'purchase.claimed': 'CLAIM',
  'payout.paid': 'PAYOUT_PAID',
  'payout.failed': 'PAYOUT_FAILED',
  'order.created': 'ORDER_CREATED',
  'order.started': 'ORDER_STARTED',
  'order.completed': 'ORDER_COMPLETED',
  'order.cancelled': 'ORDER_CANCELLED',
}
