import { type Runner, statement, type Work } from '../db/index.ts'
import type { Mode, Tenant } from '../kit/actor.ts'
import type { OrganisationId, ProcessId } from '../kit/id.ts'

const ABANDONED = statement(
  'product_sync_abandoned',
  `select s.tenant, t.business_id as business, t.mode, s.id as sync
     from product_syncs s
     join processes p on p.tenant = s.tenant and p.id = s.id
     join tenants t on t.tenant = s.tenant
    where s.finished_at is null and s.forgotten_at is null
      and p.state in ('CANCELLED', 'FAILED') and p.completed_at <= $1::timestamptz
    order by s.created_at limit $2::int`,
)

/** Of all businesses: what was cancelled or failed before, and not resumed since. */
export function abandonedSyncs(
  sql: Runner,
  { before, most }: { readonly before: Date; readonly most: number },
): Promise<
  readonly {
    readonly tenant: Tenant
    readonly business: OrganisationId
    readonly mode: Mode
    readonly sync: ProcessId
  }[]
> {
  return sql.run(ABANDONED, [before, most])
}

const HOLD = statement(
  'product_sync_hold_abandoned',
  `select id from processes
    where tenant = $1::int and id = $2::uuid and state in ('CANCELLED', 'FAILED') and completed_at <= $3::timestamptz
      for no key update`,
)

const FORGET = statement(
  'product_sync_forget',
  `update product_syncs set forgotten_at = $3::timestamptz
    where tenant = $1::int and id = $2::uuid and forgotten_at is null returning id`,
)

const FORGET_ROWS = statement(
  'product_sync_forget_abandoned_rows',
  'update product_sync_parts set rows = null where tenant = $1::int and sync_id = $2::uuid and rows is not null',
)

/** False: it was resumed meanwhile, or somebody else did it. Whoever resumes it waits for this, and is told that the rows are gone. */
export async function forgetRows({ sql, actor, at }: Work, sync: ProcessId, before: Date): Promise<boolean> {
  const held = await sql.run(HOLD, [actor.tenant, sync, before])
  if (held.length === 0) return false
  const forgotten = await sql.run(FORGET, [actor.tenant, sync, at])
  if (forgotten.length === 0) return false
  await sql.run(FORGET_ROWS, [actor.tenant, sync])
  return true
}
