import { hasCome, ofOnly, type Runner, statement } from '../db/index.ts'
import type { Mode, Tenant } from '../kit/actor.ts'
import type { OrganisationId, ProcessId, ProductFeedId } from '../kit/id.ts'
import type { CsvReading, Feed, FeedFormat, FeedOutcome, Version } from './feed.ts'
import type { Schedule } from './schedule.ts'

/** A feed that is fetched now, by whoever holds its lease. */
export interface DueFeed extends Schedule {
  readonly tenant: Tenant
  readonly business: OrganisationId
  readonly mode: Mode
  readonly id: ProductFeedId
  readonly lease: string
  readonly url: string
  readonly format: FeedFormat
  readonly csv: CsvReading | null
  readonly headerName: string | null
  readonly secrets: Buffer | null
  readonly state: 'ENABLED' | 'DISABLED'
  readonly asked: boolean
  readonly missing: Feed['missing']
  readonly etag: string | null
  readonly lastModified: string | null
  readonly digest: Buffer | null
  readonly failures: number
}

// What was fetched last is applied before anything newer is fetched, so that an older file never comes after it.
const CLAIM = statement(
  'product_feeds_claim',
  `with next as (
     select f.tenant, f.id from product_feeds f join tenants t on t.tenant = f.tenant
      where ${hasCome('f.next_at', '$1')} and ${ofOnly('$4')} and (f.lease_until is null or f.lease_until <= $1)
        and not exists (select from processes p
                         where p.tenant = f.tenant and p.id = f.sync_id and p.state in ('PENDING', 'IN_PROGRESS'))
      order by f.next_at limit $3::int
        for no key update of f skip locked)
   update product_feeds f set lease = gen_random_uuid(), lease_until = $2::timestamptz
     from next n
     join tenants t on t.tenant = n.tenant
    where f.tenant = n.tenant and f.id = n.id
   returning f.tenant, t.business_id as business, t.mode, f.id, f.lease, f.url, f.format, f.csv, f.schedule,
             f.time_zone as "timeZone", f.header_name as "headerName", f.secrets, f.state, f.asked, f.etag,
             f.last_modified as "lastModified", f.digest, f.failures, f.missing`,
)

/** Takes feeds that are due, so that nobody else fetches them meanwhile. */
export function claimDue(
  sql: Runner,
  {
    at,
    until,
    most,
    only,
  }: {
    readonly at: Date
    readonly until: Date
    readonly most: number
    readonly only: Tenant | undefined
  },
): Promise<readonly DueFeed[]> {
  return sql.run<DueFeed>(CLAIM, [at, until, most, only ?? null])
}

const HOLD = statement(
  'product_feeds_hold',
  'select id from product_feeds where tenant = $1::int and id = $2::uuid and lease = $3::uuid for no key update',
)

type Held = Pick<DueFeed, 'tenant' | 'id' | 'lease'>

/** Keeps the run's feed until the end of the work; false: it was changed, or somebody else runs it. */
export async function holdRun(sql: Runner, { tenant, id, lease }: Held): Promise<boolean> {
  return (await sql.run(HOLD, [tenant, id, lease])).length > 0
}

const SAVE = statement(
  'product_feeds_save_run',
  `update product_feeds
      set lease = null, lease_until = null, asked = false, next_at = $4::timestamptz, failures = $5::int,
          started_at = $6::timestamptz, ended_at = $7::timestamptz, outcome = $8::text, error = $9::text,
          sync_id = coalesce($10::uuid, sync_id), etag = coalesce($11::text, etag),
          last_modified = coalesce($12::text, last_modified), digest = coalesce($13::bytea, digest),
          lacked = case when $10::uuid is null then lacked else $14::int end,
          deactivated = case when $10::uuid is null then deactivated else $15::int end
    where tenant = $1::int and id = $2::uuid and lease = $3::uuid`,
)

export interface EndedRun {
  readonly startedAt: Date
  readonly endedAt: Date
  readonly outcome: FeedOutcome
  readonly error?: string | undefined
  readonly nextAt: Date | undefined
  readonly failures: number
  readonly sync?: ProcessId | undefined
  readonly version?: Version | undefined
  readonly lacked?: number | undefined
  readonly deactivated?: number | undefined
}

export async function saveRun(sql: Runner, { tenant, id, lease }: Held, run: EndedRun): Promise<void> {
  const { startedAt, endedAt, outcome, error, nextAt, failures, sync, version, lacked, deactivated } = run
  await sql.run(SAVE, [
    ...[tenant, id, lease, nextAt ?? null, failures, startedAt, endedAt, outcome, error ?? null],
    ...[sync ?? null, version ? (version.etag ?? '') : null, version ? (version.lastModified ?? '') : null],
    ...[version?.digest ?? null, lacked ?? null, deactivated ?? null],
  ])
}

const GIVE_BACK = statement(
  'product_feeds_give_back',
  `update product_feeds set lease = null, lease_until = null
    where tenant = $1::int and id = $2::uuid and lease = $3::uuid`,
)

/** It stays due, for whoever looks next. */
export async function giveBack(sql: Runner, { tenant, id, lease }: Held): Promise<void> {
  await sql.run(GIVE_BACK, [tenant, id, lease])
}
