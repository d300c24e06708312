import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { Refusal, type RefusalMaker } from '../kit/error.ts'
import { CannotRedeemPass, PassAlreadyRedeemed, PassExpired, PassNotActive } from '../passes/index.ts'
import { type Catalogues, type JudgedWithin, judgeWithin } from '../purchases/index.ts'
import { type Order, standingIn } from './order.ts'
import type { OrderStage } from './order-stage.ts'
import { saveOrder } from './orders.store.ts'
import { purchaseOfOrder, rewardsOfPurchase } from './purchase-of-order.ts'
import { type Funds, takeFunds } from './wallet-funds.ts'

interface Completing {
  /** Locked, and from where COMPLETE leads. */
  readonly order: Order
  readonly stage: OrderStage | undefined
}

/**
 * Posts the purchase of the order, which awards it, and keeps both in one transaction: whoever asks again finds the order completed,
 * and where this ends before the commit, nothing was posted.
 */
export async function completeOrder(
  work: Work,
  catalogues: Catalogues,
  { order, stage }: Completing,
): Promise<Order> {
  const funds = await takeFunds(work, order)
  const judged = await judge(work, catalogues, { order, funds })
  const purchase = await judged.post()
  const completed: Order = {
    ...order,
    state: 'COMPLETED',
    ...standingIn(order, stage?.id, work.at),
    completedAt: work.at,
    purchase: purchase.id,
    rewards: rewardsOfPurchase(purchase),
  }
  await saveOrder(work, completed)
  await record(work, 'order.completed', order.id)
  return completed
}

const OF_THE_PASS: readonly RefusalMaker[] = [
  PassAlreadyRedeemed,
  PassExpired,
  PassNotActive,
  CannotRedeemPass,
]

interface ToJudge {
  readonly order: Order
  readonly funds: Funds
}

/** The goods are handed over whatever became of the pass since: one that unlocks nothing any more is left out. */
async function judge(work: Work, catalogues: Catalogues, { order, funds }: ToJudge): Promise<JudgedWithin> {
  const post = (sold: Order) =>
    judgeWithin(work, catalogues, {
      body: purchaseOfOrder(sold, funds.amount),
      simulate: false,
      countedAt: funds.countedAt,
    })
  try {
    return await post(order)
  } catch (error) {
    const isOfPass = error instanceof Refusal && OF_THE_PASS.some(({ kind }) => kind === error.kind)
    if (!order.pass || !isOfPass) throw error
    return post({ ...order, pass: undefined })
  }
}
