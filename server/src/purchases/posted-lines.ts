import type { Work } from '../db/index.ts'
import { idOf, type LotId } from '../kit/id.ts'
import type { AccountKind, AccountRef } from '../ledger/index.ts'

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
