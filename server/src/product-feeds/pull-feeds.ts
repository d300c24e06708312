import { createHash } from 'node:crypto'
import { type Database, runnerOfTransaction, transact, type Work } from '../db/index.ts'
import type { BulkPart, BulkReader } from '../http/index.ts'
import { type Actor, nobody, type Tenant } from '../kit/actor.ts'
import { unseal } from '../kit/sealed.ts'
import { type Clock, later, MINUTE, SECOND } from '../kit/time.ts'
import { type Allowed, type Got, getFile, targetOf } from '../outgoing/index.ts'
import { startSync } from '../product-sync/index.ts'
import { offeredAmong } from '../products/index.ts'
import { againAt, secretsOwner, type Version } from './feed.ts'
import { readHad, saveHad } from './had.store.ts'
import { compareWith, skusOf, withMissing } from './missing.ts'
import { MOST_BYTES, rowsOfFile } from './rows-of-file.ts'
import { claimDue, type DueFeed, giveBack, holdRun, saveRun } from './runs.store.ts'
import { nextAfter } from './schedule.ts'

export interface FeedSources {
  readonly database: Database
  readonly clock: Clock
  /** The one business that is looked at; left out: all. */
  readonly only?: Tenant
  readonly feedKey: Uint8Array
  readonly feedsAllowed: Allowed
  readonly reader: BulkReader
  /** Called when there are rows to apply. */
  readonly wake: () => void
  /** Aborted when the server stops. */
  readonly signal: AbortSignal
  /** How long a whole file may take; a minute unless it is said. */
  readonly answerWithinMs?: number
}

const WITHIN_MS = MINUTE
// Longer than a run may take, so that no two processes fetch the same at once.
const LEASE_MS = 5 * MINUTE
const AT_ONCE = 3
const MOST_TOLD = 1_000

/**
 * Fetches every feed that is due, once; answers how many. What a file brings is kept together with its run, in one transaction that asks
 * for the run's lease, so a run that took too long, or whose feed was changed meanwhile, brings nothing.
 */
export async function pullFeeds(sources: FeedSources): Promise<number> {
  const sql = runnerOfTransaction(sources.database.query)
  let pulled = 0
  while (!sources.signal.aborted) {
    const at = sources.clock()
    const due = await claimDue(sql, { at, until: later(at, LEASE_MS), most: AT_ONCE, only: sources.only })
    if (due.length === 0) break
    pulled += due.length
    await Promise.all(due.map((feed) => pullOne(sources, feed)))
  }
  return pulled
}

async function pullOne(sources: FeedSources, feed: DueFeed): Promise<void> {
  const startedAt = sources.clock(feed.tenant)
  const brought = await bring(sources, feed)
  if (sources.signal.aborted) return giveBack(runnerOfTransaction(sources.database.query), feed)
  const actor: Actor = { ...nobody, tenant: feed.tenant, business: feed.business, mode: feed.mode }
  await transact(sources.database, { actor, at: sources.clock(feed.tenant) }, async (work) => {
    if (!(await holdRun(work.sql, feed))) return
    const begun = brought.outcome === 'SYNCHRONISED' ? await begin(work, feed, brought) : {}
    const failures = brought.outcome === 'FAILED' ? feed.failures + 1 : 0
    await saveRun(work.sql, feed, {
      ...brought,
      startedAt,
      endedAt: work.at,
      ...begun,
      failures,
      nextAt: nextAt(feed, { brought, failures, at: work.at }),
    })
  })
  if (brought.outcome === 'SYNCHRONISED') sources.wake()
}

/** The rows of the file begin to be applied, with what is missing in it where the feed wants that. */
async function begin(work: Work, feed: DueFeed, { parts, skus }: File) {
  const teller = { source: 'FEED', of: feed.id } as const
  if (!skus) return { sync: await startSync(work, { parts }, teller) }
  const before = await readHad(work.sql, feed)
  const { had, lacked, away, back } = compareWith(before, skus, { isTrusted: feed.asked })
  // What somebody else switched off stays so when the file has it again.
  const offered = await offeredAmong(work, away)
  const gone = new Set([...before.gone].filter((sku) => !skus.has(sku)).concat(offered))
  await saveHad(work.sql, feed, { had, gone })
  const sync = await startSync(work, { parts: withMissing(parts, { back, away: offered }) }, teller)
  return { sync, lacked, deactivated: offered.length }
}

interface File {
  readonly parts: readonly BulkPart[]
  /** What it has, where that matters. */
  readonly skus: ReadonlySet<string> | undefined
}

type Brought =
  | ({ readonly outcome: 'SYNCHRONISED'; readonly version: Version } & File)
  | { readonly outcome: 'UNCHANGED' }
  | { readonly outcome: 'FAILED'; readonly error: string; readonly retryAfter?: number | undefined }

/** Never throws: what goes wrong on the way is shown with the feed. */
async function bring(sources: FeedSources, feed: DueFeed): Promise<Brought> {
  try {
    const got = await get(sources, feed)
    if (got.error !== undefined) return { outcome: 'FAILED', error: got.error, retryAfter: got.retryAfter }
    if (!got.body) return { outcome: 'UNCHANGED' }
    const digest = createHash('sha256').update(got.body).digest()
    if (!feed.asked && feed.digest?.equals(digest)) return { outcome: 'UNCHANGED' }
    const { etag, 'last-modified': lastModified } = got.headers
    const version = { etag, lastModified, digest }
    const parts = await rowsOfFile(got.body, feed, sources.reader)
    const skus = feed.missing === 'DEACTIVATE' ? await skusOf(parts) : undefined
    return { outcome: 'SYNCHRONISED', parts, skus, version }
  } catch (error) {
    return { outcome: 'FAILED', error: storable(error instanceof Error ? error.message : String(error)) }
  }
}

/** The message may quote the file, which may hold anything. */
function storable(message: string): string {
  return message.replaceAll('\0', '').slice(0, MOST_TOLD).toWellFormed()
}

function get(sources: FeedSources, feed: DueFeed): Promise<Got> {
  const { clock, feedKey, feedsAllowed: allowed, signal, answerWithinMs = WITHIN_MS } = sources
  const { id, mode, url, headerName, secrets, etag, lastModified, asked } = feed
  const { value = '' } = secrets ? unseal(feedKey, secretsOwner(id), secrets) : {}
  const known = {
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  }
  return getFile(
    {
      url,
      secrets: headerName === null ? {} : { [headerName]: value },
      headers: { accept: '*/*', 'user-agent': 'Tillback', ...(asked ? {} : known) },
    },
    {
      allowed,
      withinMs: answerWithinMs,
      mostBytes: MOST_BYTES,
      at: clock(),
      signal,
      checkTarget: (target) => targetOf(target, mode, allowed),
    },
  )
}

interface Ended {
  readonly brought: Brought
  readonly failures: number
  readonly at: Date
}

/** One that is switched off is fetched when it is asked for, and not by itself. */
function nextAt(feed: DueFeed, { brought, failures, at }: Ended): Date | undefined {
  if (feed.state === 'DISABLED') return undefined
  if (brought.outcome !== 'FAILED') return nextAfter(feed, at)
  return againAt(feed, failures, { at, retryAfterMs: (brought.retryAfter ?? 0) * SECOND })
}
