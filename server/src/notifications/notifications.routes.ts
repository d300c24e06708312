import { type Route, route } from '../http/index.ts'
import * as api from './communications.api.ts'
import { getCommunication, listCommunications, markCommunication } from './read-communications.ts'

export function notificationsRoutes(): readonly Route[] {
  return [
    route(api.listCommunications, (work, { params, query }) => listCommunications(work, params.id, query)),
    route(api.getCommunication, (work, { params }) => getCommunication(work, params.id)),
    route(api.markCommunication, (work, { params, body }) =>
      markCommunication(work, { id: params.id, ...body }),
    ),
  ]
}
