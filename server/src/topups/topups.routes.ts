import { type Route, route } from '../http/index.ts'
import { cancelTopup } from './cancel-topup.ts'
import { getTopup, listTopups } from './list-topups.ts'
import { topUp } from './top-up.ts'
import * as api from './topups.api.ts'

export function topupsRoutes(): readonly Route[] {
  return [
    route(api.createTopup, async (work, { body }) => {
      const { id } = await topUp(work, body)
      return getTopup(work, id)
    }),
    route(api.listTopups, (work, { query }) => listTopups(work, query)),
    route(api.getTopup, (work, { params }) => getTopup(work, params.id)),
    route(api.cancelTopup, async (work, { params, body }) => {
      const { id } = await cancelTopup(work, params.id, body.reason)
      return getTopup(work, id)
    }),
  ]
}
