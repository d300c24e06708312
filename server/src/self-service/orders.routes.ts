import type { Database, Work } from '../db/index.ts'
import { guardedRoute, type Route, route } from '../http/index.ts'
import { alreadyExists, InvalidState, notFound, Refusal } from '../kit/error.ts'
import {
  estimateOrder,
  guardPass,
  holdEstimate,
  lockOrder,
  ordersApi,
  placeOrder,
  showEstimate,
  showOrder,
} from '../orders/index.ts'
import { type Catalogues, catalogueFor } from '../purchases/index.ts'
import { contactRoute } from './as-own.ts'
import type { BackOffice } from './ask-back-office.ts'
import * as api from './orders.api.ts'
import { own, ownContact, signedIn } from './own.ts'

export interface OwnOrdersWiring {
  readonly database: Database
  readonly catalogues: Catalogues
}

export function ordersRoutes(
  office: BackOffice,
  { database, catalogues }: OwnOrdersWiring,
): readonly Route[] {
  const ordering = { catalogues, by: 'CONTACT' } as const
  return [
    guardedRoute(
      api.estimateOwnOrder,
      (command, { body }) => guardPass(database, command, body),
      async (work, { body: { account_id, ...body } }) => {
        const { id } = await ownContact(work, account_id ?? signedIn(work).id)
        await refuseOthersEstimate(work, body.estimation_id)
        const estimate = await estimateOrder(work, { ...body, contact_id: id }, ordering)
        return showEstimate(estimate, await catalogueFor(work, catalogues))
      },
    ),
    guardedRoute(
      api.placeOwnOrder,
      (command, { body }) => guardPass(database, command, body),
      async (work, { body: { account_id, ...body } }) => {
        const { id } = await ownContact(work, account_id ?? signedIn(work).id)
        await refuseOthersEstimate(work, body.estimation_id)
        await refuseOthersOrder(office, work, body.id)
        return showOrder(work, await placeOrder(work, { ...body, contact_id: id }, ordering), catalogues)
      },
    ),
    contactRoute(office, api.listOwnOrders, ordersApi.listOrdersOfContact),
    route(api.getOwnOrder, (work, { params }) => ownOrder(office, work, params.id)),
    route(api.actOnOwnOrder, async (work, { params, body }) => {
      const { id } = await ownOrder(office, work, params.id)
      // As it is while nobody else moves it.
      const { number, state } = await lockOrder(work, id)
      if (body.action === 'CANCEL' && state !== 'NEW' && state !== 'CANCELLED') {
        throw InvalidState({
          parameters: ['order', number, state, body.action],
          detail: `The order ${number} is ${state}: only one that nobody has begun with is cancelled by its contact.`,
        })
      }
      const { id: _, ...asked } = body
      return office.ask(work, ordersApi.actOnOrder, { params: { id }, body: asked })
    }),
  ]
}

/** Of another contact's estimate nothing is told: not that it is over, nor that it was placed. */
async function refuseOthersEstimate(work: Work, id: string | undefined): Promise<void> {
  if (id === undefined) return
  const estimate = await holdEstimate(work, id)
  if (estimate?.contact !== signedIn(work).id) throw notFound('order_estimate', id)
}

/** An id that another contact's order has is taken, and no more is said of it. */
async function refuseOthersOrder(office: BackOffice, work: Work, id: string | undefined): Promise<void> {
  if (id === undefined) return
  const taken = await office.ask(work, ordersApi.getOrder, { params: { id } }).catch((error: unknown) => {
    if (error instanceof Refusal) return undefined
    throw error
  })
  if (taken && taken.contact.id !== signedIn(work).id) throw alreadyExists('id', id)
}

async function ownOrder(office: BackOffice, work: Work, name: string) {
  const me = signedIn(work).id
  const find = () => office.ask(work, ordersApi.getOrder, { params: { id: name } })
  return own('order', name, { find, isOwn: ({ contact }) => contact.id === me })
}
