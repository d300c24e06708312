import { type Route, route } from '../http/index.ts'
import * as api from './expiries.api.ts'
import { getExpiry, listExpiries } from './list-expiries.ts'

export function expiriesRoutes(): readonly Route[] {
  return [
    route(api.listExpiries, (work, { params, query }) => listExpiries(work, params.id, query)),
    route(api.getExpiry, (work, { params }) => getExpiry(work, params.id)),
  ]
}
