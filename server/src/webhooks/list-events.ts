import type { Work } from '../db/index.ts'
import { invalidField, notFound } from '../kit/error.ts'
import { parseGuid } from '../kit/id.ts'
import { eventById, eventsAfter, forgottenUpTo, type SnapshotOf, tellEvent } from './event-body.ts'
import type { EventReply } from './events.api.ts'

/** Oldest first; the cursor is of the last event that was told, or the one that was sent where there is none. */
export async function listEvents(
  work: Work,
  query: { readonly after?: string | undefined; readonly size: number; readonly type?: string | undefined },
  snapshotOf: SnapshotOf,
) {
  const after = query.after ?? '0'
  await refuseForgotten(work, query.after)
  const found = await eventsAfter(work, { after: BigInt(after), type: query.type, size: query.size })
  const content: EventReply[] = []
  for (const event of found.slice(0, query.size)) content.push(await tellEvent(work, event, snapshotOf))
  const cursor = content.at(-1)?.cursor ?? after
  return { content, paging: { cursor, has_more: found.length > query.size } }
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
