import type { OrderCancellationReasonId } from '../kit/id.ts'

export const REASON_STATES = ['ACTIVE', 'INACTIVE'] as const
export type ReasonState = (typeof REASON_STATES)[number]

/** Why an agent cancels an order. An INACTIVE one is not offered any more and still names the orders that it cancelled. */
export interface CancellationReason {
  readonly id: OrderCancellationReasonId
  readonly code: string
  readonly name: string
  readonly description: string | undefined
  readonly isDefault: boolean
  readonly state: ReasonState
  readonly createdAt: Date
}

/** What a business begins with; it may change or delete them. */
export const FIRST_REASONS = [
  { code: 'OUT_OF_STOCK', name: 'Items out of stock', isDefault: true },
  { code: 'CHANGED_MIND', name: 'Contact changed their mind', isDefault: false },
  { code: 'TOO_BUSY', name: 'Cannot be ready in time', isDefault: false },
  { code: 'NOT_COLLECTED', name: 'Not collected, or nobody was there', isDefault: false },
] as const
