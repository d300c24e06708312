import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { requestHash } from '../http/index.ts'
import { AlreadyExists } from '../kit/error.ts'
import { derivedId, idOf, newId, type OrderEstimateId, type OrderId } from '../kit/id.ts'
import { type Catalogues, catalogueFor } from '../purchases/index.ts'
import { ensureReasons } from './cancellation-reasons.store.ts'
import { draftOrder } from './draft-order.ts'
import { markPlaced } from './estimates.store.ts'
import { requireOffered } from './menu.ts'
import { type Order, standingIn } from './order.ts'
import type { OrderBody } from './order-body.ts'
import { defaultStage, ensureStages, initialStage } from './order-stages.store.ts'
import { insertOrder, nextNumber, orderById } from './orders.store.ts'
import { type OpenedEstimate, openEstimate } from './place-estimate.ts'
import { type Orderer, ordererOf } from './price-line.ts'
import { rewardsOfPurchase } from './purchase-of-order.ts'
import { type QuotedOrder, quoteOrder } from './quote-order.ts'
import { holdFunds, releaseFunds } from './wallet-funds.ts'

export interface Ordering {
  readonly catalogues: Catalogues
  /** A CONTACT orders what is offered, at the prices of the shop; unless it is said, who is signed in. */
  readonly by?: Orderer
}

/** Places an order: what it will award and cost is quoted, and what the wallet pays of it is set aside. */
export async function placeOrder(work: Work, body: OrderBody, ordering: Ordering): Promise<Order> {
  const { id: _, ...content } = body
  const contentHash = requestHash('placeOrder', {}, content)
  const id = idOfOrder(work, body)
  const earlier = await orderById(work, id)
  if (earlier) return sameAgain(earlier, contentHash)

  const { catalogues, by = ordererOf(work.actor) } = ordering
  const catalogue = await catalogueFor(work, catalogues)
  const { asked, estimate } = await openEstimate(work, body, { catalogue, id })
  const draft = await draftOrder(work, asked, { catalogue, by })
  if (by === 'CONTACT') await requireOffered(work, draft, catalogue)
  if (estimate) await releaseFunds(work, estimate)
  const quoted = await quoteOrder(work, catalogues, { draft, body: asked })
  const order: Order = {
    ...draft,
    ...(await beginning(work)),
    ...quotedOf(quoted),
    ...UNTOUCHED,
    id,
    contentHash,
    number: await nextNumber(work),
  }
  await insertOrder(work, order)
  await holdFunds(work, order, quoted.judged)
  await settle(work, estimate, order)
  return order
}

/** Who sends no id is known again by the estimate: that is placed once. */
function idOfOrder({ actor }: Work, { id, estimation_id }: OrderBody): OrderId {
  if (id !== undefined) return idOf<OrderId>(id)
  if (estimation_id === undefined) return newId<OrderId>()
  return derivedId<OrderId>('order of an estimate', String(actor.tenant), estimation_id)
}

function sameAgain(earlier: Order, contentHash: Buffer): Order {
  if (earlier.contentHash.equals(contentHash)) return earlier
  throw AlreadyExists({
    parameters: ['id', earlier.id],
    detail: `id "${earlier.id}" is that of the order ${earlier.number}, which was placed with other content.`,
    fields: [{ path: 'id', code: 'taken', message: `id "${earlier.id}" is that of another order` }],
  })
}

/** Where new orders begin. */
async function beginning(work: Work): Promise<Pick<Order, 'state' | 'stage' | 'stageTimes'>> {
  await ensureReasons(work)
  await ensureStages(work)
  const stage = (await initialStage(work)) ?? (await defaultStage(work, 'NEW'))
  return { state: stage?.state ?? 'NEW', ...standingIn({ stageTimes: [] }, stage?.id, work.at) }
}

function quotedOf({ pass, fundsAsked, judged }: QuotedOrder): Pick<Order, 'pass' | 'fundsAsked' | 'rewards'> {
  return { pass, fundsAsked, rewards: rewardsOfPurchase(judged.purchase) }
}

const UNTOUCHED = {
  isFavorite: false,
  startedAt: undefined,
  completedAt: undefined,
  cancelledAt: undefined,
  cancellationReason: undefined,
  purchase: undefined,
} satisfies Partial<Order>

async function settle(work: Work, estimate: OpenedEstimate['estimate'], order: Order): Promise<void> {
  if (estimate) await markPlaced(work, idOf<OrderEstimateId>(estimate.id), order.id)
  await record(work, 'order.created', order.id)
}
