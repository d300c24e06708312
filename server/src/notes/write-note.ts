import { nameOfCaller } from '../access/index.ts'
import { getContact, lockContact, requireWholeBusiness } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { Forbidden } from '../http/index.ts'
import { InvalidState } from '../kit/error.ts'
import { newId, parseGuid } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { type Author, kindOf, MOST_NOTES, mayRemove, type Note } from './note.ts'
import type { NoteReply, NotesQuery } from './notes.api.ts'
import { countNotes, deleteNote, findNote, insertNote, pageOfNotes } from './notes.store.ts'

/** The contact is held, so that two who write at once do not both write the last note that has room. */
export async function addNote(
  work: Work,
  { contact: name, text }: { readonly contact: string; readonly text: string },
): Promise<NoteReply> {
  refuseBoundKey(work)
  const { id: contact } = await lockContact(work, name)
  const there = await countNotes(work, contact)
  if (there >= MOST_NOTES) {
    throw InvalidState({
      parameters: ['notes', `${there}`, `${MOST_NOTES}`],
      detail: `The contact has ${there} notes; at most ${MOST_NOTES} are kept. Take one away first.`,
    })
  }
  const note: Note = { id: newId(), contact, text, by: await author(work), createdAt: work.at }
  await insertNote(work, note)
  return shownTo(work)(note)
}

export async function listNotes(work: Work, name: string, list: NotesQuery): Promise<Page<NoteReply>> {
  const { id: contact } = await getContact(work, name)
  const rows = await pageOfNotes(work, contact, list)
  const total = list.include_total ? await countNotes(work, contact) : null
  const request = { page: list.page, size: list.size, includeTotal: list.include_total }
  return pageOf(request, rows, shownTo(work), total)
}

export async function removeNote(
  work: Work,
  { contact: name, note: sent }: { readonly contact: string; readonly note: string },
): Promise<{ readonly id: string; readonly contact_id: string }> {
  refuseBoundKey(work)
  const { id: contact } = await lockContact(work, name)
  const id = parseGuid(sent)
  const note = id === undefined ? undefined : await findNote(work, contact, id)
  if (note && !mayRemove(work.actor, note)) {
    throw Forbidden({
      parameters: ['note', note.by.name],
      detail: `The note was written by ${note.by.name}. They can take it away, or somebody who may change staff (users:write).`,
    })
  }
  if (note) await deleteNote(work, note)
  return { id: sent, contact_id: contact }
}

function refuseBoundKey({ actor }: Work): void {
  requireWholeBusiness(actor, 'writes nothing about them')
}

async function author(work: Work): Promise<Author> {
  const { by } = work.actor
  const kind = present(kindOf(by), 'a scope is held by a key or a person')
  return { kind, id: 'id' in by ? by.id : '', name: await nameOfCaller(work) }
}

function shownTo({ actor }: Work): (note: Note) => NoteReply {
  return (note) => ({
    id: note.id,
    contact_id: note.contact,
    text: note.text,
    by: note.by,
    created_on: epochSeconds(note.createdAt),
    removable: mayRemove(actor, note),
  })
}
