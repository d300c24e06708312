import { getContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { wire } from '../http/index.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { accountId, contactAccount, type MovementKind } from '../ledger/index.ts'
import { findWallet } from './get-wallet.ts'
import { type PocketEntry, transactionShower } from './show-transaction.ts'
import { kindsTold } from './transaction-types.ts'
import { countEntries, type Entry, type EntryFilter, entriesOf } from './transactions.store.ts'
import { POCKETS, type Pocket, TRANSACTION_SIDES, type TransactionReply } from './wallets.api.ts'
import type { Wallet } from './wallets.store.ts'

export interface TransactionQuery {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
  readonly type?: Entry['side'] | undefined
  readonly pocket?: Pocket | undefined
  readonly posted_on?: Parameters<typeof wire.boundsOf>[0]
}

/** Credits and debits of both pockets as they were posted, each with what it came from. */
export async function listTransactions(
  work: Work,
  idOrCode: string,
  query: TransactionQuery & Narrowed,
): Promise<Page<TransactionReply>> {
  const wallet = await findWallet(work, idOrCode)
  const { page, size, include_total: includeTotal } = query
  const kinds = kindsTold(query.transaction_type)
  const isNone = query.is_wallet_fee === true || kinds?.length === 0 || !(await isOwn(work, wallet, query))
  const { rows, total } = isNone
    ? { rows: [], total: includeTotal ? 0 : null }
    : await pageOfEntries(work, wallet, { ...query, kinds })
  return pageOf({ page, size, includeTotal }, rows, await transactionShower(work, rows), total)
}

interface Narrowed {
  readonly community_member_id?: string | undefined
  readonly is_wallet_fee?: boolean | undefined
  readonly transaction_type?: string | undefined
}

/** There are no communities: all that a wallet does, the contact does whose it is. */
async function isOwn(
  work: Work,
  { contact }: Wallet,
  { community_member_id: member }: Narrowed,
): Promise<boolean> {
  return member === undefined || (await getContact(work, member)).id === contact.id
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
