import type { Work } from '../db/index.ts'
import { idOf, type LotId } from '../kit/id.ts'
import { accountId, contactAccount } from './account.ts'
import type { Lot } from './lot.ts'
import { lotsById, lotsLeft } from './lots.store.ts'
import type { MovementKind } from './transfer.ts'

/** What moved a lot of a wallet: above zero into it. */
export interface LotMove {
  readonly at: Date
  readonly journal: string
  readonly kind: MovementKind
  readonly lot: LotId
  readonly amount: bigint
}

/** The lots of a wallet with what was left of them at a moment before, and what moved them since, in order. */
export async function lotsSince(
  work: Work,
  wallet: { readonly id: string; readonly currency: string },
  since: Date,
): Promise<{ readonly lots: readonly Lot[]; readonly moves: readonly LotMove[] }> {
  const owner = { tenant: work.actor.tenant, ...wallet }
  const accounts = (['CONTACT_OPEN', 'CONTACT_COMMERCE'] as const).map((kind) =>
    accountId(contactAccount(kind, owner)),
  )
  const moves = await movesSince(work, accounts, since)
  const left = await lotsLeft(work.sql, [owner])
  const known = new Set(left.map(({ id }) => id))
  const moved = [...new Set(moves.map(({ lot }) => lot))].filter((lot) => !known.has(lot))
  const lots = [...left, ...(await lotsById(work.sql, work.actor.tenant, moved)).values()]
  const byLot = Map.groupBy(moves, ({ lot }) => lot)
  return {
    lots: lots.map((lot) => ({ ...lot, remaining: lot.remaining - sumOf(byLot.get(lot.id)) })),
    moves,
  }
}

async function movesSince(
  { db, actor }: Work,
  accounts: readonly string[],
  since: Date,
): Promise<readonly LotMove[]> {
  const rows = await db
    .selectFrom('transfers')
    .select(['at', 'journal_id', 'kind', 'lot_id', 'amount', 'from_account', 'to_account'])
    .where('tenant', '=', actor.tenant)
    .where((eb) => eb.or([eb('from_account', 'in', accounts), eb('to_account', 'in', accounts)]))
    .where('at', '>=', since)
    .where('lot_id', 'is not', null)
    .orderBy('at')
    .orderBy('journal_id')
    .orderBy('line')
    .execute()
  const isOwn = (account: string) => accounts.includes(account)
  return rows.flatMap(({ at, journal_id: journal, kind, lot_id, amount, from_account, to_account }) => {
    const lot = lot_id === null ? undefined : idOf<LotId>(lot_id)
    // From one of its own accounts to the other nothing leaves the lot.
    if (lot === undefined || isOwn(from_account) === isOwn(to_account)) return []
    return [{ at, journal, kind: kind as MovementKind, lot, amount: isOwn(to_account) ? amount : -amount }]
  })
}

function sumOf(moves: readonly LotMove[] = []): bigint {
  return moves.reduce((sum, { amount }) => sum + amount, 0n)
}
