import { type Route, route } from '../http/index.ts'
import type { Clock } from '../kit/time.ts'
import { getRequest, listRequests, reportKeys, reportRequests } from './list-requests.ts'
import * as api from './request-log.api.ts'

export { openRequestLog, type RequestLog } from './follow-requests.ts'
export { newestRequest } from './request-log.store.ts'

export function requestLogRoutes({ machine }: { readonly machine: Clock }): readonly Route[] {
  return [
    route(api.listRequests, (work, { query }) => listRequests(work, query)),
    route(api.getRequest, (work, { params }) => getRequest(work, params.id)),
    route(api.getRequestReport, (work, { query }) => reportRequests(work, query, machine)),
    route(api.getKeyReport, (work, { query }) => reportKeys(work, query, machine)),
  ]
}
