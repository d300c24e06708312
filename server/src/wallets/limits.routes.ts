import { type Route, route } from '../http/index.ts'
import { getDefaultLimits, getWalletLimits, setDefaultLimits, setWalletLimits } from './change-limits.ts'
import * as api from './limits.api.ts'

export function limitsRoutes(): readonly Route[] {
  return [
    route(api.getWalletLimits, (work, { params }) => getWalletLimits(work, params.id)),
    route(api.setWalletLimits, (work, { params, body }) => setWalletLimits(work, params.id, body.rules)),
    route(api.getDefaultLimits, (work) => getDefaultLimits(work)),
    route(api.setDefaultLimits, (work, { body }) => setDefaultLimits(work, body.rules)),
  ]
}
