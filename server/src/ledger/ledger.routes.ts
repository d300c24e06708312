import { type Route, route } from '../http/index.ts'
import * as api from './ledger.api.ts'
import { verifyLedger } from './verify.ts'

export function ledgerRoutes(): readonly Route[] {
  return [route(api.verifyLedger, ({ db, actor }) => verifyLedger(db, actor.tenant))]
}
