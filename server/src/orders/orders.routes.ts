import type { Database, Work } from '../db/index.ts'
import { guardedRoute, type Route, route } from '../http/index.ts'
import { invalidField } from '../kit/error.ts'
import { type Catalogues, catalogueFor } from '../purchases/index.ts'
import { actOnOrder, moveToStage } from './act-on-order.ts'
import * as reasons from './cancellation-reasons.api.ts'
import { estimateOrder } from './estimate-order.ts'
import * as estimates from './estimates.api.ts'
import { guardPass } from './guard-pass.ts'
import {
  createReason,
  deleteReason,
  getReason,
  listReasons,
  showReason,
  updateReason,
} from './keep-cancellation-reasons.ts'
import { createStage, deleteStage, listStages, showStage, updateStage } from './keep-order-stages.ts'
import { getOrder, listOrders, showOrder } from './list-orders.ts'
import * as stages from './order-stages.api.ts'
import * as api from './orders.api.ts'
import { placeOrder } from './place-order.ts'
import { showEstimate } from './show-estimate.ts'

export interface OrdersWiring {
  readonly database: Database
  readonly catalogues: Catalogues
  /** Sends an order to all its adaptors of that kind once more. */
  readonly provisionAgain: (work: Work, order: string, kind: 'PRINTER' | 'HTTP') => Promise<number>
}

export function ordersRoutes(wiring: OrdersWiring): readonly Route[] {
  return [...orderRoutes(wiring), ...reasonRoutes(), ...stageRoutes()]
}

function orderRoutes({ database, catalogues, provisionAgain }: OrdersWiring): readonly Route[] {
  const ordering = { catalogues }
  return [
    guardedRoute(
      api.placeOrder,
      (command, { body }) => guardPass(database, command, body),
      async (work, { body }) => showOrder(work, await placeOrder(work, body, ordering), catalogues),
    ),
    guardedRoute(
      estimates.estimateOrder,
      (command, { body }) => guardPass(database, command, body),
      async (work, { body }) => {
        const estimate = await estimateOrder(work, body, ordering)
        return showEstimate(estimate, await catalogueFor(work, catalogues))
      },
    ),
    route(api.listOrders, (work, { query }) => listOrders(work, query, catalogues)),
    route(api.listOrdersOfContact, (work, { params, query }) =>
      listOrders(work, { ...query, contact_id: params.id }, catalogues),
    ),
    route(api.getOrder, (work, { params }) => getOrder(work, params.id, catalogues)),
    route(api.updateOrder, async (work, { params, body }) => {
      const order = await moveToStage(work, catalogues, { name: params.id, stage: body.stage_id })
      return showOrder(work, order, catalogues)
    }),
    route(api.actOnOrder, async (work, { params, body }) => {
      if (body.id !== undefined && body.id !== params.id) {
        throw invalidField('id', body.id, `the order of the path is "${params.id}"`)
      }
      const { action } = body
      if (action === 'PRINT_ORDER' || action === 'ORDER_PROVISION') {
        const { id } = await getOrder(work, params.id, catalogues)
        await provisionAgain(work, id, action === 'PRINT_ORDER' ? 'PRINTER' : 'HTTP')
        return { id }
      }
      const reason = body.cancellation_reason_id ?? undefined
      const { id } = await actOnOrder(work, catalogues, { name: params.id, action, reason })
      return { id }
    }),
  ]
}

function reasonRoutes(): readonly Route[] {
  return [
    route(reasons.listReasons, (work, { query }) => listReasons(work, query)),
    route(reasons.getReason, async (work, { params }) => showReason(await getReason(work, params.id))),
    route(reasons.createReason, async (work, { body }) => showReason(await createReason(work, body))),
    route(reasons.updateReason, async (work, { params, body }) =>
      showReason(await updateReason(work, params.id, body)),
    ),
    route(reasons.deleteReason, (work, { params }) => deleteReason(work, params.id)),
  ]
}

function stageRoutes(): readonly Route[] {
  return [
    route(stages.listStages, (work, { query }) => listStages(work, query)),
    route(stages.createStage, async (work, { body }) => showStage(await createStage(work, body))),
    route(stages.updateStage, async (work, { params, body }) =>
      showStage(await updateStage(work, params.id, body)),
    ),
    route(stages.deleteStage, (work, { params }) => deleteStage(work, params.id)),
  ]
}
