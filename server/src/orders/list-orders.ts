import type { z } from 'zod'
import type { Work } from '../db/index.ts'
import { wire } from '../http/index.ts'
import { invalidField, notFound } from '../kit/error.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { type Catalogues, catalogueFor, contactNamed, organisationIds } from '../purchases/index.ts'
import { DELIVERY_METHODS, type DeliveryMethod, type Order } from './order.ts'
import type { ListedOrder, OrderReply } from './order-reply.ts'
import { ensureStages, findStage } from './order-stages.store.ts'
import type { listOrders as listing } from './orders.api.ts'
import { contactsMergedInto, countOrders, findOrder, type OrderFilter, pageOfOrders } from './orders.store.ts'
import { orderShower } from './show-order.ts'

export type OrderQuery = z.output<NonNullable<typeof listing.query>>

/** Orders of the caller's scope that meet every filter. */
export async function listOrders(
  work: Work,
  query: OrderQuery,
  catalogues: Catalogues,
): Promise<Page<ListedOrder>> {
  const { directory, ...catalogue } = await catalogueFor(work, catalogues)
  const contact =
    query.contact_id === undefined
      ? undefined
      : await contactNamed(work, { ...catalogue, directory }, { id: query.contact_id })
  const filter: OrderFilter = {
    state: query.state,
    supplyMethod: query.supply_method,
    deliveryMethods: readMethods(query.delivery_methods),
    created: wire.boundsOf(query.created_on),
    completed: wire.boundsOf(query.completed_on),
    scheduled: wire.boundsOf(query.scheduled_on),
    customFields: readFields(query.custom_fields),
    contacts: contact === undefined ? undefined : await contactsMergedInto(work, contact),
    organisations: organisationIds(query.fulfilled_by ?? query.organisations, directory),
    stage: await stageNamed(work, query.stage_id),
    isFavorite: query.is_favorite,
    number: query.number,
    search: query.search_value,
  }
  const { page, size, include_total: includeTotal } = query
  const orders = await pageOfOrders(work, filter, query)
  const total = includeTotal ? await countOrders(work, filter) : null
  const { listed } = await orderShower(work, directory, orders)
  const options = { withCustomFields: query.include_custom_fields }
  return pageOf({ page, size, includeTotal }, orders, (order) => listed(order, options), total)
}

function readMethods(text: string | undefined): readonly DeliveryMethod[] | undefined {
  return text?.split(',').map((named) => {
    const method = DELIVERY_METHODS.find((each) => each === named.trim())
    if (method) return method
    throw invalidField('delivery_methods', named, `one of ${DELIVERY_METHODS.join(', ')} is needed`)
  })
}

/** "table=5;colour=red" */
function readFields(text: string | undefined): Readonly<Record<string, string>> | undefined {
  if (text === undefined) return undefined
  return Object.fromEntries(
    text.split(';').map((pair) => {
      const [key = '', ...value] = pair.split('=')
      if (key.trim() === '' || value.length === 0) {
        throw invalidField('custom_fields', text, 'key=value is needed, several separated by semicolons')
      }
      return [key.trim(), value.join('=').trim()]
    }),
  )
}

async function stageNamed(work: Work, idOrCode: string | undefined): Promise<string | undefined> {
  if (idOrCode === undefined) return undefined
  await ensureStages(work)
  const stage = await findStage(work, idOrCode)
  if (!stage) throw notFound('order_stage', idOrCode)
  return stage.id
}

/** By id or number. */
export async function getOrder(work: Work, name: string, catalogues: Catalogues): Promise<OrderReply> {
  const order = await findOrder(work, name)
  if (!order) throw notFound('order', name)
  return showOrder(work, order, catalogues)
}

export async function showOrder(work: Work, order: Order, catalogues: Catalogues): Promise<OrderReply> {
  const { directory } = await catalogueFor(work, catalogues)
  const { whole } = await orderShower(work, directory, [order])
  return whole(order)
}
