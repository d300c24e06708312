import { type Route, route } from '../http/index.ts'
import * as alikeApi from './alike.api.ts'
import { listAlike, tellApart } from './alike.ts'
import { mergeContacts } from './merge-contacts.ts'
import * as api from './merges.api.ts'
import { undoMerge } from './undo-merge.ts'

/** `forgetCallers` makes the authenticator look callers up again: who is signed in is one with another at once. */
export function mergesRoutes({ forgetCallers }: { readonly forgetCallers: () => void }): readonly Route[] {
  return [
    route(
      api.mergeContacts,
      (work, { params, body }) => mergeContacts(work, params.id, body.contact_id),
      forgetCallers,
    ),
    route(
      api.undoMerge,
      (work, { params, body }) => undoMerge(work, params.id, body.contact_id),
      forgetCallers,
    ),
    route(alikeApi.listAlike, (work, { query }) => listAlike(work, query)),
    route(alikeApi.tellApart, (work, { params, body }) => tellApart(work, params.id, body.contact_id)),
  ]
}
