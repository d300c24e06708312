import type { TestServer } from './harness.ts'

/** The rows of the books as they are, for tests that reckon everything again in the plainest way. */
export interface PlainBooks {
  readonly transfers: readonly PlainTransfer[]
  readonly accounts: ReadonlyMap<string, PlainAccount>
  readonly lots: ReadonlyMap<string, PlainLot>
  /** The merchant of a venue; merchants and the business are their own. */
  readonly merchantOf: ReadonlyMap<string, string>
  readonly business: string
  readonly purchases: ReadonlySet<string>
}

export interface PlainTransfer {
  readonly kind: string
  readonly amount: bigint
  readonly from_account: string
  readonly to_account: string
  readonly lot_id: string | null
  readonly at: Date
}

export interface PlainAccount {
  readonly id: string
  readonly kind: string
  readonly owner_id: string
  readonly balance: bigint
}

export interface PlainLot {
  readonly id: string
  readonly pool_id: string | null
  readonly funder_id: string | null
  readonly offer_id: string | null
  readonly journal_id: string
  readonly available_at: Date
  readonly expires_at: Date | null
}

export async function plainBooks({ database }: TestServer, tenant: number): Promise<PlainBooks> {
  const all = async <Row extends object>(table: string) =>
    (await database.pool.query<Row>(`select * from ${table} where tenant = $1`, [tenant])).rows
  const accounts = await all<PlainAccount>('accounts')
  const lots = await all<PlainLot>('lots')
  const organisations = await all<{ id: string; type: string; parent_id: string | null }>('organisations')
  return {
    transfers: await all<PlainTransfer>('transfers'),
    accounts: new Map(accounts.map((account) => [account.id, account])),
    lots: new Map(lots.map((lot) => [lot.id, lot])),
    merchantOf: new Map(
      organisations.map(({ id, type, parent_id }) => [id, type === 'VENUE' ? (parent_id ?? id) : id]),
    ),
    business: organisations.find(({ type }) => type === 'BUSINESS')?.id ?? '',
    purchases: new Set((await all<{ id: string }>('purchases')).map(({ id }) => id)),
  }
}

/** Where money of lots is; what is set aside has left its lot and is still the contact's. */
const POCKETS = ['CONTACT_OPEN', 'CONTACT_COMMERCE', 'CONTACT_BLOCKED']
const DAY = 86_400_000

/** A fresh cut: every lot's money by adding up (available, pending, expired, set aside), and each lot's expiry as it is written now. */
export function plainCut({ transfers, accounts, lots, merchantOf, purchases }: PlainBooks, at: Date) {
  const held = new Map<string, bigint>()
  const balances = new Map<string, bigint>()
  for (const { amount, from_account, to_account, lot_id } of transfers.filter((each) => each.at <= at)) {
    for (const [id, moved] of [[from_account, -amount] as const, [to_account, amount] as const]) {
      const account = accounts.get(id)
      if (!account) throw new Error('a transfer has two accounts')
      balances.set(account.kind, (balances.get(account.kind) ?? 0n) + moved)
      if (!POCKETS.includes(account.kind)) continue
      const key = `${account.owner_id}|${lot_id}|${account.kind === 'CONTACT_BLOCKED'}`
      held.set(key, (held.get(key) ?? 0n) + moved)
    }
  }
  const groups = new Map<string, bigint[]>()
  for (const [key, amount] of held) {
    if (amount === 0n) continue
    const [wallet, lotId = '', blocked] = key.split('|')
    const lot = lots.get(lotId)
    if (!lot) throw new Error('money of a wallet is in a lot')
    const { funder_id, offer_id, pool_id, journal_id, available_at, expires_at } = lot
    const purchase = purchases.has(journal_id) ? journal_id : null
    const merchant = funder_id === null ? null : merchantOf.get(funder_id)
    const days = expires_at === null ? null : (expires_at.getTime() - at.getTime()) / DAY
    const name = [funder_id, merchant, offer_id, pool_id, band(days), wallet, purchase].join('|')
    const free = days !== null && days <= 0 ? 2 : available_at > at ? 1 : 0
    const state = blocked === 'true' ? 3 : free
    const sums = groups.get(name) ?? [0n, 0n, 0n, 0n]
    sums[state] = (sums[state] ?? 0n) + amount
    groups.set(name, sums)
  }
  return { groups, balances }
}

function band(days: number | null): string {
  if (days === null) return 'NEVER'
  if (days <= 0) return 'EXPIRED'
  if (days <= 30) return 'ZERO_TO_THIRTY'
  if (days <= 60) return 'THIRTY_TO_SIXTY'
  return days <= 90 ? 'SIXTY_TO_NINETY' : 'NINETY_PLUS'
}

/** What the accounts of a kind and owner moved in a period; all owners, where none is named. */
export function moved(
  { transfers, accounts }: PlainBooks,
  { from, to }: { readonly from: Date; readonly to: Date },
  kind: string,
  owner?: string,
): bigint {
  let total = 0n
  for (const { at, amount, from_account, to_account } of transfers) {
    if (at < from || at >= to) continue
    for (const [id, sign] of [[from_account, -1n] as const, [to_account, 1n] as const]) {
      const account = accounts.get(id)
      if (account?.kind === kind && (owner === undefined || account.owner_id === owner))
        total += sign * amount
    }
  }
  return total
}

/** What the lots of one funder (null: of nobody) gained in a period. */
export function lotsGained(
  { transfers, accounts, lots }: PlainBooks,
  { from, to }: { readonly from: Date; readonly to: Date },
  funder: string | null,
): bigint {
  let total = 0n
  for (const { at, amount, from_account, to_account, lot_id } of transfers) {
    if (at < from || at >= to || lot_id === null || lots.get(lot_id)?.funder_id !== funder) continue
    if (POCKETS.includes(accounts.get(to_account)?.kind ?? '')) total += amount
    if (POCKETS.includes(accounts.get(from_account)?.kind ?? '')) total -= amount
  }
  return total
}
