import { sql } from 'kysely'
import { columnsOf, statement, type Work } from '../db/index.ts'
import { type CommunicationId, type ContactId, idOf, parseGuid } from '../kit/id.ts'
import { later, SECOND } from '../kit/time.ts'
import { boundsOf, type TimeRange } from '../kit/wire.ts'
import type { Channel, Communication, StoredCommunication } from './communication.ts'

const INSERT = statement(
  'notifications_insert_communications',
  `insert into communications (tenant, id, contact_id, kind, cause_id, channel, target, state, language, sender, subject, content,
                               next_at, created_at, sent_at)
   select k.*, $14::timestamptz, case when k.state = 'COMPLETED' then $14 end
     from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[],
                 $10::text[], $11::text[], $12::text[], $13::timestamptz[])
          as k(tenant, id, contact_id, kind, cause_id, channel, target, state, language, sender, subject, content, next_at)
       on conflict (tenant, cause_id, contact_id, channel, target) do nothing`,
)

/** What a contact was told already in the same way is left out. */
export async function insertCommunications(
  { sql: runner, at }: Work,
  communications: readonly Communication[],
): Promise<void> {
  if (communications.length === 0) return
  const columns = columnsOf(
    communications,
    (c) => c.tenant,
    (c) => c.id,
    (c) => c.contact,
    (c) => c.kind,
    (c) => c.cause,
    (c) => c.channel,
    (c) => c.target,
    (c) => c.state,
    (c) => c.language,
    (c) => c.sender,
    (c) => c.subject,
    (c) => c.content,
    (c) => c.nextAt ?? null,
  )
  await runner.run(INSERT, [...columns, at])
}

export interface CommunicationFilter {
  readonly contact?: ContactId
  readonly channel?: Channel | undefined
  readonly viewed?: boolean | undefined
  readonly archived?: boolean | undefined
  readonly created_on?: TimeRange | undefined
}

export async function pageOfCommunications(
  work: Work,
  filter: CommunicationFilter,
  { page, size, order }: { readonly page: number; readonly size: number; readonly order: 'ASC' | 'DESC' },
): Promise<StoredCommunication[]> {
  const rows = await filtered(work, filter)
    .orderBy('m.id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(communicationOfRow)
}

export async function countCommunications(work: Work, filter: CommunicationFilter): Promise<number> {
  const { total } = await filtered(work, filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

export async function findCommunication(work: Work, id: string): Promise<StoredCommunication | undefined> {
  const guid = parseGuid(id)
  if (guid === undefined) return undefined
  const row = await filtered(work, {}).where('m.id', '=', guid).executeTakeFirst()
  return row && communicationOfRow(row)
}

/** What was written for these causes, the newest first. */
export async function communicationsOfCauses(
  work: Work,
  causes: readonly string[],
): Promise<StoredCommunication[]> {
  const rows = await filtered(work, {})
    .where('m.cause_id', '=', sql<string>`any(${[...causes]}::uuid[])`)
    .orderBy('m.id', 'desc')
    .execute()
  return rows.map(communicationOfRow)
}

/** Marks that hold already keep their time. */
export async function saveMarks(
  { db, actor }: Work,
  { id, viewedAt, archivedAt }: Pick<StoredCommunication, 'id' | 'viewedAt' | 'archivedAt'>,
): Promise<void> {
  await db
    .updateTable('communications')
    .set({ viewed_at: viewedAt ?? null, archived_at: archivedAt ?? null })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

/** Answers how many were not viewed before. */
export async function viewInbox(
  { db, actor, at }: Work,
  { contact, until }: { readonly contact: ContactId; readonly until: Date | undefined },
): Promise<number> {
  let unread = db
    .updateTable('communications')
    .set({ viewed_at: at })
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .where('channel', '=', 'INAPP')
    .where('viewed_at', 'is', null)
    .where('archived_at', 'is', null)
  // Times on the wire are whole seconds: what was told within that second was there.
  if (until) unread = unread.where('created_at', '<', later(until, SECOND))
  const { numUpdatedRows } = await unread.executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

function filtered(work: Work, { contact, channel, viewed, archived, created_on }: CommunicationFilter) {
  const { from, before } = boundsOf(created_on)
  let query = work.db
    .selectFrom('communications as m')
    .innerJoin('contacts as c', (on) =>
      on.onRef('c.tenant', '=', 'm.tenant').onRef('c.id', '=', 'm.contact_id'),
    )
    .selectAll('m')
    .select(['c.code', 'c.first_name', 'c.last_name'])
    .where('m.tenant', '=', work.actor.tenant)
  if (contact !== undefined) query = query.where('m.contact_id', '=', contact)
  if (channel !== undefined) query = query.where('m.channel', '=', channel)
  if (viewed !== undefined) query = query.where('m.viewed_at', viewed ? 'is not' : 'is', null)
  if (archived !== undefined) query = query.where('m.archived_at', archived ? 'is not' : 'is', null)
  if (from) query = query.where('m.created_at', '>=', from)
  if (before) query = query.where('m.created_at', '<', before)
  return query
}

type Row = Awaited<ReturnType<ReturnType<typeof filtered>['execute']>>[number]

function communicationOfRow(row: Row): StoredCommunication {
  return {
    tenant: row.tenant,
    id: idOf<CommunicationId>(row.id),
    contact: idOf<ContactId>(row.contact_id),
    to: { code: row.code, name: [row.first_name, row.last_name].filter(Boolean).join(' ') || row.code },
    kind: row.kind,
    cause: row.cause_id,
    channel: row.channel,
    target: row.target,
    state: row.state,
    language: row.language,
    sender: row.sender,
    subject: row.subject,
    content: row.content,
    viewedAt: row.viewed_at ?? undefined,
    archivedAt: row.archived_at ?? undefined,
    attempts: row.attempts,
    nextAt: row.next_at ?? undefined,
    error: row.error ?? undefined,
    createdAt: row.created_at,
    sentAt: row.sent_at ?? undefined,
  }
}
