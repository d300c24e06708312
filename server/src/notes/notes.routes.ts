import { type Route, route } from '../http/index.ts'
import * as api from './notes.api.ts'
import { addNote, listNotes, removeNote } from './write-note.ts'

export function notesRoutes(): readonly Route[] {
  return [
    route(api.addNote, (work, { params, body }) => addNote(work, { contact: params.id, text: body.text })),
    route(api.listNotes, (work, { params, query }) => listNotes(work, params.id, query)),
    route(api.removeNote, (work, { params }) => removeNote(work, { contact: params.id, note: params.note })),
  ]
}
