import { type Route, route } from '../http/index.ts'
import { activatePool } from './activate-pool.ts'
import { createPool } from './create-pool.ts'
import { deletePool, type IsPoolUsed } from './delete-pool.ts'
import { getPool, listPools } from './list-pools.ts'
import * as api from './pools.api.ts'
import { updatePool } from './update-pool.ts'

export interface PoolsWiring {
  readonly isUsed: IsPoolUsed
}

export function poolsRoutes({ isUsed }: PoolsWiring): readonly Route[] {
  return [
    route(api.listPools, (work, { query }) => listPools(work, query)),
    route(api.getPool, (work, { params }) => getPool(work, params.id)),
    route(api.createPool, async (work, { body }) => getPool(work, (await createPool(work, body)).id)),
    route(api.updatePool, async (work, { params, body }) =>
      getPool(work, (await updatePool(work, params.id, body)).id),
    ),
    route(api.actOnPool, (work, { params, body }) => activatePool(work, params.id, body)),
    route(api.deletePool, async (work, { params }) => {
      const { id, code } = await deletePool(work, params.id, isUsed)
      return { id, code }
    }),
  ]
}
