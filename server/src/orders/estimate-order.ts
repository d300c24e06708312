import { tryOut, type Work } from '../db/index.ts'
import { invalidField, notFound } from '../kit/error.ts'
import { newId, type OrderEstimateId } from '../kit/id.ts'
import { least } from '../kit/money.ts'
import { HOUR, later } from '../kit/time.ts'
import { moneyOfPass } from '../passes/index.ts'
import { type Catalogue, catalogueFor } from '../purchases/index.ts'
import { type DraftOrder, draftOrder } from './draft-order.ts'
import { holdEstimate, keepEstimate } from './estimates.store.ts'
import { checkMenu, type MenuCheck } from './menu.ts'
import type { AskedBody, EstimateBody } from './order-body.ts'
import { placedBefore, requireSame } from './place-estimate.ts'
import type { Ordering } from './place-order.ts'
import { ordererOf } from './price-line.ts'
import { judgeDraft, type QuotedOrder, quoteOrder } from './quote-order.ts'
import { balanceOf, holdEstimated, releaseFunds } from './wallet-funds.ts'

export const ESTIMATE_HOLDS_MS = 2 * HOUR

export interface Estimate {
  readonly id: OrderEstimateId
  readonly draft: DraftOrder
  readonly quoted: QuotedOrder
  readonly wallet: WalletOfOrder
  readonly menu: MenuCheck
  readonly expiresAt: Date
}

/** What the wallet holds, and the most that it could pay of this order. */
export interface WalletOfOrder {
  readonly balance: bigint
  readonly usable: bigint
}

/**
 * Tells what an order would come to, by the steps by which it is placed, and places nothing: no order, no number, no event, and no
 * money moves but what block_wallet_funds sets aside. What was asked for is kept, so that it can be placed by the id of the estimate.
 */
export async function estimateOrder(work: Work, body: EstimateBody, ordering: Ordering): Promise<Estimate> {
  const { catalogues, by = ordererOf(work.actor) } = ordering
  const catalogue = await catalogueFor(work, catalogues)
  const asked = askedOf(body)
  const id = await idOfEstimate(work, body, catalogue)
  const draft = await draftOrder(work, asked, { catalogue, by })
  await releaseFunds(work, { id })
  const priced = await price(work, { draft, asked, ordering, isBlocked: body.block_wallet_funds })
  const expiresAt = later(work.at, ESTIMATE_HOLDS_MS)
  await keepEstimate(work, { id, contact: draft.contact, asked, expiresAt })
  if (body.block_wallet_funds) await holdEstimated(work, { id, until: expiresAt }, priced.quoted.judged)
  return { ...priced, id, draft, menu: await checkMenu(work, draft, catalogue), expiresAt }
}

/** In the names of an order. */
function askedOf({
  estimation_id: _,
  address_id,
  current_location,
  payment_method_type,
  block_wallet_funds: __,
  ...asked
}: EstimateBody): AskedBody {
  const address =
    asked.address ?? current_location ?? (address_id === undefined ? undefined : { id: address_id })
  const payments =
    asked.payments ?? (payment_method_type === undefined ? undefined : [{ payment_method_type }])
  return { ...asked, ...(address && { address }), ...(payments && { payments }) }
}

/** An earlier one of the same contact is estimated anew under its id. */
async function idOfEstimate(
  work: Work,
  { estimation_id, contact, contact_id, account_id }: EstimateBody,
  catalogue: Catalogue,
): Promise<OrderEstimateId> {
  if (estimation_id === undefined) return newId<OrderEstimateId>()
  const earlier = await holdEstimate(work, estimation_id)
  if (!earlier) throw notFound('order_estimate', estimation_id)
  if (earlier.order !== undefined) throw placedBefore(earlier)
  await requireSame(work, earlier, { who: { contact, contact_id, account_id }, catalogue })
  return earlier.id
}

interface ToPrice {
  readonly draft: DraftOrder
  readonly asked: AskedBody
  readonly ordering: Ordering
  readonly isBlocked: boolean
}

/** The money of a pass comes into the wallet only to be counted, and is taken out again. */
async function price(
  work: Work,
  { draft, asked, ordering, isBlocked }: ToPrice,
): Promise<Pick<Estimate, 'quoted' | 'wallet'>> {
  const run = async () => {
    const quoted = await quoteOrder(work, ordering.catalogues, { draft, body: asked })
    return { quoted, wallet: await walletOf(work, { draft, quoted, ordering }) }
  }
  const code = asked.pass?.code
  if (code === undefined || (await moneyOfPass(work, code)) === undefined) return run()
  if (isBlocked) {
    const needed = 'the money of a pass is set aside when the order is placed; leave it out'
    throw invalidField('block_wallet_funds', 'true, with a pass that carries money', needed)
  }
  return tryOut(work, run)
}

interface ToCount {
  readonly draft: DraftOrder
  readonly quoted: QuotedOrder
  readonly ordering: Ordering
}

async function walletOf(
  work: Work,
  { draft, quoted: { pass, fundsAsked, judged }, ordering }: ToCount,
): Promise<WalletOfOrder> {
  const balance = await balanceOf(work, draft.contact)
  const most = least(draft.total, balance)
  if (most <= 0n) return { balance, usable: 0n }
  const isSame = most === fundsAsked
  const { spent } = isSame
    ? judged
    : await judgeDraft(work, ordering.catalogues, { draft, pass, funds: most })
  return { balance, usable: spent.reduce((sum, { amount }) => sum + amount, 0n) }
}
