import { type Route, route } from '../http/index.ts'
import { walletCodesApi } from '../tokens/index.ts'
import { journalsApi, poolsApi, walletsApi } from '../wallets/index.ts'
import { walletRoute } from './as-own.ts'
import type { BackOffice } from './ask-back-office.ts'
import { ownContact, ownWallet, signedIn } from './own.ts'
import * as api from './wallet.api.ts'

export function walletRoutes(office: BackOffice): readonly Route[] {
  return [
    walletRoute(office, api.getOwnWallet, walletsApi.getWallet),
    walletRoute(office, api.getOwnWalletCode, walletCodesApi.getWalletCode),
    walletRoute(office, api.listOwnCommerceBalances, walletsApi.listCommerceBalances),
    walletRoute(office, api.listOwnJournals, journalsApi.listJournals),
    route(api.listOwnTransactions, async (work, { params, query }) => {
      const { id } = await ownWallet(work, params.id)
      const { community_member_id: member } = query
      if (member !== undefined) await ownContact(work, member)
      return office.forward(work, walletsApi.listTransactions, { params: { id }, query, body: undefined })
    }),
    walletRoute(office, api.summariseOwnTotals, journalsApi.summariseTotals),
    route(api.actOnOwnPool, async (work, { params, body }) => {
      const asked = { ...body, contact_id: signedIn(work).id }
      const { id } = await office.ask(work, poolsApi.actOnPool, { params, body: asked })
      return { id }
    }),
  ]
}
