import { setTimeout as sleep } from 'node:timers/promises'
import { transact, type Work } from '../db/index.ts'
import type { EventType } from '../events/index.ts'
import { openReaders, type Reading } from '../http/index.ts'
import type { Actor } from '../kit/actor.ts'
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
  readonly readChanges: ReadChanges
  readonly heartbeatMs?: number
}

/** How far a reader was told of what no event tells; of each thing that is looked at, where it stood. */
export type Stand = Readonly<Record<string, string>>

/** Which parts of the API may read otherwise than at an earlier stand, and how it stands now. */
export type ReadChanges = (
  work: Work,
  before: Stand | undefined,
) => Promise<{ readonly stand: Stand; readonly parts: readonly string[] }>

export interface Followed {
  readonly after?: string | undefined
  /** undefined: all. */
  readonly types: readonly EventType[] | undefined
  readonly include_data: boolean
  /** Whether to say as well that something changed of which there is no event. */
  readonly tellsChanges?: boolean
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
  readonly stand: Stand | undefined
}

interface Place {
  readonly after: bigint
  readonly stand: Stand | undefined
}

/**
 * The database is the only buffer: a reader takes one batch after another as fast as it reads, and goes on from its own place. Readers
 * that stand at the same place and may see the same share one look.
 */
export function openLiveEvents({
  clock,
  snapshotOf,
  readChanges,
  heartbeatMs = HEARTBEAT_MS,
}: LiveEventsOptions): LiveEvents {
  const admit = openReaders('events')
  const looks = new Map<string, Promise<Batch>>()
  let news = Promise.withResolvers<void>()

  const look = ({ database, actor }: Reading, followed: Followed, place: Place): Promise<Batch> => {
    const { types, include_data } = followed
    const where = [actor.tenant, actor.within, place.after, JSON.stringify(place.stand)]
    const name = [...where, types, include_data && whatIsShownTo(actor)].join('|')
    const shared = looks.get(name)
    if (shared) return shared
    const found = transact(database, { actor, at: clock(actor.tenant) }, async (work) => {
      const batch = await readBatch(work, { ...followed, ...place, snapshotOf })
      return place.stand ? await withChanges(work, batch, readChanges) : batch
    }).finally(() => looks.delete(name))
    looks.set(name, found)
    return found
  }

  async function* follow(reading: Reading, followed: Followed): AsyncGenerator<string> {
    const { database, actor, signal, isWelcome } = reading
    const leave = admit(actor.tenant)
    try {
      let place = await transact(
        database,
        reading,
        async (work): Promise<Place> => ({
          after: await startOf(work, reading.lastEventId ?? followed.after),
          stand: followed.tellsChanges ? (await readChanges(work, undefined)).stand : undefined,
        }),
      )
      yield `retry: 2000\nid: ${place.after}\n\n`
      let quietSince = performance.now()
      while (!signal.aborted) {
        const heard = news.promise
        const { frames, upTo, stand } = await look(reading, followed, place)
        if (frames.length > 0 && !(await isWelcome())) return
        place = { after: upTo, stand }
        for (const frame of frames) yield frame
        if (frames.length > 0) quietSince = performance.now()
        if (frames.length >= BATCH) continue
        if (performance.now() - quietSince >= heartbeatMs) {
          if (!(await isWelcome())) return
          yield `: still here\nid: ${place.after}\n\n`
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

/** Of a thing whoever may not read people, or is staff, is shown less than others. */
function whatIsShownTo({ by, scopes }: Actor): string {
  return [by.kind, ...[...scopes].sort()].join(' ')
}

interface Look extends Omit<Followed, 'after'>, Place {
  readonly snapshotOf: SnapshotOf
}

async function readBatch(
  work: Work,
  { after, stand, types, include_data, snapshotOf }: Look,
): Promise<Batch> {
  // Looked at first: whatever has a number up to this one is committed, so it is among the events that are read next.
  const last = await lastNumbered(work)
  if (last <= after) return { frames: [], upTo: after, stand }
  const events = (await eventsAfter(work, { after, types, size: BATCH })).slice(0, BATCH)
  const frames: string[] = []
  for (const event of events) {
    const body = await tellEvent(work, event, include_data ? snapshotOf : async () => undefined)
    frames.push(`id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(body)}\n\n`)
  }
  const told = events.at(-1)?.seq ?? 0n
  return { frames, upTo: events.length < BATCH && last > told ? last : told, stand }
}

/** Without an id: a reader that lost the connection goes on after the last event, and reads what it shows anew. */
async function withChanges(work: Work, batch: Batch, readChanges: ReadChanges): Promise<Batch> {
  const { stand, parts } = await readChanges(work, batch.stand)
  if (parts.length === 0) return { ...batch, stand }
  const change = `event: change\ndata: ${JSON.stringify({ parts })}\n\n`
  return { ...batch, stand, frames: [...batch.frames, change] }
}
