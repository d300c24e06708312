import type { Work } from '../db/index.ts'
import { wire } from '../http/index.ts'
import { wireNumber } from '../kit/money.ts'
import { accountId, contactAccount, type MovementKind } from '../ledger/index.ts'
import { findWallet } from './get-wallet.ts'
import type { TOTAL_TYPES, TotalsReply } from './journals.api.ts'
import { totalsByKind } from './transactions.store.ts'
import { walletsMergedInto } from './wallets.store.ts'

type TotalType = (typeof TOTAL_TYPES)[number]

/** What each group adds up, and what takes away from it: what was undone did not happen. */
const GROUPS: Readonly<Record<TotalType, readonly [readonly MovementKind[], readonly MovementKind[]]>> = {
  TOP_UP: [
    ['TOP_UP', 'PASS_REDEMPTION'],
    ['TOP_UP_REVERSAL', 'TOP_UP_REVERSAL_TO_DEBT', 'TOP_UP_REVERSAL_FROM_BREAKAGE'],
  ],
  SPENT: [['SPEND', 'PAYOUT_SPEND'], ['SPEND_REVERSAL']],
  SENT: [['TRANSFER_OUT'], []],
  RECEIVED: [['TRANSFER_IN'], []],
  AWARDED: [['AWARD'], ['AWARD_REVERSAL', 'AWARD_REVERSAL_TO_DEBT', 'AWARD_REVERSAL_FROM_BREAKAGE']],
  REDEEMED: [
    ['REDEEM_IN'],
    ['REDEEM_IN_REVERSAL', 'REDEEM_IN_REVERSAL_TO_DEBT', 'REDEEM_IN_REVERSAL_FROM_BREAKAGE'],
  ],
  DONATIONS: [[], []],
  PAYOUTS: [['PAYOUT_REQUEST'], ['PAYOUT_REFUND']],
}

/** Totals of a wallet, and of those that were merged into it, of a time or of all time. */
export async function summariseTotals(
  work: Work,
  idOrCode: string,
  range: Parameters<typeof wire.boundsOf>[0],
): Promise<TotalsReply> {
  const wallet = await findWallet(work, idOrCode)
  const { currency } = wallet
  const kinds = ['CONTACT_OPEN', 'CONTACT_COMMERCE', 'CONTACT_DEBT'] as const
  const accounts = (await walletsMergedInto(work, wallet)).flatMap((id) =>
    kinds.map((kind) => accountId(contactAccount(kind, { tenant: work.actor.tenant, id, currency }))),
  )
  const totals = await totalsByKind(work, { accounts, ...wire.boundsOf(range) })
  const amounts = new Map(totals.map(({ kind, amount }) => [kind, amount]))
  const sumOf = (of: readonly MovementKind[]) => of.reduce((sum, kind) => sum + (amounts.get(kind) ?? 0n), 0n)
  const types: readonly TotalType[] = Object.keys(GROUPS) as TotalType[]
  return {
    wallet_totals: types.map((type) => {
      const [adds, takes] = GROUPS[type]
      return { type, total: wireNumber(sumOf(adds) - sumOf(takes), currency), currency_code: currency }
    }),
  }
}
