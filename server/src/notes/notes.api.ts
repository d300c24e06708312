import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AmbiguousIdentifier, InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { LONGEST_NOTE, MOST_NOTES } from './note.ts'

const tag = 'Contacts'
const path = '/backoffice/v2/contacts/{id}/notes'

const noteReply = z.object({
  id: z.string(),
  contact_id: z.string(),
  text: z.string(),
  by: z
    .object({ kind: z.enum(['KEY', 'USER']), id: z.string(), name: z.string() })
    .meta({ description: 'The person or the API key, as they were called then.' }),
  created_on: wire.epoch,
  removable: z.boolean().meta({ description: 'Whether who asks may take it away.' }),
})
export type NoteReply = z.input<typeof noteReply>

const listQuery = z.strictObject(wire.listQuery)
export type NotesQuery = z.output<typeof listQuery>

export const addNote = endpoint({
  name: 'addContactNote',
  method: 'POST',
  path,
  tag,
  summary: 'Write down something about a contact, for whoever looks after them next',
  description: `A contact has at most ${MOST_NOTES} notes. The contact reads them in the copy of their data, and they are gone when the contact is erased.`,
  access: 'contacts:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({
    text: z
      .string()
      .trim()
      .min(1)
      .max(LONGEST_NOTE)
      .meta({ examples: ['Prefers to be called in the morning.'] }),
  }),
  reply: noteReply,
  errors: [
    RequiredField,
    InvalidValue,
    NotFound,
    AmbiguousIdentifier,
    InvalidState,
    Forbidden,
    IdempotencyKeyReused,
  ],
})

export const listNotes = endpoint({
  name: 'listContactNotes',
  method: 'GET',
  path,
  tag,
  summary: 'List what staff wrote down about a contact, newest first',
  access: 'contacts:read',
  effect: 'reads',
  params: wire.idParams,
  query: listQuery,
  reply: wire.pageReply(noteReply),
  errors: [InvalidValue, NotFound, AmbiguousIdentifier],
})

export const removeNote = endpoint({
  name: 'removeContactNote',
  method: 'DELETE',
  path: `${path}/{note}`,
  tag,
  summary: 'Take a note about a contact away',
  description:
    'One’s own; those of others, whoever may change staff (users:write). One that is not there is no refusal.',
  access: 'contacts:write',
  effect: 'writes',
  params: z.strictObject({ id: z.string(), note: z.string() }),
  reply: z.object({ id: z.string(), contact_id: z.string() }),
  errors: [NotFound, AmbiguousIdentifier, Forbidden, IdempotencyKeyReused],
})
