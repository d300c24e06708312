import { type Route, route } from '../http/index.ts'
import { changePayout } from './change-payout.ts'
import { payoutFileRoutes } from './files.routes.ts'
import { getPayout, listPayouts } from './list-payouts.ts'
import { paymentMethodRoutes } from './payment-methods.routes.ts'
import * as api from './payouts.api.ts'
import { providerRoutes } from './providers.routes.ts'
import { reportPayouts } from './report-payouts.ts'
import { requestPayout } from './request-payout.ts'
import type { SpendsComeBack } from './settle-payout.ts'

export interface PayoutRouteOptions {
  /** Seals the secrets of providers. */
  readonly payoutKey: Uint8Array
  readonly spendsComeBack: SpendsComeBack
}

export function payoutRoutes({ payoutKey, spendsComeBack }: PayoutRouteOptions): readonly Route[] {
  return [
    ...paymentMethodRoutes(),
    ...providerRoutes({ key: payoutKey }),
    ...payoutFileRoutes({ spendsComeBack }),
    route(api.listPayouts, (work, { query }) => {
      const { state, provider, wallet_id: wallet, purchase_id: purchase } = query
      return listPayouts(work, { state, provider, wallet, purchase }, query)
    }),
    route(api.getPayoutReport, (work, { query }) => reportPayouts(work, query)),
    route(api.getPayout, (work, { params }) => getPayout(work, params.id)),
    route(api.requestPayout, async (work, { body }) => {
      const { id } = await requestPayout(work, body)
      return { id }
    }),
    route(api.changePayout, async (work, { params, body }) => {
      await changePayout(work, { id: params.id, body }, spendsComeBack)
      return getPayout(work, params.id)
    }),
  ]
}
