import { type Route, route } from '../http/index.ts'
import { listTransfers } from './list-transfers.ts'
import { transferMoney } from './transfer-money.ts'
import * as api from './wallet-transfers.api.ts'

export function walletTransfersRoutes(): readonly Route[] {
  return [
    route(api.createTransfer, async (work, { params, body }) => {
      const { id, code } = await transferMoney(work, params.id, body)
      return { id, code }
    }),
    route(api.listTransfers, (work, { params, query }) => listTransfers(work, params.id, query)),
  ]
}
