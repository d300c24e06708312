import type { LotId, OrganisationId, PoolId, TopupId, WalletId } from '../kit/id.ts'
import { least } from '../kit/money.ts'
import type { Lot } from '../ledger/index.ts'

/** How money comes in from outside, and GRANT: nobody paid, the merchant or the business gives it. */
export const TOPUP_METHODS = [
  'CASH',
  'CARD',
  'ONE_TIME_CARD_PAYMENT',
  'ACCOUNT_DEBIT',
  'A2A',
  'ELECTRONIC_TRANSFER',
  'CHEQUE',
  'WALLET',
  'GRANT',
] as const
export type TopupMethod = (typeof TOPUP_METHODS)[number]

export const TOPUP_STATES = ['POSTED', 'CANCELLED'] as const
export type TopupState = (typeof TOPUP_STATES)[number]

/** Money put into a wallet; the journal and the row have the same id. */
export interface Topup {
  readonly id: TopupId
  readonly code: string
  readonly wallet: WalletId
  /** The venue or merchant that took the money or grants it; the business, where none was named. */
  readonly organisation: OrganisationId
  readonly currency: string
  readonly amount: bigint
  /** Undefined: open money. */
  readonly pool: PoolId | undefined
  readonly method: TopupMethod
  /** What the payment is known by elsewhere, such as the reference of a card terminal. */
  readonly methodId: string | undefined
  /** When it was paid, as the caller says; the money can be spent from the moment it is posted. */
  readonly date: Date
  readonly notes: string | undefined
  readonly lot: LotId
  readonly state: TopupState
  readonly reason: string | undefined
  readonly createdAt: Date
  readonly cancelledAt: Date | undefined
}

/** What was made up where the request did not say. */
export interface MadeUp {
  readonly id: boolean
  readonly code: boolean
  readonly date: boolean
}

/** The fields in which a repeated request differs from the one that took its code or id; what it leaves out does not differ. */
export function differences(before: Topup, sent: Topup, madeUp: MadeUp): readonly string[] {
  const same: Readonly<Record<string, boolean>> = {
    id: madeUp.id || before.id === sent.id,
    code: madeUp.code || before.code === sent.code,
    wallet_id: before.wallet === sent.wallet,
    organisation: before.organisation === sent.organisation,
    amount: before.amount === sent.amount,
    commerce_pool_id: before.pool === sent.pool,
    'payment_method.type': before.method === sent.method,
    'payment_method.id': before.methodId === sent.methodId,
    topup_date: madeUp.date || before.date.getTime() === sent.date.getTime(),
    notes: before.notes === sent.notes,
  }
  return Object.keys(same).filter((field) => same[field] === false)
}

/** What a void finds of a top-up: still in its lot, expired, and spent or given away meanwhile. */
export interface TakenBack {
  readonly left: bigint
  readonly expired: bigint
  readonly owed: bigint
}

export function takenBackOf({
  amount,
  remaining,
  expired,
}: Pick<Lot, 'amount' | 'remaining' | 'expired'>): TakenBack {
  const left = least(amount, remaining)
  const fromBreakage = least(amount - left, expired)
  return { left, expired: fromBreakage, owed: amount - left - fromBreakage }
}
