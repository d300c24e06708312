import { type Route, route } from '../http/index.ts'
import { eraseContact } from './erase-contact.ts'
import { exportContact } from './export-contact.ts'
import * as api from './privacy.api.ts'

export function privacyRoutes(): readonly Route[] {
  return [
    route(api.exportContact, (work, { params }) => exportContact(work, params.id)),
    route(api.eraseContact, (work, { params, body }) =>
      eraseContact(work, params.id, { leavesMoney: body.leave_money }),
    ),
  ]
}
