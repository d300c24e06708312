import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { requestHash } from '../http/index.ts'
import { AlreadyExists, missingField } from '../kit/error.ts'
import { type ContactId, idOf, newId, type OrderId } from '../kit/id.ts'
import type { Place } from '../organisations/index.ts'
import { findNamed } from '../products/index.ts'
import {
  type Catalogue,
  type Catalogues,
  catalogueFor,
  contactNamed,
  type JudgedWithin,
  judgeWithin,
} from '../purchases/index.ts'
import { ensureReasons } from './cancellation-reasons.store.ts'
import type { Order } from './order.ts'
import type { OrderBody } from './order-body.ts'
import { defaultStage, initialStage } from './order-stages.store.ts'
import { insertOrder, nextNumber, orderById } from './orders.store.ts'
import { purchaseOfOrder, rewardsOfPurchase } from './purchase-of-order.ts'
import {
  productsNamed,
  readCustomFields,
  readItems,
  readPayments,
  readRequestedAt,
  readTotals,
} from './read-order.ts'
import { holdFunds, readFunds } from './wallet-funds.ts'

/** An order that nobody has numbered or quoted yet. */
export type DraftOrder = Omit<Order, 'number' | 'rewards'>

/** Places an order: what it will award and cost is quoted, and what the wallet pays of it is set aside. */
export async function placeOrder(work: Work, body: OrderBody, catalogues: Catalogues): Promise<Order> {
  const { id: wanted, ...content } = body
  const contentHash = requestHash('placeOrder', {}, content)
  const earlier = wanted === undefined ? undefined : await orderById(work, idOf<OrderId>(wanted))
  if (earlier) return sameAgain(earlier, contentHash)

  const catalogue = await catalogueFor(work, catalogues)
  const draft = await draftOrder(work, body, { catalogue, contentHash })
  const quoted = await quoteOrder(work, catalogues, draft)
  await ensureReasons(work)
  const stage = (await initialStage(work)) ?? (await defaultStage(work, 'NEW'))
  const order: Order = {
    ...draft,
    state: stage?.state ?? 'NEW',
    stage: stage?.id,
    rewards: rewardsOfPurchase(quoted.purchase),
    number: await nextNumber(work),
  }
  await insertOrder(work, order)
  await holdFunds(work, order, quoted)
  await record(work, 'order.created', order.id)
  return order
}

function sameAgain(earlier: Order, contentHash: Buffer): Order {
  if (earlier.contentHash.equals(contentHash)) return earlier
  throw AlreadyExists({
    parameters: ['id', earlier.id],
    detail: `id "${earlier.id}" is that of the order ${earlier.number}, which was placed with other content.`,
    fields: [{ path: 'id', code: 'taken', message: `id "${earlier.id}" is that of another order` }],
  })
}

interface Drafting {
  readonly catalogue: Catalogue
  readonly contentHash: Buffer
}

async function draftOrder(
  work: Work,
  body: OrderBody,
  { catalogue, contentHash }: Drafting,
): Promise<DraftOrder> {
  const { currency } = catalogue
  const { supply_method: supplyMethod, items: sent } = body
  if (supplyMethod === undefined)
    throw missingField('supply_method', 'DELIVERY, PICK_UP or DIRECT_SALE is needed')
  if (sent === undefined) throw missingField('items', 'at least one item is needed')
  const place = placeOf(work, body, catalogue)
  const contact = await contactOf(work, body, catalogue)
  const items = readItems(sent, { currency, find: await findNamed(work, productsNamed(sent)) })
  const totals = readTotals(items, body.discount, currency)
  return {
    ...totals,
    tenant: work.actor.tenant,
    id: body.id === undefined ? newId<OrderId>() : idOf<OrderId>(body.id),
    state: 'NEW',
    stage: undefined,
    contact,
    merchant: place.merchant.id,
    venue: place.venue?.id,
    supplyMethod,
    deliveryMethod: body.delivery_method,
    address: body.address,
    currency,
    items,
    fundsAsked: await readFunds(work, body, { contact, currency, total: totals.total }),
    payments: readPayments(body.payments, currency),
    pass: body.pass && { code: body.pass.code, pin: body.pass.pin },
    notes: body.notes,
    customFields: readCustomFields(body.custom_fields),
    isFavorite: false,
    requestedAt: readRequestedAt(body.requested_delivery_at, work.at),
    submittedAt: work.at,
    startedAt: undefined,
    completedAt: undefined,
    cancelledAt: undefined,
    cancellationReason: undefined,
    purchase: undefined,
    contentHash,
  }
}

function placeOf(
  { actor }: Work,
  { fulfilled_by, organisation }: OrderBody,
  { directory }: Catalogue,
): Place {
  return directory.placeOf({ id: fulfilled_by, ...organisation }, actor.within)
}

function contactOf(work: Work, body: OrderBody, catalogue: Catalogue): Promise<ContactId> {
  const { contact, contact_id, account_id } = body
  const id = contact_id ?? account_id
  if (!contact && id === undefined)
    throw missingField('contact_id', 'or send contact with one identification')
  return contactNamed(work, catalogue, contact ?? { id })
}

/** What the order would give and take if it were completed now; the wallet is locked from here on. */
function quoteOrder(work: Work, catalogues: Catalogues, draft: DraftOrder): Promise<JudgedWithin> {
  const body = purchaseOfOrder({ ...draft, number: draft.id }, draft.fundsAsked)
  return judgeWithin(work, catalogues, { body, simulate: true })
}
