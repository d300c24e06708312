import type { AccountId, LotId } from '../kit/id.ts'
import { invariant, present } from '../kit/invariant.ts'
import { type AccountRef, type AccountState, accountId } from './account.ts'
import { nextHead, textOfTransfer } from './chain.ts'

/** The movements the product knows. Business code says which movement happens; nobody says debit or credit. */
export type MovementKind =
  | 'AWARD'
  | 'SPEND'
  | 'PAYOUT_SPEND'
  | 'DEBT_REPAYMENT'
  | 'DEBT_REPAYMENT_REVERSAL'
  | 'AWARD_REVERSAL'
  | 'AWARD_REVERSAL_TO_DEBT'
  | 'AWARD_REVERSAL_FROM_BREAKAGE'
  | 'SPEND_REVERSAL'
  | 'EXPIRY'
  | 'TOP_UP'
  | 'TOP_UP_REVERSAL'
  | 'TOP_UP_REVERSAL_TO_DEBT'
  | 'TOP_UP_REVERSAL_FROM_BREAKAGE'
  | 'PASS_SALE'
  | 'PASS_SALE_REVERSAL'
  | 'PASS_REDEMPTION'
  | 'PASS_EXPIRY'
  | 'TRANSFER_OUT'
  | 'TRANSFER_IN'
  | 'REDEEM_OUT'
  | 'REDEEM_IN'
  | 'REDEEM_IN_REVERSAL'
  | 'REDEEM_IN_REVERSAL_TO_DEBT'
  | 'REDEEM_IN_REVERSAL_FROM_BREAKAGE'
  | 'REDEEM_OUT_REVERSAL'
  | 'MERGE'
  | 'BLOCK'
  | 'UNBLOCK'
  | 'ADJUSTMENT_CREDIT'
  | 'ADJUSTMENT_DEBIT'
  | 'DEBT_RELIEF'
  | 'PAYOUT_REQUEST'
  | 'PAYOUT_REFUND'
  | 'PAYOUT_SENT'
  | 'PAYOUT_RETURNED'
  | 'PAYOUT_TO_WALLET'

/** A positive amount from one account to another. */
export interface Movement {
  readonly kind: MovementKind
  readonly from: AccountRef
  readonly to: AccountRef
  readonly amount: bigint
  /** The lot whose money moves, where a wallet is at one end. */
  readonly lot?: LotId
  /** The line of the same journal that this movement takes back, in whole or in part. */
  readonly reverses?: number
}

/** Movements of one business event, in order; `firstLine` follows on what the journal already holds. */
export interface Journal {
  readonly id: string
  readonly firstLine: number
  readonly at: Date
  readonly movements: readonly Movement[]
}

/** A movement as it is written: both ends numbered, with the balance after it and the hash that chains it to the entry before. */
export interface Transfer {
  readonly tenant: number
  readonly journal: string
  readonly line: number
  readonly kind: MovementKind
  readonly amount: bigint
  readonly currency: string
  readonly from: AccountId
  readonly fromSeq: bigint
  readonly fromBalance: bigint
  readonly to: AccountId
  readonly toSeq: bigint
  readonly toBalance: bigint
  readonly lot: LotId | null
  readonly reverses: number | null
  readonly at: Date
  /** SHA-256 in hex, as the head of the account is from then on. */
  readonly fromHash: string
  readonly toHash: string
}

/** Numbers the movements on both of their accounts and moves the balances. `accounts` holds every account at its last entry. */
export function enter(journal: Journal, accounts: ReadonlyMap<AccountId, AccountState>): Transfer[] {
  return journal.movements.map((movement, index) => {
    invariant(movement.amount > 0n, 'a movement has a positive amount')
    const from = stateOf(movement.from, accounts)
    const to = stateOf(movement.to, accounts)
    invariant(from.id !== to.id, 'a movement has two different ends')
    invariant(movement.from.currency === movement.to.currency, 'a movement stays in one currency')
    from.balance -= movement.amount
    from.seq += 1n
    to.balance += movement.amount
    to.seq += 1n
    const entry = {
      tenant: movement.from.tenant,
      journal: journal.id,
      line: journal.firstLine + index,
      kind: movement.kind,
      amount: movement.amount,
      currency: movement.from.currency,
      from: from.id,
      fromSeq: from.seq,
      fromBalance: from.balance,
      to: to.id,
      toSeq: to.seq,
      toBalance: to.balance,
      lot: movement.lot ?? null,
      reverses: movement.reverses ?? null,
      at: journal.at,
    }
    const text = textOfTransfer(entry)
    from.head = nextHead(from.head, text)
    to.head = nextHead(to.head, text)
    return { ...entry, fromHash: from.head, toHash: to.head }
  })
}

function stateOf(ref: AccountRef, accounts: ReadonlyMap<AccountId, AccountState>): AccountState {
  return present(
    accounts.get(accountId(ref)),
    `the account ${ref.kind} of ${ref.owner} is locked before money moves`,
  )
}
