import { type Route, route } from '../http/index.ts'
import { mergeContacts } from './merge-contacts.ts'
import * as api from './merges.api.ts'
import { undoMerge } from './undo-merge.ts'

export function mergesRoutes(): readonly Route[] {
  return [
    route(api.mergeContacts, (work, { params, body }) => mergeContacts(work, params.id, body.contact_id)),
    route(api.undoMerge, (work, { params, body }) => undoMerge(work, params.id, body.contact_id)),
  ]
}
