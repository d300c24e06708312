import { arrayOf, type Runner, statement } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { ProcessId } from '../kit/id.ts'
import type { RowsTold } from '../processes/index.ts'
import type { SyncKey } from './product-sync.store.ts'
import type { Rejection } from './sync-row.ts'

type Totals = RowsTold['totals']

interface TotalsRow extends Totals {
  readonly id: ProcessId
  readonly finished_at: Date | null
}

const TOTALS = statement(
  'product_sync_totals',
  `select s.id, s.finished_at, s.received, coalesce(sum(p.created), 0)::int as created,
          coalesce(sum(p.updated), 0)::int as updated, coalesce(sum(p.unchanged), 0)::int as unchanged,
          coalesce(sum(p.rejected), 0)::int as rejected
     from product_syncs s
     left join product_sync_parts p on p.tenant = s.tenant and p.sync_id = s.id and p.done
    where s.tenant = $1::int and s.id = any ($2::uuid[])
    group by s.tenant, s.id`,
)

/** What came of the rows so far. */
export async function totalsOf(
  sql: Runner,
  tenant: Tenant,
  syncs: readonly ProcessId[],
): Promise<ReadonlyMap<ProcessId, RowsTold>> {
  if (syncs.length === 0) return new Map()
  const rows = await sql.run<TotalsRow>(TOTALS, [tenant, arrayOf(syncs)])
  return new Map(
    rows.map(({ id, finished_at, ...totals }) => [id, { totals, finishedAt: finished_at ?? undefined }]),
  )
}

const REJECTED = statement(
  'product_sync_rejected',
  `select r.value as rejection
     from product_sync_parts p cross join lateral jsonb_array_elements(p.rejections) with ordinality as r(value, place)
    where p.tenant = $1::int and p.sync_id = $2::uuid and p.rejected > 0
    order by p.part, r.place limit $3::int offset $4::int`,
)

/** In the order of the lists and of their rows. */
export async function rejectedOf(
  sql: Runner,
  { tenant, sync }: SyncKey,
  { most, skip }: { readonly most: number; readonly skip: number },
): Promise<Rejection[]> {
  const rows = await sql.run<{ readonly rejection: Rejection }>(REJECTED, [tenant, sync, most, skip])
  return rows.map(({ rejection }) => rejection)
}
