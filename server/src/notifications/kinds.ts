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
  ORDER_READY: ['number', 'place', 'total'],
  ORDER_COMPLETED: ['number', 'place', 'total'],
  ORDER_CANCELLED: ['number', 'place', 'total', 'reason'],
  EXPIRY_REMINDER: ['amount', 'expires_on'],
  ONE_TIME_CODE: ['code', 'minutes'],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type Kind = keyof typeof KINDS
export const ALL_KINDS = Object.keys(KINDS) as [Kind, ...Kind[]]

/** The names that a text of the kind may use. */
export function valuesNamedIn(kind: Kind): readonly string[] {
  return [...KINDS[kind], 'name', 'business']
}

/** What contacts choose the ways of; a code is what they have just asked for. */
export type ChosenKind = Exclude<Kind, 'ONE_TIME_CODE'>
export const CHOSEN_KINDS = ALL_KINDS.filter((kind) => kind !== 'ONE_TIME_CODE') as [
  ChosenKind,
  ...ChosenKind[],
]

/** Which text tells of an event; all other events are nobody's news. A reminder tells of what has not happened yet, a code of nothing. */
export type EventKind = Exclude<Kind, 'EXPIRY_REMINDER' | 'ONE_TIME_CODE'>

export const KIND_OF: Readonly<Partial<Record<EventType, EventKind>>> = {
  'reward.awarded': 'AWARD',
  'reward.spent': 'SPEND',
  'purchase.cancelled': 'VOID',
  'purchase.returned': 'RETURN',
  'purchase.claimed': 'CLAIM',
  'payout.paid': 'PAYOUT_PAID',
  'payout.failed': 'PAYOUT_FAILED',
  'order.created': 'ORDER_CREATED',
  'order.started': 'ORDER_STARTED',
  'order.ready': 'ORDER_READY',
  'order.completed': 'ORDER_COMPLETED',
  'order.cancelled': 'ORDER_CANCELLED',
}

export function kindOf(type: string): EventKind | undefined {
  return new Map<string, EventKind>(Object.entries(KIND_OF)).get(type)
}
