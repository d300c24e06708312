import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../db/index.ts'

/** A movement between a wallet and an organisation that is settled: an award that it gave, a spend that it took. */
export interface Settled {
  readonly journal: string
  readonly line: number
  readonly kind: 'AWARD' | 'SPEND' | 'PAYOUT_SPEND'
  readonly organisation: string
  readonly funder: string | null
  readonly offer: string | null
  readonly currency: string
  readonly amount: bigint
  readonly taken_back: bigint
  readonly at: Date
  readonly event: string | null
  readonly reference: string | null
}

export interface SettledFilter {
  readonly type?: 'AWARD' | 'SPEND' | undefined
  readonly organisation?: string | undefined
  readonly from: Date | undefined
  readonly before: Date | undefined
}

/** In the order of the journals' ids, which rise with time: a page repeats and misses none. */
export async function pageOfSettled(
  { db, actor: { tenant } }: Work,
  filter: SettledFilter,
  { page, size, order }: { readonly page: number; readonly size: number; readonly order: 'ASC' | 'DESC' },
): Promise<Settled[]> {
  const direction = order === 'ASC' ? sql`asc` : sql`desc`
  const { rows } = await sql<Settled>`
    select t.journal_id as journal, t.line, t.kind, a.owner_id as organisation, l.funder_id as funder,
           l.offer_id as offer, t.currency, t.amount, t.at,
           coalesce((select sum(r.amount) from transfers r
                      where r.tenant = t.tenant and r.journal_id = t.journal_id and r.reverses = t.line), 0)::bigint as taken_back,
           case when p.id is not null then 'PURCHASE' else e.occasion end as event,
           coalesce(p.reference_number, e.reference) as reference
      from transfers t
      join accounts a on a.tenant = t.tenant
       and a.id = case when t.kind = 'AWARD' then t.from_account else t.to_account end
      left join lots l on l.tenant = t.tenant and l.id = t.lot_id
      left join purchases p on p.tenant = t.tenant and p.id = t.journal_id
      left join reward_events e on e.tenant = t.tenant and e.id = t.journal_id
     where ${filtered(tenant, filter)}
     order by t.journal_id ${direction}, t.line ${direction}
     limit ${size + 1} offset ${(page - 1) * size}`.execute(db)
  return rows
}

export async function countSettled({ db, actor: { tenant } }: Work, filter: SettledFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total
      from transfers t
      join accounts a on a.tenant = t.tenant
       and a.id = case when t.kind = 'AWARD' then t.from_account else t.to_account end
     where ${filtered(tenant, filter)}`.execute(db)
  return rows[0]?.total ?? 0
}

const KINDS = { AWARD: ['AWARD'], SPEND: ['SPEND', 'PAYOUT_SPEND'] } as const

function filtered(tenant: number, { type, organisation, from, before }: SettledFilter): RawBuilder<unknown> {
  const kinds = type ? KINDS[type] : [...KINDS.AWARD, ...KINDS.SPEND]
  const terms = [
    sql`t.tenant = ${tenant} and t.kind in (${sql.join(kinds)})`,
    ...(organisation === undefined ? [] : [sql`a.owner_id = ${organisation}`]),
    ...(from ? [sql`t.at >= ${from}`] : []),
    ...(before ? [sql`t.at < ${before}`] : []),
  ]
  return sql.join(terms, sql` and `)
}
