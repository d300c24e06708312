import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import type { EventType } from '../events/index.ts'
import { API_VERSION } from '../http/index.ts'
import { epochSeconds } from '../kit/time.ts'
import type { EventReply } from './events.api.ts'

/**
 * A thing in the shape in which the API reads it, by the type of what happened to it; undefined: it cannot be read any more. Known to
 * the domains of the things, which stand before this one or beside it.
 */
export type SnapshotOf = (work: Work, type: string, entity: string) => Promise<object | undefined>

export interface StoredEvent {
  readonly id: string
  readonly type: string
  readonly entity: string
  readonly at: Date
  readonly seq: bigint
  readonly entitySeq: bigint
}

export async function eventById(work: Work, id: string): Promise<StoredEvent | undefined> {
  const row = await selectEvents(work).where('id', '=', id).executeTakeFirst()
  return row && eventOfRow(row)
}

/** One more than asked for, so that it is known whether there are more. */
export async function eventsAfter(
  work: Work,
  {
    after,
    types,
    size,
  }: {
    readonly after: bigint
    /** undefined: all. */
    readonly types: readonly EventType[] | undefined
    readonly size: number
  },
): Promise<StoredEvent[]> {
  let query = selectEvents(work)
    .where('seq', '>', after)
    .where('seq', '>', await forgottenUpTo(work))
  if (types !== undefined) query = query.where('type', '=', sql<string>`any(${[...types]}::text[])`)
  const rows = await query
    .orderBy('seq')
    .limit(size + 1)
    .execute()
  return rows.map(eventOfRow)
}

/** The other way round: the newest first, from before a cursor; one more than asked for. */
export async function eventsBefore(
  work: Work,
  {
    before,
    type,
    size,
  }: { readonly before: bigint | undefined; readonly type: string | undefined; readonly size: number },
): Promise<StoredEvent[]> {
  let query = selectEvents(work).where('seq', '>', await forgottenUpTo(work))
  if (before !== undefined) query = query.where('seq', '<', before)
  if (type !== undefined) query = query.where('type', '=', type)
  const rows = await query
    .orderBy('seq', 'desc')
    .limit(size + 1)
    .execute()
  return rows.map(eventOfRow)
}

/** The last event that is kept no longer; 0: none was forgotten yet. */
export async function forgottenUpTo(work: Work): Promise<bigint> {
  return (await feedOf(work))?.forgotten ?? 0n
}

/** The last event that has a number; all up to it are committed. */
export async function lastNumbered(work: Work): Promise<bigint> {
  return (await feedOf(work))?.last ?? 0n
}

function feedOf({ db, actor }: Work) {
  return db
    .selectFrom('event_feeds')
    .select(['last', 'forgotten'])
    .where('tenant', '=', actor.tenant)
    .executeTakeFirst()
}

function selectEvents({ db, actor }: Work) {
  return db
    .selectFrom('events')
    .select(['id', 'type', 'entity_id', 'at'])
    .select([sql<bigint>`seq`.as('seq'), sql<bigint>`entity_seq`.as('entity_seq')])
    .where('tenant', '=', actor.tenant)
    .where('seq', 'is not', null)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectEvents>['execute']>>[number]

function eventOfRow({ entity_id, entity_seq, ...row }: Row): StoredEvent {
  return { ...row, entity: entity_id, entitySeq: entity_seq }
}

/** An event as it is told, with its thing as it is at this moment. */
export async function tellEvent(work: Work, event: StoredEvent, snapshotOf: SnapshotOf): Promise<EventReply> {
  return {
    id: event.id,
    cursor: String(event.seq),
    type: event.type,
    api_version: API_VERSION,
    mode: work.actor.mode,
    entity_id: event.entity,
    sequence: Number(event.entitySeq),
    created_on: epochSeconds(event.at),
    data: dataOf(await snapshotOf(work, event.type, event.entity)),
  }
}

function dataOf(snapshot: object | undefined): EventReply['data'] {
  return snapshot === undefined ? null : { ...snapshot }
}
