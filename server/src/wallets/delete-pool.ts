import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { InvalidState, notFound } from '../kit/error.ts'
import type { PoolId } from '../kit/id.ts'
import { ensureDefaultPool } from './ensure-default-pool.ts'
import type { CommercePool } from './pool.ts'
import { hasLots, lockPool, removePool } from './pools.store.ts'

/** Whether any version of an offer, or a pass, names the pool. Known to the domains that build on this one. */
export type IsPoolUsed = (work: Work, id: PoolId) => Promise<boolean>

/** Only a pool that no money was ever given with; any other is part of the history. */
export async function deletePool(work: Work, idOrCode: string, isUsed: IsPoolUsed): Promise<CommercePool> {
  const pool = await lockPool(work, idOrCode)
  if (!pool) throw notFound('commerce_pool', idOrCode)
  if (pool.id === (await ensureDefaultPool(work)).id) throw stillNeeded(pool, 'it is the default one')
  if (await isUsed(work, pool.id)) throw stillNeeded(pool, 'an offer or a pass plan names it')
  if (await hasLots(work, pool.id)) throw stillNeeded(pool, 'money in wallets belongs to it')
  await removePool(work, pool.id)
  await configurationChanged(work)
  return pool
}

function stillNeeded({ name, code }: CommercePool, why: string): Error {
  return InvalidState({
    parameters: ['commerce_pool', code],
    detail: `The commerce pool "${name}" cannot be deleted, because ${why}.`,
  })
}
