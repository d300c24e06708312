import type { Work } from '../db/index.ts'
import { type AccountId, idOf, type LotId, type WalletId } from '../kit/id.ts'
import type { AccountKind, AccountRef, Lot } from '../ledger/index.ts'
import { lotOfRow } from '../ledger/index.ts'

/** A purchase, or whatever else has a journal of its own id. */
export interface Journalled {
  readonly id: string
}

/** A line of a purchase's journal as it was posted, with what later lines of the journal already took back of it. */
export interface PostedLine {
  readonly line: number
  readonly kind: string
  readonly amount: bigint
  readonly takenBack: bigint
  readonly from: AccountRef
  readonly to: AccountRef
  readonly lot: LotId | undefined
}

/** What the journal moved and still stands, in the order it was posted. */
export async function postedLines(work: Work, purchase: Journalled): Promise<readonly PostedLine[]> {
  const rows = await work.db
    .selectFrom('transfers as t')
    .innerJoin('accounts as f', (join) =>
      join.onRef('f.tenant', '=', 't.tenant').onRef('f.id', '=', 't.from_account'),
    )
    .innerJoin('accounts as a', (join) =>
      join.onRef('a.tenant', '=', 't.tenant').onRef('a.id', '=', 't.to_account'),
    )
    .select(['t.line', 't.kind', 't.amount', 't.currency', 't.lot_id', 't.reverses'])
    .select(['f.kind as from_kind', 'f.owner_id as from_owner', 'f.lane as from_lane'])
    .select(['a.kind as to_kind', 'a.owner_id as to_owner', 'a.lane as to_lane'])
    .where('t.tenant', '=', work.actor.tenant)
    .where('t.journal_id', '=', purchase.id)
    .orderBy('t.line')
    .execute()
  const takenBack = new Map<number, bigint>()
  for (const { reverses, amount } of rows) {
    if (reverses !== null) takenBack.set(reverses, (takenBack.get(reverses) ?? 0n) + amount)
  }
  const { tenant } = work.actor
  return rows.map((row) => {
    const account = (kind: string, owner: string, lane: number): AccountRef => ({
      tenant,
      kind: kind as AccountKind,
      owner,
      currency: row.currency,
      lane,
    })
    return {
      line: row.line,
      kind: row.kind,
      amount: row.amount,
      takenBack: takenBack.get(row.line) ?? 0n,
      from: account(row.from_kind, row.from_owner, row.from_lane),
      to: account(row.to_kind, row.to_owner, row.to_lane),
      lot: row.lot_id === null ? undefined : idOf<LotId>(row.lot_id),
    }
  })
}

/** The lots that the lines name; read after the wallet is locked. */
export async function lotsOf(work: Work, lines: readonly PostedLine[]): Promise<ReadonlyMap<string, Lot>> {
  const ids = [...new Set(lines.flatMap(({ lot }) => (lot === undefined ? [] : [lot])))]
  if (ids.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('lots')
    .selectAll()
    .where('tenant', '=', work.actor.tenant)
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      lotOfRow({
        ...row,
        id: idOf(row.id),
        wallet_id: idOf<WalletId>(row.wallet_id),
        pool_id: row.pool_id === null ? null : idOf(row.pool_id),
        funder_id: row.funder_id === null ? null : idOf(row.funder_id),
        offer_id: row.offer_id === null ? null : idOf(row.offer_id),
      }),
    ]),
  )
}

const TO_DEBT = ['AWARD_REVERSAL_TO_DEBT', 'TOP_UP_REVERSAL_TO_DEBT']

/**
 * What each lot still owes: clawed back after it had been spent, and not yet repaid from it. Such a claw-back stands in the journal
 * that made the lot, and repayments stand on the contact's debt.
 */
export async function debtOfLots(
  { db, actor }: Work,
  lots: readonly Lot[],
  debtAccount: AccountId | undefined,
): Promise<ReadonlyMap<string, bigint>> {
  if (lots.length === 0 || debtAccount === undefined) return new Map()
  const ids = lots.map(({ id }) => id)
  const of = db.selectFrom('transfers').where('tenant', '=', actor.tenant).where('lot_id', 'in', ids)
  const made = await of
    .select(['lot_id', ({ fn }) => fn.sum<bigint>('amount').as('amount')])
    .where('journal_id', 'in', [...new Set(lots.map(({ journal }) => journal))])
    .where((t) => t.or([t('kind', 'in', TO_DEBT), t('from_account', '=', debtAccount)]))
    .groupBy('lot_id')
    .execute()
  if (made.length === 0) return new Map()
  const repaid = await of
    .select(['lot_id', 'journal_id', ({ fn }) => fn.sum<bigint>('amount').as('amount')])
    .where('to_account', '=', debtAccount)
    .where('kind', '=', 'DEBT_REPAYMENT')
    .groupBy(['lot_id', 'journal_id'])
    .execute()
  // What the lot's own award repaid as it was given went to a debt of before.
  const madeBy = new Map<string | null, string>(lots.map(({ id, journal }) => [id, journal]))
  const repaidOf = new Map<string | null, bigint>()
  for (const { lot_id, journal_id, amount } of repaid) {
    if (madeBy.get(lot_id) === journal_id) continue
    repaidOf.set(lot_id, (repaidOf.get(lot_id) ?? 0n) + BigInt(amount))
  }
  return new Map(
    made.map(({ lot_id, amount }) => [lot_id ?? '', BigInt(amount) - (repaidOf.get(lot_id) ?? 0n)]),
  )
}

/** The number of the next line of the purchase's journal. */
export async function nextLine({ db, actor }: Work, { id }: Journalled): Promise<number> {
  const { last } = await db
    .selectFrom('transfers')
    .select(({ fn }) => fn.max('line').as('last'))
    .where('tenant', '=', actor.tenant)
    .where('journal_id', '=', id)
    .executeTakeFirstOrThrow()
  return last + 1
}
