import { type Route, route } from '../http/index.ts'
import * as api from './adjustments.api.ts'
import { askAdjustment } from './ask-adjustment.ts'
import { decideAdjustment } from './decide-adjustment.ts'
import { getAdjustment, listAdjustments, listAllAdjustments } from './list-adjustments.ts'

export function adjustmentsRoutes(): readonly Route[] {
  return [
    route(api.createAdjustment, async (work, { params, body }) => {
      const { id } = await askAdjustment(work, params.id, body)
      return getAdjustment(work, id)
    }),
    route(api.listAdjustments, (work, { params, query }) => listAdjustments(work, params.id, query)),
    route(api.listAllAdjustments, (work, { query }) => listAllAdjustments(work, query)),
    route(api.getAdjustment, (work, { params }) => getAdjustment(work, params.id)),
    route(api.decideAdjustment, async (work, { params, body }) => {
      const { id } = await decideAdjustment(work, params.id, body)
      return getAdjustment(work, id)
    }),
  ]
}
