import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../db/index.ts'
import type { AccountKind, MovementKind } from '../ledger/index.ts'
import type { Period } from './report-period.ts'
import { readWholeBooks } from './whole-books.ts'

/** One end of a movement; `owner` is the organisation, null for the accounts of wallets. */
export interface End {
  readonly kind: AccountKind
  readonly owner: string | null
}

/** Movements of a period that are alike, summed. */
export interface Flow {
  readonly movement: MovementKind
  readonly currency: string
  readonly amount: bigint
  readonly count: number
  readonly from: End
  readonly to: End
  /** What they were grouped by: the lot's funder or offer (null: none, or no lot), or the day in the business's time zone. */
  readonly group: string | null
}

export type FlowGroup = 'FUNDER' | 'OFFER' | { readonly dayIn: string }

interface Row {
  readonly movement: MovementKind
  readonly currency: string
  readonly amount: bigint
  readonly count: number
  readonly from_kind: AccountKind
  readonly from_owner: string | null
  readonly to_kind: AccountKind
  readonly to_owner: string | null
  readonly group: string | null
}

/** Sums every transfer of the period by what it is, both of its ends and one thing more. */
export async function flowsOf(work: Work, { from, to }: Period, by: FlowGroup): Promise<Flow[]> {
  await readWholeBooks(work)
  const {
    db,
    actor: { tenant },
  } = work
  const { rows } = await sql<Row>`
    with ends as (
      select id, kind, case when kind not like 'CONTACT%' then owner_id end as owner from accounts where tenant = ${tenant})
    select t.kind as movement, t.currency, ${groupedBy(by)} as "group",
           f.kind as from_kind, f.owner as from_owner, o.kind as to_kind, o.owner as to_owner,
           sum(t.amount)::bigint as amount, count(*)::int as count
      from transfers t
      join ends f on f.id = t.from_account
      join ends o on o.id = t.to_account
      ${typeof by === 'string' ? sql`left join lots l on l.tenant = ${tenant} and l.id = t.lot_id` : sql``}
     where t.tenant = ${tenant} and t.at >= ${from} and t.at < ${to}
     group by 1, 2, 3, 4, 5, 6, 7
     order by 2, 3, 1, 4, 6, 5, 7`.execute(db)
  return rows.map(({ from_kind, from_owner, to_kind, to_owner, ...flow }) => ({
    ...flow,
    from: { kind: from_kind, owner: from_owner },
    to: { kind: to_kind, owner: to_owner },
  }))
}

function groupedBy(by: FlowGroup): RawBuilder<unknown> {
  if (by === 'FUNDER') return sql`l.funder_id`
  if (by === 'OFFER') return sql`l.offer_id`
  return sql`(t.at at time zone ${by.dayIn})::date::text`
}
