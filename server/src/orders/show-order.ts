import { toldContacts } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { codeOf, type OrganisationId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { sum, wireNumber } from '../kit/money.ts'
import { quantityNumber } from '../kit/quantity.ts'
import { epochSeconds } from '../kit/time.ts'
import type { Directory } from '../organisations/index.ts'
import { blocksOf, type WalletBlock } from '../wallet-blocks/index.ts'
import { namesOfReasons } from './cancellation-reasons.store.ts'
import { amountToCollect, linesOf, type Order, type OrderLine } from './order.ts'
import type { ListedOrder, OrderReply } from './order-reply.ts'
import { stagesToTell, type ToldStage } from './order-stages.store.ts'

/** How orders are told, with the names as they are now. */
export interface OrderShower {
  readonly listed: (order: Order, options: { readonly withCustomFields: boolean }) => ListedOrder
  readonly whole: (order: Order) => OrderReply
}

export async function orderShower(
  work: Work,
  directory: Directory,
  orders: readonly Order[],
): Promise<OrderShower> {
  const contacts = await toldContacts(
    work,
    orders.map(({ contact }) => contact),
  )
  const stages = await stagesToTell(
    work,
    orders.flatMap(({ stage, stageTimes }) => [
      ...(stage === undefined ? [] : [stage]),
      ...stageTimes.map((time) => time.stage),
    ]),
  )
  const namesOfStages = new Map(stages.map(({ id, name }) => [id, name]))
  const blocks = await blocksOf(
    work,
    orders.map(({ id }) => id),
  )
  const reasons = await namesOfReasons(
    work,
    orders.flatMap(({ cancellationReason }) => cancellationReason ?? []),
  )
  const named = (id: string | undefined, names: ReadonlyMap<string, string>) =>
    id === undefined ? null : { id, name: names.get(id) ?? '' }
  const common = (order: Order) => ({
    id: order.id,
    number: order.number,
    supply_method: order.supplyMethod,
    delivery_method: order.deliveryMethod ?? null,
    state: order.state,
    stage: named(order.stage, namesOfStages),
    is_favorite: order.isFavorite,
    fulfilled_by: placeName(directory, order.venue ?? order.merchant),
    contact: present(contacts.get(order.contact), 'the contact of an order stays'),
    ...showAmounts(withFundsOf(order, blocks.get(order.id))),
  })
  return {
    listed: (order, { withCustomFields }) => ({
      ...common(order),
      currency: order.currency,
      submitted_date: epochSeconds(order.submittedAt),
      requested_date: epochOf(order.requestedAt),
      ...(withCustomFields && { custom_fields: showFields(order) }),
      items: order.items.map(({ components, ...item }) => ({
        ...listedLine(order, item),
        components: components.map((component) => listedLine(order, component)),
      })),
    }),
    whole: (order) => ({
      ...common(order),
      stages: showStages(order, stages),
      notes: order.notes ?? null,
      currency_code: order.currency,
      address: order.address ?? null,
      key_dates: showDates(order),
      cancellation_reason: named(order.cancellationReason, reasons),
      payments: showPayments(order),
      pass: order.pass
        ? {
            code: order.pass.code,
            redeemed: order.pass.money === undefined ? null : wireNumber(order.pass.money, order.currency),
          }
        : null,
      wallet_hold: showHold(blocks.get(order.id)),
      purchase: order.purchase === undefined ? null : { id: order.purchase, code: codeOf(order.purchase) },
      custom_fields: showFields(order),
      items: order.items.map(({ components, ...item }) => ({
        ...showLine(order, item),
        components: components.map((component) => showLine(order, component)),
      })),
    }),
  }
}

/** Those of the work on it: one that was deleted since, if it stood in it. */
function showStages({ stageTimes }: Order, stages: readonly ToldStage[]): OrderReply['stages'] {
  return stages.flatMap(({ id, name, state, isDeleted }) => {
    const at = stageTimes.find(({ stage }) => stage === id)?.at
    if (state !== 'IN_PROGRESS' || (isDeleted && !at)) return []
    return [{ id, name, entered_on: epochOf(at) }]
  })
}

function placeName({ organisations }: Directory, id: OrganisationId) {
  return { id, name: organisations.get(id)?.name ?? '' }
}

/** Money that was set aside and given back since pays nothing of an order that is still open. */
function withFundsOf(order: Order, block: WalletBlock | undefined): Order {
  const isGone = block?.state === 'EXPIRED' && order.state !== 'COMPLETED'
  if (!isGone) return order
  const { walletFunds, due } = order.rewards
  return { ...order, rewards: { ...order.rewards, walletFunds: 0n, due: due + walletFunds } }
}

function showHold(block: WalletBlock | undefined): OrderReply['wallet_hold'] {
  if (!block) return null
  const { state, amount, currency, expiresAt } = block
  return { state, amount: wireNumber(amount, currency), expires_on: epochSeconds(expiresAt) }
}

type Priced = Pick<
  Order,
  'currency' | 'items' | 'subTotal' | 'discount' | 'net' | 'tax' | 'total' | 'rewards' | 'payments'
>

export function showAmounts(order: Priced) {
  const show = (minor: bigint) => wireNumber(minor, order.currency)
  const { award, discount, walletFunds, due } = order.rewards
  const netBefore = sum(linesOf(order.items).map(({ net }) => net))
  return {
    total: show(order.total),
    sub_total: show(order.subTotal),
    net_amount: show(order.net),
    tax_amount: show(order.tax),
    discount:
      order.discount === 0n
        ? null
        : { amount: show(netBefore - order.net), amount_incl_tax: show(order.discount) },
    wallet_funds: show(walletFunds),
    amount_due: show(due),
    amount_to_collect: show(amountToCollect(order)),
    rewards: { award: show(award), discount: show(discount), spend: show(discount + walletFunds) },
  }
}

function showFields({ customFields }: Order) {
  return Object.entries(customFields).map(([key, value]) => ({ key, value }))
}

function showDates(order: Order): OrderReply['key_dates'] {
  return {
    submitted_on: epochSeconds(order.submittedAt),
    started_on: epochOf(order.startedAt),
    completed_on: epochOf(order.completedAt),
    cancelled_on: epochOf(order.cancelledAt),
    requested_date: epochOf(order.requestedAt),
  }
}

function epochOf(at: Date | undefined): number | null {
  return at ? epochSeconds(at) : null
}

function showPayments({ payments, currency }: Order): OrderReply['payments'] {
  return payments.map(({ type, paidOn, methodId, amount }) => ({
    payment_method_type: type,
    paid_on: paidOn ?? null,
    payment_method_id: methodId ?? null,
    amount: amount === undefined ? null : wireNumber(amount, currency),
  }))
}

function listedLine({ state, currency }: Order, line: OrderLine) {
  const show = (minor: bigint) => wireNumber(minor, currency)
  const quantity = quantityNumber(line.quantity)
  return {
    id: line.id,
    quantity,
    notes: line.notes ?? null,
    life_cycle_state: state === 'COMPLETED' ? ('DELIVERED' as const) : ('PENDING_DELIVERY' as const),
    product: {
      id: line.productId ?? null,
      sku: line.sku,
      name: line.name,
      quantity,
      price: show(line.price),
      cost: show(line.total),
      tax_amount: show(line.tax),
      net_amount: show(line.net),
    },
  }
}

function showLine({ currency }: Order, line: OrderLine) {
  const show = (minor: bigint) => wireNumber(minor, currency)
  return {
    id: line.id,
    notes: line.notes ?? null,
    quantity: quantityNumber(line.quantity),
    price: show(line.price),
    tax: show(line.tax),
    net: show(line.net),
    sub_total: show(line.net),
    total: show(line.total),
    tax_model: line.taxModel,
    tax_rate: quantityNumber(line.taxRate),
    product: { id: line.productId ?? null, sku: line.sku, name: line.name },
  }
}
