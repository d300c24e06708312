import type { Work } from '../db/index.ts'
import { Forbidden } from '../http/index.ts'
import type { Actor } from '../kit/actor.ts'
import { invalidField, missingField, notFound } from '../kit/error.ts'
import { newId, type ProductFeedId } from '../kit/id.ts'
import { seal } from '../kit/sealed.ts'
import { getOrganisation } from '../organisations/index.ts'
import { type Allowed, targetOf } from '../outgoing/index.ts'
import { type CsvReading, type Feed, secretsOwner, type WatchedFeed } from './feed.ts'
import type { FeedBody, FeedChange } from './feeds.api.ts'
import { askForRun, countFeeds, findFeed, insertFeed, saveFeed } from './feeds.store.ts'
import { nextAfter, refuseNoSchedule } from './schedule.ts'

export interface FeedAccess {
  readonly feedKey: Uint8Array
  readonly feedsAllowed: Allowed
}

const MOST_FEEDS = 50
/** What HTTP itself says of a request, and what is said of the file. */
const NOT_THEIRS = new Set([
  ...['host', 'connection', 'content-length', 'transfer-encoding', 'accept-encoding', 'range'],
  ...['if-none-match', 'if-modified-since'],
])

export async function createFeed(work: Work, body: FeedBody, access: FeedAccess): Promise<WatchedFeed> {
  requireWholeBusiness(work.actor)
  if ((await countFeeds(work, {})) >= MOST_FEEDS) {
    throw invalidField('product_feeds', `${MOST_FEEDS} in use`, 'delete one that is needed no more')
  }
  const id = newId<ProductFeedId>()
  const timeZone = body.time_zone ?? (await getOrganisation(work, work.actor.business)).timeZone
  const feed = scheduled(work.at, {
    id,
    name: body.name,
    url: targetOf(body.url, work.actor.mode, access.feedsAllowed),
    format: body.format,
    csv: csvOf(body.format, body.csv),
    schedule: body.schedule,
    timeZone,
    ...headerOf(id, body.header, access),
    state: body.state,
    missing: body.missing,
    createdAt: work.at,
    updatedAt: work.at,
  })
  await insertFeed(work, feed)
  return { ...feed, runningUntil: undefined, lastRun: undefined, failures: 0, sync: undefined }
}

export async function updateFeed(
  work: Work,
  { id, change }: { readonly id: string; readonly change: FeedChange },
  access: FeedAccess,
): Promise<WatchedFeed> {
  requireWholeBusiness(work.actor)
  const before = await lockFeed(work, id)
  const { url, header, csv, time_zone, ...plain } = change
  const target = url === undefined ? before.url : targetOf(url, work.actor.mode, access.feedsAllowed)
  if (before.secrets && header === undefined && new URL(target).origin !== new URL(before.url).origin) {
    throw missingField('header', 'the address is on another host; send it again, or null')
  }
  const format = plain.format ?? before.format
  const reading = csv ? csvOf(format, csv) : format === before.format ? before.csv : csvOf(format, undefined)
  const after = scheduled(work.at, {
    ...before,
    name: plain.name ?? before.name,
    url: target,
    format,
    csv: reading,
    schedule: plain.schedule ?? before.schedule,
    timeZone: time_zone ?? before.timeZone,
    ...(header !== undefined && headerOf(before.id, header ?? undefined, access)),
    state: plain.state ?? before.state,
    missing: plain.missing ?? before.missing,
    updatedAt: work.at,
  })
  await saveFeed(work, after)
  return { ...before, ...after, runningUntil: undefined, failures: 0 }
}

export async function deleteFeed(work: Work, id: string): Promise<WatchedFeed> {
  requireWholeBusiness(work.actor)
  const before = await findFeed(work, id, { lock: true })
  if (!before) throw notFound('product_feed', id)
  if (before.state === 'DELETED') return before
  const none = { headerName: undefined, secrets: undefined, nextAt: undefined }
  const after: Feed = { ...before, ...none, state: 'DELETED', updatedAt: work.at }
  await saveFeed(work, after)
  return { ...before, ...after, runningUntil: undefined, failures: 0 }
}

/** One that is under way counts as the one that is asked for. */
export async function runFeed(work: Work, id: string): Promise<WatchedFeed> {
  requireWholeBusiness(work.actor)
  const feed = await lockFeed(work, id)
  if (isRunning(feed, work.at)) return feed
  await askForRun(work, feed.id)
  return { ...feed, nextAt: work.at }
}

export function isRunning({ runningUntil }: WatchedFeed, at: Date): boolean {
  return runningUntil !== undefined && runningUntil > at
}

async function lockFeed(work: Work, id: string): Promise<WatchedFeed> {
  const feed = await findFeed(work, id, { lock: true })
  if (!feed || feed.state === 'DELETED') throw notFound('product_feed', id)
  return feed
}

function scheduled(at: Date, feed: Omit<Feed, 'nextAt'>): Feed {
  refuseNoSchedule(feed, at)
  return { ...feed, nextAt: feed.state === 'ENABLED' ? nextAfter(feed, at) : undefined }
}

function csvOf(format: Feed['format'], csv: FeedBody['csv']): CsvReading | undefined {
  if (format === 'CSV') {
    const { delimiter = ',', decimal_mark: decimalMark = '.', columns } = csv ?? {}
    return { delimiter, decimalMark, columns }
  }
  if (csv) throw invalidField('csv', 'of another format', 'it goes with the format CSV')
  return undefined
}

function headerOf(id: ProductFeedId, header: FeedBody['header'], { feedKey }: FeedAccess) {
  if (!header) return { headerName: undefined, secrets: undefined }
  const { name, value } = header
  if (NOT_THEIRS.has(name.toLowerCase())) {
    throw invalidField('header.name', name, 'a header of your own is needed')
  }
  if (/[^\t\x20-\x7e]/.test(value)) {
    throw invalidField('header.value', '(not told)', 'it may hold letters, digits and signs of ASCII only')
  }
  return { headerName: name, secrets: seal(feedKey, secretsOwner(id), { value }) }
}

export function requireWholeBusiness({ within }: Actor): void {
  if (within === undefined) return
  throw Forbidden({
    parameters: ['product_feed'],
    detail:
      'Product feeds are of the whole business; a key of one merchant or venue cannot see or change them.',
  })
}
