import type { ContactId, PurchaseId, TokenId } from '../kit/id.ts'

export type TokenState = 'LIVE' | 'USED' | 'REPLACED' | 'EXPIRED'

/** A contact's word that one purchase may spend their money: 6 digits to say, 16 to scan. */
export interface SpendToken {
  readonly id: TokenId
  readonly contact: ContactId
  readonly currency: string
  /** Minor units; undefined: as much as possible. */
  readonly amount: bigint | undefined
  readonly state: TokenState
  /** Since when its 6 digits are refused, after too many wrong ones. */
  readonly deadAt: Date | undefined
  readonly expiresAt: Date
  readonly createdAt: Date
  /** What used it. */
  readonly purchase: PurchaseId | undefined
}

/** How often somebody may be wrong: at one code while it lives, and at one till in a while. */
export const MOST_WRONG = 5
