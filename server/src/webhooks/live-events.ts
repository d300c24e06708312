import { setTimeout as sleep } from 'node:timers/promises'
import { transact, type Work } from '../db/index.ts'
import type { EventType } from '../events/index.ts'
import { openReaders, type Reading } from '../http/index.ts'
import { invalidField } from '../kit/error.ts'
import { type Clock, SECOND } from '../kit/time.ts'
import { eventsAfter, lastNumbered, type SnapshotOf, tellEvent } from './event-body.ts'
import { refuseForgotten } from './list-events.ts'

const BATCH = 50
/** How long a reader waits for what another process numbered; this one wakes its own. */
const POLL_MS = 500
const HEARTBEAT_MS = 15 * SECOND

export interface LiveEventsOptions {
  readonly clock: Clock
  readonly snapshotOf: SnapshotOf
  readonly heartbeatMs?: number
}

export interface Followed {
  readonly after?: string | undefined
  /** undefined: all. */
  readonly types: readonly EventType[] | undefined
  readonly include_data: boolean
}

export interface LiveEvents {
  /** The pieces of a stream of events (text/event-stream), until the reader is gone or may not read any more. */
  follow(reading: Reading, followed: Followed): AsyncGenerator<string>
  /** Something was numbered in this process. */
  wake(): void
}

interface Batch {
  readonly frames: readonly string[]
  /** From where to go on: all up to there was told, or is of no interest. */
  readonly upTo: bigint
}

/**
 * The database is the only buffer: a reader takes one batch after another as fast as it reads, and goes on from its own place. Readers
 * that stand at the same place share one look.
 */
export function openLiveEvents({
  clock,
  snapshotOf,
  heartbeatMs = HEARTBEAT_MS,
}: LiveEventsOptions): LiveEvents {
  const admit = openReaders('events')
  const looks = new Map<string, Promise<Batch>>()
  let news = Promise.withResolvers<void>()

  const look = ({ database, actor }: Reading, followed: Followed, after: bigint): Promise<Batch> => {
    const { types, include_data } = followed
    const key = [actor.tenant, actor.within, after, include_data, types].join('|')
    const shared = looks.get(key)
    if (shared) return shared
    const found = transact(database, { actor, at: clock(actor.tenant) }, (work) =>
      readBatch(work, { ...followed, after, snapshotOf }),
    ).finally(() => looks.delete(key))
    looks.set(key, found)
    return found
  }

  async function* follow(reading: Reading, followed: Followed): AsyncGenerator<string> {
    const { database, actor, signal, isWelcome } = reading
    const leave = admit(actor.tenant)
    try {
      let after = await transact(database, reading, (work) =>
        startOf(work, reading.lastEventId ?? followed.after),
      )
      yield `retry: 2000\nid: ${after}\n\n`
      let quietSince = performance.now()
      while (!signal.aborted) {
        const heard = news.promise
        const { frames, upTo } = await look(reading, followed, after)
        if (frames.length > 0 && !(await isWelcome())) return
        after = upTo
        for (const frame of frames) yield frame
        if (frames.length > 0) quietSince = performance.now()
        if (frames.length === BATCH) continue
        if (performance.now() - quietSince >= heartbeatMs) {
          if (!(await isWelcome())) return
          yield `: still here\nid: ${after}\n\n`
          quietSince = performance.now()
        }
        await Promise.race([heard, sleep(Math.min(POLL_MS, heartbeatMs), undefined, { signal })]).catch(
          () => {},
        )
      }
    } finally {
      leave()
    }
  }

  return {
    follow,
    wake: () => {
      news.resolve()
      news = Promise.withResolvers()
    },
  }
}

/** After the last event that the reader has seen; who has seen none begins with what happens next. */
async function startOf(work: Work, seen: string | undefined): Promise<bigint> {
  if (seen === undefined || seen === '') return lastNumbered(work)
  if (!/^\d{1,18}$/.test(seen)) throw invalidField('Last-Event-ID', seen, 'a cursor of an event is needed')
  await refuseForgotten(work, seen)
  return BigInt(seen)
}

interface Look extends Omit<Followed, 'after'> {
  readonly after: bigint
  readonly snapshotOf: SnapshotOf
}

async function readBatch(work: Work, { after, types, include_data, snapshotOf }: Look): Promise<Batch> {
  // Looked at first: whatever has a number up to this one is committed, so it is among the events that are read next.
  const last = await lastNumbered(work)
  if (last <= after) return { frames: [], upTo: after }
  const events = (await eventsAfter(work, { after, types, size: BATCH })).slice(0, BATCH)
  const frames: string[] = []
  for (const event of events) {
    const body = await tellEvent(work, event, include_data ? snapshotOf : async () => undefined)
    frames.push(`id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(body)}\n\n`)
  }
  const told = events.at(-1)?.seq ?? 0n
  return { frames, upTo: events.length < BATCH && last > told ? last : told }
}
