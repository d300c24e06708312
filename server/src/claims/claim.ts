import type { Actor } from '../kit/actor.ts'
import type { ClaimId, ContactId, OrganisationId, PurchaseId } from '../kit/id.ts'

/** CLAIMED: the contact has it. HELD: somebody, or the till, has to confirm it. REFUSED: it takes nobody's place. */
export const CLAIM_STATES = ['CLAIMED', 'HELD', 'REFUSED'] as const
export type ClaimState = (typeof CLAIM_STATES)[number]

/** Who sent the purchase: the till, or the contact, who has a receipt that no till had sent. */
export const CLAIM_ORIGINS = ['TILL', 'CONTACT'] as const
export type ClaimOrigin = (typeof CLAIM_ORIGINS)[number]

/** A key, a person of the back office, or the contact. */
export interface Hand {
  readonly kind: 'key' | 'user' | 'contact'
  readonly id: string
}

export function handOf({ by }: Actor): Hand | undefined {
  return by.kind === 'nobody' ? undefined : { kind: by.kind, id: by.id }
}

/** That a contact says a receipt is theirs. */
export interface Claim {
  readonly id: ClaimId
  readonly contact: ContactId
  readonly merchant: OrganisationId
  readonly venue: OrganisationId | undefined
  /** The number on the receipt; of a purchase without one, its code. */
  readonly receipt: string
  readonly origin: ClaimOrigin
  readonly state: ClaimState
  readonly purchase: PurchaseId | undefined
  readonly currency: string
  /** What the contact says that was paid; minor units. */
  readonly total: bigint
  /** What the till says, where that differs. */
  readonly tillTotal: bigint | undefined
  /** The code as it was scanned or typed. */
  readonly scanned: string | undefined
  /** Why it waits, or was refused. */
  readonly reason: string | undefined
  readonly askedBy: Hand
  readonly decidedBy: Hand | undefined
  readonly createdAt: Date
  readonly decidedAt: Date | undefined
}
