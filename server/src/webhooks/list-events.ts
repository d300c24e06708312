import type { Work } from '../db/index.ts'
import type { EventType } from '../events/index.ts'
import { invalidField, notFound } from '../kit/error.ts'
import { parseGuid } from '../kit/id.ts'
import {
  eventById,
  eventsAfter,
  eventsBefore,
  forgottenUpTo,
  type SnapshotOf,
  tellEvent,
} from './event-body.ts'
import type { EventReply } from './events.api.ts'

export interface EventsQuery {
  readonly after?: string | undefined
  readonly size: number
  readonly type?: EventType | undefined
  readonly order: 'ASC' | 'DESC'
}

/** The cursor is of the last event that was told, or the one that was sent where there is none. */
export async function listEvents(work: Work, query: EventsQuery, snapshotOf: SnapshotOf) {
  const after = query.after ?? '0'
  const found = await foundBy(work, query)
  const content: EventReply[] = []
  for (const event of found.slice(0, query.size)) content.push(await tellEvent(work, event, snapshotOf))
  const cursor = content.at(-1)?.cursor ?? after
  return { content, paging: { cursor, has_more: found.length > query.size } }
}

/** Oldest first, from where somebody has read to; or the newest first, for whoever looks what happened lately. */
async function foundBy(work: Work, { after, type, size, order }: EventsQuery) {
  if (order === 'DESC') {
    const before = after === undefined ? undefined : BigInt(after)
    return eventsBefore(work, { before, type, size })
  }
  await refuseForgotten(work, after)
  return eventsAfter(work, { after: BigInt(after ?? '0'), types: type && [type], size })
}

export async function getEvent(work: Work, id: string, snapshotOf: SnapshotOf): Promise<EventReply> {
  const guid = parseGuid(id)
  const event = guid === undefined ? undefined : await eventById(work, guid)
  if (!event) throw notFound('event', id)
  return tellEvent(work, event, snapshotOf)
}

/** Going on from there would leave events out without a word. */
export async function refuseForgotten(work: Work, after: string | undefined): Promise<void> {
  if (after === undefined || BigInt(after) === 0n) return
  if (BigInt(after) >= (await forgottenUpTo(work))) return
  throw invalidField(
    'after',
    after,
    'events are kept for 30 days and some after this one are gone; read the things themselves, then ask without it',
  )
}
