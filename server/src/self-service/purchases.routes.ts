import { claimsApi } from '../claims/index.ts'
import type { Work } from '../db/index.ts'
import { commandRoute, type Route, route } from '../http/index.ts'
import { purchasesApi } from '../purchases/index.ts'
import { cancelToken, getToken, tokensApi } from '../tokens/index.ts'
import { contactRoute } from './as-own.ts'
import type { BackOffice } from './ask-back-office.ts'
import { own, ownContact, signedIn } from './own.ts'
import * as api from './purchases.api.ts'

export function purchasesRoutes(office: BackOffice): readonly Route[] {
  return [
    route(api.listOwnPurchases, async (work, { params, query }) => {
      const { id } = await ownContact(work, params.id)
      const input = { params: undefined, query: { ...query, contact_id: id }, body: undefined }
      return office.forward(work, purchasesApi.listPurchases, input)
    }),
    route(api.getOwnPurchase, (work, { params }) => ownPurchase(office, work, params.id)),
    route(api.getOwnPurchaseRewards, async (work, { params, query }) => {
      const { id } = await ownPurchase(office, work, params.id)
      return office.ask(work, purchasesApi.getPurchaseRewards, { params: { id }, query })
    }),
    commandRoute(api.reclaimOwnPurchase, (command, { query, body }) =>
      office.command(command, claimsApi.reclaimPurchase, {
        query,
        body: { ...body, contact: { id: signedIn(command).id } },
      }),
    ),
    contactRoute(office, api.createOwnToken, tokensApi.createToken),
    contactRoute(office, api.listOwnTokens, tokensApi.listTokens),
    route(api.getOwnToken, async (work, { params }) =>
      getToken(work, await ownContact(work, signedIn(work).id), params.id),
    ),
    route(api.cancelOwnToken, async (work, { params }) =>
      cancelToken(work, await ownContact(work, signedIn(work).id), params.id),
    ),
  ]
}

export async function ownPurchase(office: BackOffice, work: Work, name: string) {
  const me = signedIn(work).id
  const find = () => office.ask(work, purchasesApi.getPurchase, { params: { id: name } })
  return own('purchase', name, { find, isOwn: ({ contact }) => contact?.id === me })
}
