import { guardedRoute, type Route, route } from '../http/index.ts'
import { passesApi } from '../passes/index.ts'
import { paymentMethodsApi, payoutsApi } from '../payouts/index.ts'
import { walletTransfersApi } from '../wallet-transfers/index.ts'
import { contactRoute } from './as-own.ts'
import type { BackOffice } from './ask-back-office.ts'
import * as api from './money.api.ts'
import { ownContact, ownWallet, signedIn } from './own.ts'

export function moneyRoutes(office: BackOffice): readonly Route[] {
  return [
    route(api.requestOwnPayout, async (work, { body }) => {
      const { wallet } = await ownContact(work, signedIn(work).id)
      const { id: wallet_id } = await ownWallet(work, body.wallet_id ?? wallet.id)
      return office.ask(work, payoutsApi.requestPayout, { body: { ...body, wallet_id } })
    }),
    route(api.listOwnMethods, async (work, { params, query }) => {
      const { id } = await ownContact(work, params.id)
      const { content, paging } = await office.ask(work, paymentMethodsApi.listMethods, {
        params: { id },
        query,
      })
      return {
        paging,
        content: content.map(({ payment_method_type: type, ...method }) => ({
          ...method,
          payment_method_type: type === 'ACCOUNT' ? ('ACCOUNT_DEBIT' as const) : type,
        })),
      }
    }),
    contactRoute(office, api.addOwnMethod, paymentMethodsApi.addMethod),
    contactRoute(office, api.changeOwnMethod, paymentMethodsApi.changeMethod),
    contactRoute(office, api.tryOwnMethod, paymentMethodsApi.tryMethod),
    contactRoute(office, api.removeOwnMethod, paymentMethodsApi.removeMethod),
    route(
      api.transferOwnMoney,
      async (work, { body: { origin, destination, commerce_pool_id, ...body } }) => {
        const { id } = await ownWallet(work, origin.wallet_id)
        const pool = commerce_pool_id === undefined ? {} : { commerce_pool: { id: commerce_pool_id } }
        return office.ask(work, walletTransfersApi.createTransfer, {
          params: { id },
          body: { ...body, ...pool, destination },
        })
      },
    ),
    guardedRoute(
      api.redeemOwnPass,
      (command, { body: { code, pin } }) =>
        office.before(command, passesApi.redeemPass, { body: { code, pin } }),
      async (work, { body: { contact_id, wallet_id, ...body } }) => {
        const { id } = await ownContact(work, contact_id ?? signedIn(work).id)
        if (wallet_id !== undefined) await ownWallet(work, wallet_id)
        const input = { params: undefined, query: undefined, body: { ...body, contact_id: id } }
        return office.forward(work, passesApi.redeemPass, input)
      },
    ),
  ]
}
