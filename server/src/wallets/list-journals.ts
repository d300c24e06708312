import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { wireNumber } from '../kit/money.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { accountId, contactAccount } from '../ledger/index.ts'
import { findWallet } from './get-wallet.ts'
import type { JournalReply } from './journals.api.ts'
import { pageOfEntries, type TransactionQuery } from './list-transactions.ts'
import { findPool } from './pools.store.ts'
import type { PocketEntry } from './show-transaction.ts'
import { kindsTold, TRANSACTION_TYPES } from './transaction-types.ts'
import { firstEntries, originsOfLots } from './transactions.store.ts'
import type { Wallet } from './wallets.store.ts'

export interface JournalQuery extends Omit<TransactionQuery, 'pocket'> {
  readonly commerce_pool_id?: string | undefined
  readonly include_unallocated_credit: boolean
  readonly is_commerce?: boolean | undefined
  readonly is_open?: boolean | undefined
  readonly is_wallet_fee?: boolean | undefined
  readonly transaction_type?: string | undefined
}

/** Credits and debits line by line, each credit with its expiry and, if asked, with what is left of it. */
export async function listJournals(
  work: Work,
  idOrCode: string,
  query: JournalQuery,
): Promise<Page<JournalReply>> {
  const wallet = await findWallet(work, idOrCode)
  const { page, size, include_total: includeTotal } = query
  const request = { page, size, includeTotal }
  const pocket = pocketOf(query)
  const kinds = kindsTold(query.transaction_type)
  if (pocket === 'NONE' || kinds?.length === 0)
    return pageOf(request, [], showNothing, includeTotal ? 0 : null)
  const pool = await poolOf(work, query)
  const { rows, total } = await pageOfEntries(work, wallet, { ...query, pocket, kinds, pool })
  return pageOf(request, rows, await shower(work, wallet, { rows, query }), total)
}

function showNothing(nothing: never): never {
  return nothing
}

/** There are no fees, and no money is both open and of a pool. */
function pocketOf({ is_open: open, is_commerce: commerce, is_wallet_fee: fee }: JournalQuery) {
  if (fee || (open === true && commerce === true) || (open === false && commerce === false)) return 'NONE'
  if (open === true || commerce === false) return 'BUSINESS'
  return commerce === true || open === false ? 'BUSINESS_COMMERCE' : undefined
}

async function poolOf(work: Work, { commerce_pool_id: idOrCode }: JournalQuery): Promise<string | undefined> {
  if (idOrCode === undefined) return undefined
  const pool = await findPool(work, idOrCode)
  if (!pool) throw notFound('commerce_pool', idOrCode)
  return pool.id
}

interface Shown {
  readonly rows: readonly PocketEntry[]
  readonly query: JournalQuery
}

/** What is left of a lot stands on the line by which it came into the wallet; so the lines sum to what the wallet can spend or will. */
async function shower(work: Work, wallet: Wallet, { rows, query }: Shown) {
  const ids = [...new Set(rows.flatMap(({ lot }) => lot ?? []))]
  const lots = new Map((await originsOfLots(work, ids)).map((lot) => [lot.id, lot]))
  const owner = { tenant: work.actor.tenant, id: wallet.id, currency: wallet.currency }
  const accounts = [contactAccount('CONTACT_OPEN', owner), contactAccount('CONTACT_COMMERCE', owner)].map(
    accountId,
  )
  const firsts = query.include_unallocated_credit
    ? await firstEntries(work, { accounts, lots: ids })
    : undefined
  return (row: PocketEntry): JournalReply => {
    const lot = row.lot === null ? undefined : lots.get(row.lot)
    const isCredit = row.side === 'CREDIT'
    const amount = wireNumber(row.amount, row.currency)
    const isOver = lot?.expiresAt && lot.expiresAt <= work.at
    const isFirst = isCredit && row.lot !== null && firsts?.get(row.lot) === row.seq
    const left = isFirst && lot && !isOver ? lot.remaining : 0n
    return {
      id: `${row.journal}-${row.line}`,
      amount,
      currency: row.currency,
      type: row.side,
      posted_on: epochSeconds(row.at),
      expiration_date: isCredit && lot?.expiresAt ? epochSeconds(lot.expiresAt) : null,
      ...(firsts && { unallocated_amount: isCredit ? wireNumber(left, row.currency) : null }),
      description: lot?.offerName ?? null,
      exchange_rate: 1,
      total_default_currency: amount,
      default_currency_code: row.currency,
      transaction_type: TRANSACTION_TYPES[row.kind],
    }
  }
}
