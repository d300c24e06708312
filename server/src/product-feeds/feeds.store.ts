import type { Work } from '../db/index.ts'
import { idOf, type ProcessId, type ProductFeedId, parseGuid } from '../kit/id.ts'
import type { CsvReading, Feed, WatchedFeed } from './feed.ts'

export async function insertFeed({ db, actor }: Work, feed: Feed): Promise<void> {
  await db
    .insertInto('product_feeds')
    .values({ tenant: actor.tenant, id: feed.id, created_at: feed.createdAt, ...changeable(feed) })
    .execute()
}

/** What a run that is under way brings is left aside, and the next takes the file whatever it is. */
export async function saveFeed({ db, actor }: Work, feed: Feed): Promise<void> {
  await db
    .updateTable('product_feeds')
    .set({ ...changeable(feed), lease: null, lease_until: null, asked: false, failures: 0 })
    .set({ etag: null, last_modified: null, digest: null })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', feed.id)
    .execute()
}

function changeable(feed: Feed) {
  return {
    name: feed.name,
    url: feed.url,
    format: feed.format,
    csv: feed.csv ? JSON.stringify(feed.csv) : null,
    schedule: feed.schedule,
    time_zone: feed.timeZone,
    header_name: feed.headerName ?? null,
    secrets: feed.secrets ?? null,
    state: feed.state,
    missing: feed.missing,
    next_at: feed.nextAt ?? null,
    updated_at: feed.updatedAt,
  }
}

export async function askForRun({ db, actor, at }: Work, id: ProductFeedId): Promise<void> {
  await db
    .updateTable('product_feeds')
    .set({ asked: true, next_at: at })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

export interface FeedFilter {
  readonly state?: 'ENABLED' | 'DISABLED' | undefined
}

interface Wanted {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
}

export async function pageOfFeeds(
  work: Work,
  filter: FeedFilter,
  { page, size, order }: Wanted,
): Promise<WatchedFeed[]> {
  const rows = await filtered(work, filter)
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(feedOfRow)
}

export async function countFeeds(work: Work, filter: FeedFilter): Promise<number> {
  const { total } = await filtered(work, filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** Also one that is deleted. */
export async function findFeed(
  work: Work,
  id: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<WatchedFeed | undefined> {
  const guid = parseGuid(id)
  if (guid === undefined) return undefined
  const row = await selectFeeds(work)
    .where('id', '=', guid)
    .$if(lock, (query) => query.forNoKeyUpdate())
    .executeTakeFirst()
  return row && feedOfRow(row)
}

function filtered(work: Work, { state }: FeedFilter) {
  return selectFeeds(work)
    .where('state', '!=', 'DELETED')
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'ENABLED'))
}

function selectFeeds({ db, actor }: Work) {
  return db.selectFrom('product_feeds').selectAll().where('tenant', '=', actor.tenant)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectFeeds>['execute']>>[number]

function feedOfRow(row: Row): WatchedFeed {
  const { started_at: startedAt, ended_at: endedAt, outcome } = row
  return {
    id: idOf<ProductFeedId>(row.id),
    name: row.name,
    url: row.url,
    format: row.format,
    csv: (row.csv as CsvReading | null) ?? undefined,
    schedule: row.schedule,
    timeZone: row.time_zone,
    headerName: row.header_name ?? undefined,
    secrets: row.secrets ?? undefined,
    state: row.state,
    missing: row.missing,
    nextAt: row.next_at ?? undefined,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    runningUntil: row.lease_until ?? undefined,
    lastRun:
      startedAt && endedAt && outcome
        ? {
            startedAt,
            endedAt,
            outcome,
            error: row.error ?? undefined,
            lacked: row.lacked ?? undefined,
            deactivated: row.deactivated ?? undefined,
          }
        : undefined,
    failures: row.failures,
    sync: row.sync_id === null ? undefined : idOf<ProcessId>(row.sync_id),
  }
}
