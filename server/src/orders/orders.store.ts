import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import { type ContactId, type OrderId, parseGuid } from '../kit/id.ts'
import type { SupplyMethod } from '../order-catalogues/index.ts'
import type { DeliveryMethod, Order } from './order.ts'
import type { OrderState } from './order-states.ts'
import {
  itemsToJson,
  orderOfRow,
  passToJson,
  paymentsToJson,
  rewardsToJson,
  stageTimesToJson,
} from './stored-order.ts'

/** The next order number of the tenant; nobody else gets one until the work ends. */
export async function nextNumber({ db, actor }: Work): Promise<string> {
  const { last } = await db
    .insertInto('order_numbers')
    .values({ tenant: actor.tenant, last: 1n })
    .onConflict((known) =>
      known.column('tenant').doUpdateSet(({ eb }) => ({ last: eb('order_numbers.last', '+', 1n) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `O${last.toString().padStart(6, '0')}`
}

export async function insertOrder({ db, actor }: Work, order: Order): Promise<void> {
  await db
    .insertInto('orders')
    .values({
      tenant: actor.tenant,
      id: order.id,
      number: order.number,
      contact_id: order.contact,
      merchant_id: order.merchant,
      venue_id: order.venue ?? null,
      supply_method: order.supplyMethod,
      delivery_method: order.deliveryMethod ?? null,
      address: order.address ? JSON.stringify(order.address) : null,
      currency: order.currency,
      items: itemsToJson(order.items),
      sub_total: order.subTotal,
      discount: order.discount,
      net: order.net,
      tax: order.tax,
      total: order.total,
      funds_asked: order.fundsAsked ?? null,
      payments: paymentsToJson(order.payments),
      pass: order.pass ? passToJson(order.pass) : null,
      notes: order.notes ?? null,
      custom_fields: JSON.stringify(order.customFields),
      requested_at: order.requestedAt ?? null,
      submitted_at: order.submittedAt,
      content_hash: order.contentHash,
      ...changing(order),
    })
    .execute()
}

export async function saveOrder({ db, actor }: Work, order: Order): Promise<void> {
  await db
    .updateTable('orders')
    .set(changing(order))
    .where('tenant', '=', actor.tenant)
    .where('id', '=', order.id)
    .execute()
}

/** What an order may change; all else stays as it was placed. */
function changing(order: Order) {
  return {
    state: order.state,
    stage_id: order.stage ?? null,
    stage_times: stageTimesToJson(order.stageTimes),
    rewards: rewardsToJson(order.rewards),
    is_favorite: order.isFavorite,
    started_at: order.startedAt ?? null,
    completed_at: order.completedAt ?? null,
    cancelled_at: order.cancelledAt ?? null,
    cancellation_reason_id: order.cancellationReason ?? null,
    purchase_id: order.purchase ?? null,
  }
}

/** Orders that the caller may see: of its business and mode, and of its merchant or venue if the key is bound to one. */
function visibleOrders({ db, actor }: Work) {
  const { within } = actor
  return db
    .selectFrom('orders')
    .where('orders.tenant', '=', actor.tenant)
    .$if(within !== undefined, (q) =>
      q.where((o) =>
        o.or([o('orders.merchant_id', '=', within ?? ''), o('orders.venue_id', '=', within ?? '')]),
      ),
    )
}

/** By id or by number. */
export async function findOrder(work: Work, name: string, { lock = false } = {}): Promise<Order | undefined> {
  const id = parseGuid(name)
  const query = visibleOrders(work).selectAll('orders')
  const named = id === undefined ? query.where('orders.number', '=', name) : query.where('orders.id', '=', id)
  const row = await (lock ? named.forNoKeyUpdate() : named).executeTakeFirst()
  return row && orderOfRow(row)
}

/** The order of an id that a client gave, wherever it is. */
export async function orderById({ db, actor }: Work, id: OrderId): Promise<Order | undefined> {
  const row = await db
    .selectFrom('orders')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && orderOfRow(row)
}

interface Range {
  readonly from: Date | undefined
  readonly before: Date | undefined
}

export interface OrderFilter {
  readonly state?: OrderState | undefined
  readonly supplyMethod?: SupplyMethod | undefined
  readonly deliveryMethods?: readonly DeliveryMethod[] | undefined
  readonly created: Range
  readonly completed: Range
  readonly scheduled: Range
  readonly customFields?: Readonly<Record<string, string>> | undefined
  readonly contacts?: readonly string[] | undefined
  readonly organisations?: readonly string[] | undefined
  readonly stage?: string | undefined
  readonly isFavorite?: boolean | undefined
  readonly number?: string | undefined
  /** The beginning of a number, or part of a contact's name. */
  readonly search?: string | undefined
}

interface PageWanted {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
}

/** One more than the page holds, so that it knows whether there is another. */
export async function pageOfOrders(
  work: Work,
  filter: OrderFilter,
  { page, size, order }: PageWanted,
): Promise<readonly Order[]> {
  const rows = await filtered(work, filter)
    .selectAll('orders')
    .orderBy('orders.submitted_at', order === 'ASC' ? 'asc' : 'desc')
    .orderBy('orders.id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(orderOfRow)
}

export async function countOrders(work: Work, filter: OrderFilter): Promise<number> {
  const { total } = await filtered(work, filter)
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

function filtered(work: Work, filter: OrderFilter) {
  const { contacts, organisations, deliveryMethods, search, customFields } = filter
  return visibleOrders(work)
    .$if(filter.state !== undefined, (q) => q.where('orders.state', '=', filter.state ?? 'NEW'))
    .$if(filter.supplyMethod !== undefined, (q) =>
      q.where('orders.supply_method', '=', filter.supplyMethod ?? 'PICK_UP'),
    )
    .$if(deliveryMethods !== undefined, (q) => q.where('orders.delivery_method', 'in', deliveryMethods ?? []))
    .$if(contacts !== undefined, (q) => q.where('orders.contact_id', 'in', contacts ?? []))
    .$if(organisations !== undefined, (q) =>
      q.where((o) =>
        o.or([
          o('orders.merchant_id', 'in', organisations ?? []),
          o('orders.venue_id', 'in', organisations ?? []),
        ]),
      ),
    )
    .$if(filter.stage !== undefined, (q) => q.where('orders.stage_id', '=', filter.stage ?? ''))
    .$if(filter.isFavorite !== undefined, (q) =>
      q.where('orders.is_favorite', '=', filter.isFavorite ?? true),
    )
    .$if(filter.number !== undefined, (q) => q.where('orders.number', '=', filter.number ?? ''))
    .$if(customFields !== undefined, (q) =>
      q.where(sql<boolean>`orders.custom_fields @> ${JSON.stringify(customFields)}::jsonb`),
    )
    .$if(search !== undefined, (q) => q.where(found(search ?? '')))
    .where(within('submitted_at', filter.created))
    .where(within('completed_at', filter.completed))
    .where(within('requested_at', filter.scheduled))
}

function within(column: 'submitted_at' | 'completed_at' | 'requested_at', { from, before }: Range) {
  const at = sql.ref(`orders.${column}`)
  const after = from ? sql`${at} >= ${from}` : sql`true`
  return before ? sql<boolean>`${after} and ${at} < ${before}` : sql<boolean>`${after}`
}

function found(search: string) {
  const escaped = search.replace(/[\\%_]/g, '\\$&')
  return sql<boolean>`(orders.number ilike ${`${escaped}%`} or exists (
    select from contacts c where c.tenant = orders.tenant and c.id = orders.contact_id
       and concat_ws(' ', c.first_name, c.last_name) ilike ${`%${escaped}%`}))`
}

/** The contact, and those that were merged into it: their orders are told of it. */
export async function contactsMergedInto(
  { db, actor }: Work,
  contact: ContactId,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('contacts')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where((c) => c.or([c('id', '=', contact), c('merged_into', '=', contact)]))
    .execute()
  return rows.map(({ id }) => id)
}
