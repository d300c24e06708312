import type { Work } from '../db/index.ts'
import { wire } from '../http/index.ts'
import { codeOf, idOf, type PoolId } from '../kit/id.ts'
import { wireNumber } from '../kit/money.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { accountId, contactAccount, type MovementKind } from '../ledger/index.ts'
import { findWallet } from './get-wallet.ts'
import type { CommercePool } from './pool.ts'
import { readPools } from './pools.store.ts'
import {
  countEntries,
  type Entry,
  type EntryFilter,
  entriesOf,
  type LotOrigin,
  type Origin,
  originsOfJournals,
  originsOfLots,
} from './transactions.store.ts'
import { POCKETS, TRANSACTION_SIDES, type TransactionReply } from './wallets.api.ts'
import type { Wallet } from './wallets.store.ts'

type Pocket = (typeof POCKETS)[number]

export interface TransactionQuery {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
  readonly type?: Entry['side'] | undefined
  readonly pocket?: Pocket | undefined
  readonly posted_on?: Parameters<typeof wire.boundsOf>[0]
}

export interface PocketEntry extends Entry {
  readonly pocket: Pocket
}

/** Credits and debits of both pockets as they were posted, each with what it came from. */
export async function listTransactions(
  work: Work,
  idOrCode: string,
  query: TransactionQuery,
): Promise<Page<TransactionReply>> {
  const { rows, total } = await pageOfEntries(work, await findWallet(work, idOrCode), query)
  const { page, size, include_total: includeTotal } = query
  return pageOf({ page, size, includeTotal }, rows, await shower(work, rows), total)
}

export interface EntryQuery extends TransactionQuery {
  readonly kinds?: readonly MovementKind[] | undefined
  readonly pool?: string | undefined
}

/** Entries of a wallet's pockets in one order, one more than the page holds. */
export async function pageOfEntries(
  work: Work,
  wallet: Wallet,
  query: EntryQuery,
): Promise<{ readonly rows: readonly PocketEntry[]; readonly total: number | null }> {
  const { page, size, order } = query
  const filters = filtersOf(work, wallet, query)
  const most = page * size + 1
  const pockets = await Promise.all(
    filters.map(async ({ pocket, sides }) => {
      const entries = await Promise.all(sides.map((filter) => entriesOf(work, filter, { order, most })))
      return entries.flat().map((entry): PocketEntry => ({ ...entry, pocket }))
    }),
  )
  const merged = mergePockets(pockets, order)
  const rows = merged.slice((page - 1) * size, page * size + 1)
  return { rows, total: query.include_total ? await countAll(work, filters) : null }
}

interface PocketFilter {
  readonly pocket: Pocket
  readonly sides: readonly EntryFilter[]
}

function filtersOf({ actor }: Work, { id, currency }: Wallet, query: EntryQuery): PocketFilter[] {
  const kinds = {
    BUSINESS: 'CONTACT_OPEN',
    BUSINESS_COMMERCE: 'CONTACT_COMMERCE',
    CRMCOM: undefined,
  } as const
  const { kinds: only, pool } = query
  const range = { ...wire.boundsOf(query.posted_on), kinds: only, pool }
  const sides = query.type ? [query.type] : TRANSACTION_SIDES
  return (query.pocket ? [query.pocket] : POCKETS).flatMap((pocket) => {
    const kind = kinds[pocket]
    if (!kind) return []
    const account = accountId(contactAccount(kind, { tenant: actor.tenant, id, currency }))
    return [{ pocket, sides: sides.map((side) => ({ account, side, ...range })) }]
  })
}

