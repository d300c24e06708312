import { type Command, commandRoute, type Route, route } from '../http/index.ts'
import { pageOf } from '../kit/page.ts'
import type { WalletCodes } from '../tokens/index.ts'
import { type Catalogues, catalogueFor } from './catalogue.ts'
import { listContactGoals } from './contact-goals.api.ts'
import { contactGoals } from './contact-goals.ts'
import { contactNamed } from './contact-named.ts'
import { contactTier } from './contact-tier.ts'
import { explainPurchase } from './explain-purchase.ts'
import { findPurchase } from './find-purchase.ts'
import { listEntries } from './list-entries.ts'
import { offerNamed, organisationIds, readPurchases } from './list-purchases.ts'
import type { PurchaseBody } from './purchase-body.ts'
import * as api from './purchases.api.ts'
import { showPurchases, showRewards } from './read-purchase.ts'
import * as spendingApi from './rehearse-spending.api.ts'
import { rehearseSpending } from './rehearse-spending.ts'
import type { SignCode } from './show-purchase.ts'
import type { PurchaseDesk } from './submit-purchase.ts'
import { undoRoutes } from './undo.routes.ts'

export interface PurchaseRouteOptions {
  readonly desk: PurchaseDesk
  readonly catalogues: Catalogues
  readonly sign: SignCode
  readonly walletCodes: WalletCodes
}

type SubmitQuery = { readonly simulate: boolean; readonly include_explain: boolean }

export function purchaseRoutes({
  desk,
  catalogues,
  sign,
  walletCodes,
}: PurchaseRouteOptions): readonly Route[] {
  const submit = (command: Command, body: PurchaseBody, query: SubmitQuery) =>
    desk.submit({ command, body, simulate: query.simulate, includeExplain: query.include_explain })
  return [
    commandRoute(api.submitPurchase, (command, { body, query }) => submit(command, body, query)),
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
        reduction: query.reduction_method,
        hasSpend: query.has_spend,
        offer: await offerNamed(work, query.reward_offer),
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
    route(api.listPurchaseEntries, async (work, { params }) =>
      listEntries(work, await findPurchase(work, params.id)),
    ),
    route(api.explainPurchase, async (work, { params }) => {
      const purchase = await findPurchase(work, params.id)
      return { ...(await explainPurchase(work, await catalogueFor(work, catalogues), purchase)) }
    }),
    route(api.getContactTier, async (work, { params }) =>
      contactTier(work, await catalogueFor(work, catalogues), params.id),
    ),
    route(listContactGoals, async (work, { params, query }) =>
      contactGoals(work, await catalogueFor(work, catalogues), { id: params.id, query }),
    ),
    route(spendingApi.rehearseSpending, async (work, { params, body }) =>
      rehearseSpending(work, await catalogueFor(work, catalogues), { id: params.id, body }),
    ),
    ...undoRoutes({ catalogues, walletCodes }),
  ]
}
