import { type Route, route } from '../http/index.ts'
import { eraseContact } from './erase-contact.ts'
import { exportContact } from './export-contact.ts'
import * as api from './privacy.api.ts'

/** `forgetCallers` makes the authenticator look callers up again: who is erased is signed out at once. */
export function privacyRoutes({ forgetCallers }: { readonly forgetCallers: () => void }): readonly Route[] {
  return [
    route(api.exportContact, (work, { params }) => exportContact(work, params.id)),
    route(
      api.eraseContact,
      (work, { params, body }) => eraseContact(work, params.id, { leavesMoney: body.leave_money }),
      forgetCallers,
    ),
  ]
}
