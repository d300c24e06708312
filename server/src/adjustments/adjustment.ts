import type { Actor } from '../kit/actor.ts'
import type { AdjustmentId, PoolId, WalletId } from '../kit/id.ts'

/** Put into a wallet, taken out of it, or let off what its contact owes. */
export const ADJUSTMENT_TYPES = ['CREDIT', 'DEBIT', 'DEBT_RELIEF'] as const
export type AdjustmentType = (typeof ADJUSTMENT_TYPES)[number]

export const ADJUSTMENT_STATES = ['PENDING_APPROVAL', 'POSTED', 'REJECTED'] as const
export type AdjustmentState = (typeof ADJUSTMENT_STATES)[number]

export const DECISIONS = ['APPROVE', 'REJECT'] as const
export type Decision = (typeof DECISIONS)[number]

/** A key or a person of the back office. */
export interface Hand {
  readonly kind: 'key' | 'user'
  readonly id: string
}

/** What was asked for; a correction never changes after it was asked for. */
export interface Asked {
  readonly type: AdjustmentType
  readonly amount: bigint
  /** A credit goes into it, a debit comes out of it; undefined: open money, or any. */
  readonly pool: PoolId | undefined
  /** Of a credit. */
  readonly expiresAt: Date | undefined
  readonly reason: string
  readonly reference: string | undefined
}

export interface Adjustment extends Asked {
  readonly id: AdjustmentId
  readonly wallet: WalletId
  readonly currency: string
  readonly state: AdjustmentState
  readonly askedBy: Hand
  /** Undefined: nobody had to decide, or nobody did yet. */
  readonly decidedBy: Hand | undefined
  readonly decisionNotes: string | undefined
  readonly createdAt: Date
  readonly decidedAt: Date | undefined
}

export function handOf({ by }: Actor): Hand | undefined {
  return by.kind === 'key' || by.kind === 'user' ? by : undefined
}

export function isSameHand(one: Hand, other: Hand): boolean {
  return one.kind === other.kind && one.id === other.id
}

/** The fields in which a repeated request differs from the one that took its reference number. */
export function differences(
  before: Adjustment,
  asked: Asked & { readonly wallet: WalletId },
): readonly string[] {
  const same: Readonly<Record<string, boolean>> = {
    wallet_id: before.wallet === asked.wallet,
    type: before.type === asked.type,
    amount: before.amount === asked.amount,
    commerce_pool: before.pool === asked.pool,
    expires_on: before.expiresAt?.getTime() === asked.expiresAt?.getTime(),
    reason: before.reason === asked.reason,
  }
  return Object.keys(same).filter((field) => same[field] === false)
}
