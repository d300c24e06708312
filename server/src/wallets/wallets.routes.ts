import { type Route, route } from '../http/index.ts'
import { getWallet } from './get-wallet.ts'
import * as journals from './journals.api.ts'
import { limitsRoutes } from './limits.routes.ts'
import { listCommerceBalances } from './list-commerce-balances.ts'
import { listJournals } from './list-journals.ts'
import { listTransactions } from './list-transactions.ts'
import { summariseTotals } from './summarise-totals.ts'
import * as api from './wallets.api.ts'

export function walletsRoutes(): readonly Route[] {
  return [
    ...limitsRoutes(),
    route(api.getWallet, (work, { params, query }) => getWallet(work, params.id, query.include_lots)),
    route(api.listTransactions, (work, { params, query }) => listTransactions(work, params.id, query)),
    route(api.listCommerceBalances, (work, { params, query }) =>
      listCommerceBalances(work, params.id, query),
    ),
    route(journals.listJournals, (work, { params, query }) => listJournals(work, params.id, query)),
    route(journals.summariseTotals, (work, { params, query }) =>
      summariseTotals(work, params.id, query.posted_on),
    ),
  ]
}
