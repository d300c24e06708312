import type { Work } from '../db/index.ts'
import type { ContactId } from '../kit/id.ts'
import type { Note } from './note.ts'

export async function insertNote({ db, actor }: Work, note: Note): Promise<void> {
  await db
    .insertInto('contact_notes')
    .values({
      tenant: actor.tenant,
      id: note.id,
      contact_id: note.contact,
      text: note.text,
      by_kind: note.by.kind,
      by_id: note.by.id,
      by_name: note.by.name,
      created_at: note.createdAt,
    })
    .execute()
}

interface PageWanted {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
}

/** One more than the page holds, so that it knows whether there is another. */
export async function pageOfNotes(
  work: Work,
  contact: ContactId,
  { page, size, order }: PageWanted,
): Promise<readonly Note[]> {
  const rows = await notesOf(work, contact)
    .selectAll()
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(noteOfRow)
}

export async function countNotes(work: Work, contact: ContactId): Promise<number> {
  const { total } = await notesOf(work, contact)
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

export async function findNote(work: Work, contact: ContactId, id: string): Promise<Note | undefined> {
  const row = await notesOf(work, contact).selectAll().where('id', '=', id).executeTakeFirst()
  return row && noteOfRow(row)
}

export async function deleteNote({ db, actor }: Work, { id }: Note): Promise<void> {
  await db.deleteFrom('contact_notes').where('tenant', '=', actor.tenant).where('id', '=', id).execute()
}

/** Two contacts became one: what was written about either is about both. */
export async function giveNotes(
  { db, actor }: Work,
  { from, into }: { readonly from: ContactId; readonly into: ContactId },
): Promise<void> {
  await db
    .updateTable('contact_notes')
    .set({ contact_id: into })
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', from)
    .execute()
}

function notesOf({ db, actor }: Work, contact: ContactId) {
  return db.selectFrom('contact_notes').where('tenant', '=', actor.tenant).where('contact_id', '=', contact)
}

function noteOfRow(row: {
  readonly id: string
  readonly contact_id: string
  readonly text: string
  readonly by_kind: Note['by']['kind']
  readonly by_id: string
  readonly by_name: string
  readonly created_at: Date
}): Note {
  return {
    id: row.id,
    contact: row.contact_id,
    text: row.text,
    by: { kind: row.by_kind, id: row.by_id, name: row.by_name },
    createdAt: row.created_at,
  }
}