async function countAll(work: Work, filters: readonly PocketFilter[]): Promise<number> {
  const counts = await Promise.all(
    filters.flatMap(({ sides }) => sides.map((side) => countEntries(work, side))),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

/**
 * One list of several pockets: by time between them, by the ledger's own numbering within each. The first n
 * of the list follow from the first n of each pocket, so no page repeats or misses an entry, whatever the
 * clocks of tills said.
 */
export function mergePockets<E extends Pick<Entry, 'seq' | 'at'>>(
  pockets: readonly (readonly E[])[],
  order: 'ASC' | 'DESC',
): E[] {
  const sign = order === 'ASC' ? 1 : -1
  const queues = pockets.map((entries) => [...entries].sort((a, b) => sign * Number(a.seq - b.seq)))
  const merged: E[] = []
  for (;;) {
    const [next] = queues
      .filter((queue) => queue.length > 0)
      .sort(([a], [b]) => sign * ((a?.at.getTime() ?? 0) - (b?.at.getTime() ?? 0)))
    const entry = next?.shift()
    if (!entry) return merged
    merged.push(entry)
  }
}

/** Reads, in three statements, what the rows of a page came from. */
async function shower(
  work: Work,
  rows: readonly PocketEntry[],
): Promise<(row: PocketEntry) => TransactionReply> {
  const lots = await originsOfLots(work, [...new Set(rows.flatMap(({ lot }) => lot ?? []))])
  const origins = await originsOfJournals(work, [...new Set(rows.map(({ journal }) => journal))])
  const pools = await readPools(work.db, work.actor.tenant)
  const lotById = new Map(lots.map((lot) => [lot.id, lot]))
  const originById = new Map(origins.map((origin) => [origin.id, origin]))
  return (row) => {
    const lot = row.lot === null ? undefined : lotById.get(row.lot)
    const pool = lot?.pool ? pools.get(idOf<PoolId>(lot.pool)) : undefined
    return showTransaction(row, { lot, pool, origin: originById.get(row.journal) })
  }
}

interface Origins {
  readonly lot: LotOrigin | undefined
  readonly pool: CommercePool | undefined
  readonly origin: Origin | undefined
}

export const TRANSACTION_TYPES: Readonly<Record<MovementKind, string>> = {
  AWARD: 'AWARD',
  SPEND: 'SPEND',
  PAYOUT_SPEND: 'SPEND',
  DEBT_REPAYMENT: 'DEBT_REPAYMENT',
  DEBT_REPAYMENT_REVERSAL: 'DEBT_REPAYMENT',
  AWARD_REVERSAL: 'PURCHASE_CANCELLATION',
  AWARD_REVERSAL_TO_DEBT: 'PURCHASE_CANCELLATION',
  AWARD_REVERSAL_FROM_BREAKAGE: 'PURCHASE_CANCELLATION',
  SPEND_REVERSAL: 'PURCHASE_CANCELLATION',
  EXPIRY: 'WALLET_BALANCE_EXPIRATION',
  TOP_UP: 'TOP_UP',
  TOP_UP_REVERSAL: 'TOP_UP',
  TOP_UP_REVERSAL_TO_DEBT: 'TOP_UP',
  TOP_UP_REVERSAL_FROM_BREAKAGE: 'TOP_UP',
  PASS_SALE: 'PASS_SALE',
  PASS_SALE_REVERSAL: 'PASS_SALE',
  PASS_REDEMPTION: 'PASS_REDEMPTION',
  PASS_EXPIRY: 'PASS_EXPIRY',
  TRANSFER_OUT: 'TRANSFER',
  TRANSFER_IN: 'TRANSFER',
  REDEEM_OUT: 'REDEEM',
  REDEEM_IN: 'REDEEM',
  REDEEM_IN_REVERSAL: 'PURCHASE_CANCELLATION',
  REDEEM_IN_REVERSAL_TO_DEBT: 'PURCHASE_CANCELLATION',
  REDEEM_IN_REVERSAL_FROM_BREAKAGE: 'PURCHASE_CANCELLATION',
  REDEEM_OUT_REVERSAL: 'PURCHASE_CANCELLATION',
  MERGE: 'TRANSFER',
  BLOCK: 'USE_WALLET_FUNDS',
  UNBLOCK: 'USE_WALLET_FUNDS',
  ADJUSTMENT_CREDIT: 'MANUAL_JOURNAL',
  ADJUSTMENT_DEBIT: 'MANUAL_JOURNAL',
  DEBT_RELIEF: 'MANUAL_JOURNAL',
  PAYOUT_REQUEST: 'PAYOUT',
  PAYOUT_REFUND: 'PAYOUT',
  PAYOUT_SENT: 'PAYOUT',
  PAYOUT_RETURNED: 'PAYOUT',
  PAYOUT_TO_WALLET: 'PAYOUT',
}

function showTransaction(row: PocketEntry, { lot, pool, origin }: Origins): TransactionReply {
  const commercePool = pool ? { id: pool.id, name: pool.name } : null
  return {
    id: `${row.journal}-${row.line}`,
    amount: wireNumber(row.amount, row.currency),
    currency: row.currency,
    type: row.side,
    transaction_type: TRANSACTION_TYPES[row.kind],
    pocket: row.pocket,
    posted_on: epochSeconds(row.at),
    balance_after: wireNumber(row.balanceAfter, row.currency),
    reward_event: origin ? rewardEvent(row, lot, origin) : null,
    commerce_pool: commercePool,
    wallet_expiration:
      row.kind === 'EXPIRY'
        ? { date: epochSeconds(lot?.expiresAt ?? row.at), commerce_pool: commercePool }
        : null,
  }
}

function rewardEvent(
  row: PocketEntry,
  lot: LotOrigin | undefined,
  origin: Origin,
): TransactionReply['reward_event'] {
  return {
    type: row.kind.includes('SPEND') ? 'SPEND' : 'AWARD',
    code: codeOf(origin.id),
    amount: wireNumber(row.amount, row.currency),
    state: origin.state,
    date: epochSeconds(origin.date),
    expiry_date: lot?.expiresAt ? epochSeconds(lot.expiresAt) : null,
    reward_offer: lot?.offer ? { id: lot.offer, name: lot.offerName ?? '' } : null,
    performed_by: { id: origin.placeId, name: origin.placeName },
    reference_number: origin.referenceNumber,
    purchase_id: origin.purchase,
  }
}
