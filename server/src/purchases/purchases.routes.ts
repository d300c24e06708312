import { type Command, commandRoute, type Route, requestHash, route } from '../http/index.ts'
import { wireNumber } from '../kit/money.ts'
import { pageOf } from '../kit/page.ts'
import { adHocReturn } from './ad-hoc-return.ts'
import { cancelPurchase } from './cancel-purchase.ts'
import { type Catalogues, catalogueFor } from './catalogue.ts'
import { contactNamed } from './contact-named.ts'
import { contactTier } from './contact-tier.ts'
import { explainPurchase } from './explain-purchase.ts'
import { findPurchase } from './find-purchase.ts'
import { awardsTakenBack, spendsGivenBack } from './goods-return.ts'
import { organisationIds, readPurchases } from './list-purchases.ts'
import type { PurchaseBody } from './purchase-body.ts'
import * as api from './purchases.api.ts'
import { showPurchases, showRewards } from './read-purchase.ts'
import type { SignCode } from './show-purchase.ts'
import type { PurchaseDesk } from './submit-purchase.ts'
import * as undo from './undo.api.ts'
import { bodyOfV1 } from './v1.ts'

export interface PurchaseRouteOptions {
  readonly desk: PurchaseDesk
  readonly catalogues: Catalogues
  readonly sign: SignCode
}

type SubmitQuery = { readonly simulate: boolean; readonly include_explain: boolean }

export function purchaseRoutes({ desk, catalogues, sign }: PurchaseRouteOptions): readonly Route[] {
  const submit = (command: Command, body: PurchaseBody, query: SubmitQuery) =>
    desk.submit({ command, body, simulate: query.simulate, includeExplain: query.include_explain })
  return [
    commandRoute(api.submitPurchase, (command, { body, query }) => submit(command, body, query)),
    commandRoute(api.submitPurchaseV1, (command, { body, query }) => submit(command, bodyOfV1(body), query)),
    route(api.listPurchases, async (work, { query }) => {
      const catalogue = await catalogueFor(work, catalogues)
      const request = { page: query.page, size: query.size, includeTotal: query.include_total }
      const filter = {
        referenceNumber: query.reference_number,
        contact:
          query.contact_id === undefined
            ? undefined
            : await contactNamed(work, catalogue, { id: query.contact_id }),
        organisations: organisationIds(query.organisations, catalogue.directory),
        state: query.state,
        date: query.date,
      }
      const { purchases, total } = await readPurchases(work, filter, {
        ...request,
        order: query.order === 'ASC' ? 'asc' : 'desc',
      })
      const shown = await showPurchases(work, catalogue, { purchases, sign })
      return pageOf(request, shown, (each) => each, total)
    }),
    route(api.getPurchase, async (work, { params }) => {
      const purchase = await findPurchase(work, params.id)
      const [shown] = await showPurchases(work, await catalogueFor(work, catalogues), {
        purchases: [purchase],
        sign,
      })
      if (!shown) throw new Error('a purchase that was found is shown')
      return shown
    }),
    route(api.getPurchaseRewards, async (work, { params, query }) =>
      showRewards(await findPurchase(work, params.id), query.type),
    ),
    route(api.explainPurchase, async (work, { params }) => {
      const purchase = await findPurchase(work, params.id)
      return { ...(await explainPurchase(work, await catalogueFor(work, catalogues), purchase)) }
    }),
    route(api.getContactTier, async (work, { params }) =>
      contactTier(work, await catalogueFor(work, catalogues), params.id),
    ),
    route(undo.cancelPurchase, async (work, { params }) => {
      const { purchase, ...undone } = await cancelPurchase(
        work,
        await catalogueFor(work, catalogues),
        params.id,
      )
      const show = (minor: bigint) => wireNumber(minor, purchase.currency)
      return {
        id: purchase.id,
        state: 'CANCELLED' as const,
        award_reversed: show(undone.awardReversed),
        spend_returned: show(undone.spendReturned),
        debt: show(undone.debtMade),
      }
    }),
    route(undo.adHocReturn, async (work, { body }) => {
      const hash = requestHash(undo.adHocReturn.name, undefined, body)
      const goods = await adHocReturn(work, await catalogueFor(work, catalogues), { body, hash })
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
