import type { z } from 'zod'
import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { AlreadyExists, type FieldError, invalidField } from '../kit/error.ts'
import { newId, type ReturnId } from '../kit/id.ts'
import type { Catalogue } from './catalogue.ts'
import { keepReturn } from './early-undo.ts'
import { findPurchaseOrWait } from './find-purchase.ts'
import { type GoodsReturn, partOf } from './goods-return.ts'
import type { Purchase } from './purchase.ts'
import type { ReturnBody } from './purchase-body.ts'
import { cameBackAfter } from './read-return.ts'
import { type FoundReturn, findReturn, insertReturns } from './returns.store.ts'
import { afterReturn, saveReturned } from './save-undone.ts'
import { showReturn } from './show-return.ts'
import { takeBack } from './take-back.ts'
import type { returnGoods as endpoint } from './undo.api.ts'
import { walletNow } from './wallet-now.ts'

export type ReturnReply = z.input<typeof endpoint.reply>

export interface ToReturn {
  readonly name: string
  readonly body: ReturnBody
  readonly hash: Buffer
}

/**
 * Takes goods of a purchase back, by line and pieces or by amount: their shares of every award, and gives what was paid of them by
 * spends back. The same reference number again gets the same answer. A return whose purchase is not known yet is kept for it.
 */
export async function returnGoods(
  work: Work,
  catalogue: Catalogue,
  { name, body, hash }: ToReturn,
): Promise<ReturnReply> {
  const purchase = await findPurchaseOrWait(work, name)
  if (!purchase) return keepReturn(work, catalogue, { name, body, hash })
  const earlier =
    body.reference_number === undefined
      ? undefined
      : await findReturn(work, purchase.merchant, body.reference_number)
  if (earlier) return answerAgain(earlier, { purchase, body, hash })
  refuseOtherCurrency(body, purchase.currency)
  const after = cameBackAfter(purchase, body)
  const { plan, spendHeld, ...unwound } = await takeBack(work, catalogue.directory, { purchase, after })
  const returned = afterReturn(purchase, after, { plan, unwound })
  await saveReturned(work, returned)
  const goods = goodsReturn(purchase, body, { work, part: partOf(purchase.id, plan, unwound) })
  const answer = showReturn({
    purchase,
    returned,
    goods,
    plan,
    spendHeld,
    wallet: await walletNow(work, purchase),
  })
  const { tenant } = work.actor
  await insertReturns(work.sql, [{ tenant, goods, hash, content: body, answer, at: work.at }])
  await record(work, 'purchase.returned', goods.id)
  if (unwound.awardReversed > 0n) await record(work, 'reward.reversed', purchase.id)
  return answer
}

interface Made {
  readonly work: { readonly at: Date }
  readonly part: GoodsReturn['parts'][number]
}

export function goodsReturn(purchase: Purchase, body: ReturnBody, { work, part }: Made): GoodsReturn {
  return {
    id: newId<ReturnId>(),
    referenceNumber: body.reference_number,
    merchant: purchase.merchant,
    venue: purchase.venue,
    contact: purchase.contact,
    purchase: purchase.id,
    currency: purchase.currency,
    date: body.date ?? work.at,
    returnAmount: part.amount,
    unmatched: 0n,
    parts: [part],
  }
}

export function refuseOtherCurrency({ currency_code }: ReturnBody, currency: string): void {
  if (currency_code === undefined || currency_code === currency) return
  throw invalidField('currency_code', currency_code, `the purchase was made in ${currency}`)
}

interface Again {
  readonly purchase: Purchase
  readonly body: ReturnBody
  readonly hash: Buffer
}

/** The same return again is answered as before; another one under its number is refused, naming what differs. */
function answerAgain({ goods, content, answer }: FoundReturn, { purchase, body }: Again): ReturnReply {
  const stored = (content ?? {}) as Readonly<Record<string, unknown>>
  const isOther = (field: keyof ReturnBody) =>
    body[field] !== undefined || stored[field] !== undefined
      ? JSON.stringify(stored[field]) !== JSON.stringify(body[field])
      : false
  const differs = (['products', 'return_amount'] as const).filter(isOther)
  const fields = [
    ...(goods.purchase === purchase.id ? [] : ['purchase']),
    ...differs,
    ...(['date', 'notes', 'currency_code'] as const).filter(
      (field) => body[field] !== undefined && isOther(field),
    ),
  ].map((path): FieldError => {
    return { path, code: 'differs', message: `${path} differs from the return that was sent before` }
  })
  if (fields.length === 0) return answer as ReturnReply
  throw AlreadyExists({
    parameters: ['return', body.reference_number ?? goods.id],
    detail: `A return with this reference number was sent before with other content: ${fields.map(({ path }) => path).join(', ')}.`,
    fields,
  })
}
