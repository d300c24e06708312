import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { isRunning, requireWholeBusiness } from './change-feeds.ts'
import type { CsvReading, Run, WatchedFeed } from './feed.ts'
import type { FeedReply } from './feeds.api.ts'
import { countFeeds, type FeedFilter, findFeed, pageOfFeeds } from './feeds.store.ts'

export interface FeedQuery extends FeedFilter {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
  readonly include_total: boolean
}

export async function listFeeds(work: Work, query: FeedQuery): Promise<Page<FeedReply>> {
  requireWholeBusiness(work.actor)
  const rows = await pageOfFeeds(work, query, query)
  const total = query.include_total ? await countFeeds(work, query) : null
  const request = { page: query.page, size: query.size, includeTotal: query.include_total }
  return pageOf(request, rows, (feed) => showFeed(feed, work.at), total)
}

export async function getFeed(work: Work, id: string): Promise<WatchedFeed> {
  requireWholeBusiness(work.actor)
  const feed = await findFeed(work, id)
  if (!feed) throw notFound('product_feed', id)
  return feed
}

export function showFeed(feed: WatchedFeed, at: Date): FeedReply {
  const { id, name, url, format, csv, schedule, timeZone, headerName, state, nextAt, lastRun } = feed
  return {
    id,
    name,
    url,
    format,
    csv: csv ? showCsv(csv) : null,
    schedule,
    time_zone: timeZone,
    header: headerName === undefined ? null : { name: headerName },
    state,
    missing: feed.missing,
    is_running: isRunning(feed, at),
    next_run_on: nextAt ? epochSeconds(nextAt) : null,
    last_run: lastRun ? showRun(lastRun) : null,
    failures: feed.failures,
    process_id: feed.sync ?? null,
    created_on: epochSeconds(feed.createdAt),
    updated_on: epochSeconds(feed.updatedAt),
  }
}

function showCsv({ delimiter, decimalMark, columns }: CsvReading) {
  return { delimiter, decimal_mark: decimalMark, columns: columns ? { ...columns } : null }
}

function showRun({ startedAt, endedAt, outcome, error, lacked, deactivated }: Run) {
  return {
    started_on: epochSeconds(startedAt),
    ended_on: epochSeconds(endedAt),
    outcome,
    error: error ?? null,
    lacked: lacked ?? null,
    deactivated: deactivated ?? null,
  }
}
