import { type Route, route } from '../http/index.ts'
import { getWallet } from './get-wallet.ts'
import { limitsRoutes } from './limits.routes.ts'
import { listCommerceBalances } from './list-commerce-balances.ts'
import { listTransactions } from './list-transactions.ts'
import * as api from './wallets.api.ts'

export function walletsRoutes(): readonly Route[] {
  return [
    ...limitsRoutes(),
    route(api.getWallet, (work, { params, query }) => getWallet(work, params.id, query.include_lots)),
    route(api.listTransactions, (work, { params, query }) => listTransactions(work, params.id, query)),
    route(api.listCommerceBalances, (work, { params, query }) =>
      listCommerceBalances(work, params.id, query),
    ),
  ]
}
