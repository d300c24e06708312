import type { Selectable } from 'kysely'
import type { Tables } from '../db/index.ts'
import { idOf } from '../kit/id.ts'
import {
  type Order,
  type OrderItem,
  type OrderLine,
  type OrderPass,
  type OrderPayment,
  type OrderRewards,
  PAYMENT_METHOD_TYPES,
} from './order.ts'

/** How an order stands in its row. */

export type OrderRow = Selectable<Tables['orders']>
type StoredItem = OrderRow['items'][number]
type StoredLine = StoredItem['components'][number]
type StoredPayment = OrderRow['payments'][number]

export function orderOfRow(row: OrderRow): Order {
  return {
    tenant: row.tenant,
    id: idOf(row.id),
    number: row.number,
    state: row.state,
    stage: row.stage_id === null ? undefined : idOf(row.stage_id),
    stageTimes: row.stage_times.map(({ stage, at }) => ({ stage: idOf(stage), at: new Date(at) })),
    contact: idOf(row.contact_id),
    merchant: idOf(row.merchant_id),
    venue: row.venue_id === null ? undefined : idOf(row.venue_id),
    supplyMethod: row.supply_method,
    deliveryMethod: row.delivery_method ?? undefined,
    address: row.address ?? undefined,
    currency: row.currency,
    items: row.items.map(itemOf),
    subTotal: row.sub_total,
    discount: row.discount,
    net: row.net,
    tax: row.tax,
    total: row.total,
    fundsAsked: row.funds_asked ?? undefined,
    rewards: rewardsOf(row.rewards),
    payments: row.payments.map(paymentOf),
    pass: row.pass === null ? undefined : passOf(row.pass),
    notes: row.notes ?? undefined,
    customFields: row.custom_fields,
    isFavorite: row.is_favorite,
    requestedAt: row.requested_at ?? undefined,
    submittedAt: row.submitted_at,
    startedAt: row.started_at ?? undefined,
    completedAt: row.completed_at ?? undefined,
    cancelledAt: row.cancelled_at ?? undefined,
    cancellationReason: row.cancellation_reason_id === null ? undefined : idOf(row.cancellation_reason_id),
    purchase: row.purchase_id === null ? undefined : idOf(row.purchase_id),
    contentHash: row.content_hash,
  }
}

export function stageTimesToJson(times: Order['stageTimes']): string {
  return JSON.stringify(times)
}

function itemOf({ components, ...line }: StoredItem): OrderItem {
  return { ...lineOf(line), components: components.map(lineOf) }
}

function lineOf(stored: StoredLine): OrderLine {
  return {
    id: stored.id,
    productId: stored.product,
    sku: stored.sku,
    name: stored.name,
    notes: stored.notes,
    price: BigInt(stored.price),
    quantity: BigInt(stored.quantity),
    taxModel: stored.tax_model,
    taxRate: BigInt(stored.tax_rate),
    net: BigInt(stored.net),
    tax: BigInt(stored.tax),
    total: BigInt(stored.total),
  }
}

function rewardsOf(stored: OrderRow['rewards']): OrderRewards {
  return {
    reductionMethod: stored.reduction_method,
    award: BigInt(stored.award),
    discount: BigInt(stored.discount),
    walletFunds: BigInt(stored.wallet_funds),
    due: BigInt(stored.due),
  }
}

function passOf({ code, pin, money }: NonNullable<OrderRow['pass']>): OrderPass {
  return { code, pin, money: money === undefined ? undefined : BigInt(money) }
}

export function passToJson({ code, pin, money }: OrderPass): string {
  const stored: NonNullable<OrderRow['pass']> = {
    code,
    pin,
    money: money === undefined ? undefined : Number(money),
  }
  return JSON.stringify(stored)
}

function paymentOf({ type, paid_on, method, amount }: StoredPayment): OrderPayment {
  return {
    type: PAYMENT_METHOD_TYPES.find((each) => each === type) ?? 'CASH',
    paidOn: paid_on,
    methodId: method,
    amount: amount === undefined ? undefined : BigInt(amount),
  }
}

export function itemsToJson(items: readonly OrderItem[]): string {
  const stored: StoredItem[] = items.map(({ components, ...item }) => ({
    ...lineToJson(item),
    components: components.map(lineToJson),
  }))
  return JSON.stringify(stored)
}

function lineToJson(line: OrderLine): StoredLine {
  return {
    id: line.id,
    product: line.productId,
    sku: line.sku,
    name: line.name,
    notes: line.notes,
    price: Number(line.price),
    quantity: Number(line.quantity),
    tax_model: line.taxModel,
    tax_rate: Number(line.taxRate),
    net: Number(line.net),
    tax: Number(line.tax),
    total: Number(line.total),
  }
}

export function rewardsToJson(rewards: OrderRewards): string {
  const stored: OrderRow['rewards'] = {
    reduction_method: rewards.reductionMethod,
    award: Number(rewards.award),
    discount: Number(rewards.discount),
    wallet_funds: Number(rewards.walletFunds),
    due: Number(rewards.due),
  }
  return JSON.stringify(stored)
}

export function paymentsToJson(payments: readonly OrderPayment[]): string {
  const stored: StoredPayment[] = payments.map(({ type, paidOn, methodId, amount }) => ({
    type,
    paid_on: paidOn,
    method: methodId,
    amount: amount === undefined ? undefined : Number(amount),
  }))
  return JSON.stringify(stored)
}
