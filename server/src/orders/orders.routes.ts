import type { Database, Work } from '../db/index.ts'
import { guardedRoute, type Route, route } from '../http/index.ts'
import { invalidField, notFound } from '../kit/error.ts'
import { type Catalogues, catalogueFor } from '../purchases/index.ts'
import { type WalletCodes, withOwnCode } from '../tokens/index.ts'
import { actOnOrder, moveToStage, requireShop } from './act-on-order.ts'
import * as reasons from './cancellation-reasons.api.ts'
import { estimateFulfilment } from './estimate-fulfilment.ts'
import { estimateOrder } from './estimate-order.ts'
import * as estimates from './estimates.api.ts'
import * as fulfilment from './fulfilment.api.ts'
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
import type { OrderReply } from './order-reply.ts'
import * as stages from './order-stages.api.ts'
import * as api from './orders.api.ts'
import { placeOrder } from './place-order.ts'
import { showEstimate } from './show-estimate.ts'

interface Again {
  readonly order: string
  readonly kind: 'PRINTER' | 'HTTP'
  /** Only to the adaptor of this id or name. */
  readonly named?: string | undefined
}

export interface OrdersWiring {
  readonly database: Database
  readonly catalogues: Catalogues
  readonly walletCodes: WalletCodes
  /** Sends an order to all its adaptors of that kind once more. */
  readonly provisionAgain: (work: Work, again: Again) => Promise<number>
  /** Where it went so far. */
  readonly provisioningOf: (
    work: Work,
    order: string,
  ) => Promise<readonly NonNullable<OrderReply['provisioning']>[number][]>
}

export function ordersRoutes(wiring: OrdersWiring): readonly Route[] {
  return [...orderRoutes(wiring), ...reasonRoutes(), ...stageRoutes()]
}

function orderRoutes(wiring: OrdersWiring): readonly Route[] {
  const { database, catalogues, walletCodes, provisioningOf } = wiring
  const ordering = { catalogues }
  const asked = async <Body extends Asking>(work: Work, { contact, ...body }: Body) => ({
    ...body,
    contact: contact && (await withOwnCode(work, contact, walletCodes)),
  })
  return [
    guardedRoute(
      api.placeOrder,
      (command, { body }) => guardPass(database, command, body),
      async (work, { body }) =>
        showOrder(work, await placeOrder(work, await asked(work, body), ordering), catalogues),
    ),
    guardedRoute(
      estimates.estimateOrder,
      (command, { body }) => guardPass(database, command, body),
      async (work, { body }) => {
        const estimate = await estimateOrder(work, await asked(work, body), ordering)
        return showEstimate(estimate, await catalogueFor(work, catalogues))
      },
    ),
    route(fulfilment.estimateFulfilment, (work, { body }) => estimateFulfilment(work, body, catalogues)),
    route(api.listOrders, (work, { query }) => listOrders(work, query, catalogues)),
    route(api.listOrdersOfContact, (work, { params, query }) =>
      listOrders(work, { ...query, contact_id: params.id }, catalogues),
    ),
    route(api.getOrder, async (work, { params, query }) => {
      const order = await getOrder(work, params.id, catalogues)
      if (!query.include_provisioning) return order
      return { ...order, provisioning: [...(await provisioningOf(work, order.id))] }
    }),
    route(api.updateOrder, async (work, { params, body }) => {
      const order = await moveToStage(work, catalogues, { name: params.id, stage: body.stage_id })
      return showOrder(work, order, catalogues)
    }),
    route(api.actOnOrder, async (work, { params, body }) => {
      if (body.id !== undefined && body.id !== params.id) {
        throw invalidField('id', body.id, `the order of the path is "${params.id}"`)
      }
      const { action, provisioner: named } = body
      if (action === 'PRINT_ORDER' || action === 'ORDER_PROVISION') {
        return sendAgain(work, wiring, { name: params.id, action, named })
      }
      if (named !== undefined) throw invalidField('provisioner', named, 'it goes with ORDER_PROVISION')
      const reason = body.cancellation_reason_id ?? undefined
      const { id } = await actOnOrder(work, catalogues, { name: params.id, action, reason })
      return { id }
    }),
  ]
}

type Asking = { readonly contact?: { readonly wallet_code?: string | undefined } | undefined }

interface ToSend {
  readonly name: string
  readonly action: 'PRINT_ORDER' | 'ORDER_PROVISION'
  readonly named: string | undefined
}

async function sendAgain(
  work: Work,
  { catalogues, provisionAgain }: OrdersWiring,
  { name, action, named }: ToSend,
): Promise<{ readonly id: string }> {
  const { id } = await getOrder(work, name, catalogues)
  requireShop(work, action)
  const kind = action === 'PRINT_ORDER' ? 'PRINTER' : 'HTTP'
  const sent = await provisionAgain(work, { order: id, kind, named })
  if (named !== undefined && sent === 0) throw notFound('order_adaptor', named)
  return { id }
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
