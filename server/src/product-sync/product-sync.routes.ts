import { bulkRoute, type Route, route } from '../http/index.ts'
import type { Processes } from '../processes/index.ts'
import * as api from './product-sync.api.ts'
import { startSync } from './start-sync.ts'
import { getSync, listRejected } from './tell-sync.ts'

export interface ProductSyncRouteOptions {
  readonly processes: Pick<Processes, 'wake'>
}

export function productSyncRoutes({ processes }: ProductSyncRouteOptions): readonly Route[] {
  return [
    bulkRoute(
      api.synchroniseProducts,
      async (work, rows, { simulate }) => {
        const id = await startSync(work, rows, { source: 'SYNC', isTrial: simulate })
        return { id, process_id: id }
      },
      processes.wake,
    ),
    route(api.getProductSync, (work, { params }) => getSync(work, params.id)),
    route(api.listRejectedRows, (work, { params, query }) => listRejected(work, params.id, query)),
  ]
}
