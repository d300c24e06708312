import { tryOut, type Work } from '../db/index.ts'
import { type Route, requestHash, route } from '../http/index.ts'
import { wireNumber } from '../kit/money.ts'
import { epochSeconds } from '../kit/time.ts'
import { type WalletCodes, withOwnCode } from '../tokens/index.ts'
import { adHocReturn } from './ad-hoc-return.ts'
import { cancelPurchase } from './cancel-purchase.ts'
import { type Catalogues, catalogueFor } from './catalogue.ts'
import { findPurchase } from './find-purchase.ts'
import { getReturn, showReturnOf } from './get-return.ts'
import { awardsTakenBack, spendsGivenBack } from './goods-return.ts'
import { returnGoods } from './return-goods.ts'
import { returnsOf } from './returns.store.ts'
import { showAwards } from './show-return.ts'
import { showWallet } from './show-wallet.ts'
import * as api from './undo.api.ts'
import { walletNow } from './wallet-now.ts'

/** Voids and returns. */
export function undoRoutes({
  catalogues,
  walletCodes,
}: {
  readonly catalogues: Catalogues
  readonly walletCodes: WalletCodes
}): readonly Route[] {
  return [
    route(api.cancelPurchase, async (work, { params, body, query: { simulate } }) => {
      const catalogue = await catalogueFor(work, catalogues)
      return orTryOut(work, simulate, async () => {
        const { purchase, ...undone } = await cancelPurchase(work, catalogue, {
          name: params.id,
          reason: body.reason,
        })
        const currency = purchase?.currency ?? catalogue.currency
        const show = (minor: bigint) => wireNumber(minor, currency)
        return {
          id: purchase?.id ?? params.id,
          state: purchase ? ('CANCELLED' as const) : ('AWAITING_PURCHASE' as const),
          award_reversed: show(undone.awardReversed),
          spend_returned: show(undone.spendReturned),
          redeem_undone: show(undone.redeemUndone),
          debt: show(undone.debtMade),
          spend_held: show(undone.spendHeld),
          ...(simulate && {
            wallet: purchase ? showWallet(await walletNow(work, purchase), currency) : null,
          }),
        }
      })
    }),
    route(api.returnGoods, async (work, { params, body, query: { simulate } }) => {
      const hash = requestHash(api.returnGoods.name, params, body)
      const catalogue = await catalogueFor(work, catalogues)
      return orTryOut(work, simulate, () => returnGoods(work, catalogue, { name: params.id, body, hash }))
    }),
    route(api.listPurchaseReturns, async (work, { params }) => {
      const purchase = await findPurchase(work, params.id)
      const show = (minor: bigint) => wireNumber(minor, purchase.currency)
      const returns = await returnsOf(work, purchase.id)
      return {
        content: returns.flatMap(({ parts, ...goods }) =>
          parts
            .filter((part) => part.purchase === purchase.id)
            .map((part) => ({
              id: goods.id,
              reference_number: goods.referenceNumber ?? null,
              type: goods.purchase === undefined ? ('AD_HOC_RETURN' as const) : ('RETURN' as const),
              date: epochSeconds(goods.date),
              return_amount: show(part.amount),
              amount: show(part.award),
              return_spent_amount: show(part.spend),
              debt: show(part.debt),
              awards: showAwards([part], purchase.currency),
            })),
        ),
      }
    }),
    route(getReturn, (work, { params }) => showReturnOf(work, params.id)),
    route(api.adHocReturn, async (work, { body }) => {
      const hash = requestHash(api.adHocReturn.name, undefined, body)
      const contact = await withOwnCode(work, body.contact, walletCodes)
      const goods = await adHocReturn(work, await catalogueFor(work, catalogues), {
        body: { ...body, contact },
        hash,
      })
      const show = (minor: bigint) => wireNumber(minor, goods.currency)
      return {
        id: goods.id,
        reference_number: goods.referenceNumber ?? null,
        amount: show(awardsTakenBack(goods)),
        return_amount: show(goods.returnAmount),
        return_spent_amount: show(spendsGivenBack(goods)),
        unmatched_amount: show(goods.unmatched),
        purchases: goods.parts.map((part) => ({
          id: part.purchase,
          return_amount: show(part.amount),
          amount: show(part.award),
          return_spent_amount: show(part.spend),
        })),
      }
    }),
  ]
}

/** Does it, or only says what would come of it. */
function orTryOut<Result>(work: Work, isTrial: boolean, run: () => Promise<Result>): Promise<Result> {
  return isTrial ? tryOut(work, run) : run()
}
