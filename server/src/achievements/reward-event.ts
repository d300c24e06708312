import type { Occasion } from '../engine/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { ClassificationId, ContactId, OrganisationId, RewardEventId, WalletId } from '../kit/id.ts'
import type { Explanation, PurchaseAward } from '../purchases/index.ts'

/** What may be rewarded without a purchase. */
export const REWARD_OCCASIONS = [
  'SIGN_UP',
  'PROFILE',
  'REFERRAL',
  'ACHIEVEMENT',
  'BIRTHDAY',
  'NAME_DAY',
] as const satisfies readonly Occasion[]
export type RewardOccasion = (typeof REWARD_OCCASIONS)[number]

/** The reference of what happens to a contact only once in its life. */
export const ONCE = 'ONCE'

/** Names one event: of these three nothing happens twice. */
export interface EventKey {
  readonly occasion: RewardOccasion
  readonly contact: ContactId
  readonly reference: string
}

export function keyOf({ occasion, contact, reference }: EventKey): string {
  return `${occasion}|${contact}|${reference}`
}

/** Money granted by an offer for the event, as it is told. */
export type EventAward = Omit<PurchaseAward, 'shares'>

export interface EventClassification {
  readonly id: ClassificationId
  readonly code: string
  readonly name: string
}

/** Something that happened to a contact, and what it brought. */
export interface RewardEvent extends EventKey {
  readonly tenant: Tenant
  readonly id: RewardEventId
  readonly wallet: WalletId
  readonly merchant: OrganisationId
  readonly venue: OrganisationId | undefined
  readonly classification: EventClassification | undefined
  readonly amount: bigint | undefined
  readonly currency: string
  readonly award: bigint
  readonly awards: readonly EventAward[]
  readonly date: Date
  readonly createdAt: Date
  readonly decided: bigint
  /** The day of the business and the revision of its offers that it was judged by. */
  readonly judgedBy: string
  readonly explanation: Explanation
}
