import { type Route, route } from '../http/index.ts'
import { listAuditLog } from './audit.api.ts'
import { listActs } from './list-acts.ts'

export { operationsAfter } from './audit.store.ts'
export { forgetActs } from './forget-acts.ts'
export { type LogReport, verifyLog } from './verify-log.ts'
export { openWitness } from './witness.ts'
export { type Told, writeAct } from './write-act.ts'

export function auditRoutes(): readonly Route[] {
  return [route(listAuditLog, (work, { query }) => listActs(work, query))]
}
