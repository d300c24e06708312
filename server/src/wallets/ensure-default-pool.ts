import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { newId, type PoolId } from '../kit/id.ts'
import { type CommercePool, commercePool } from './pool.ts'
import { findPool, insertPool } from './pools.store.ts'

const CODE = 'DEFAULT'

/** The pool that every business has: its money may be spent anywhere, within one year. */
export async function ensureDefaultPool(work: Work): Promise<CommercePool> {
  const there = await findPool(work, CODE)
  if (there) return there
  const validity = { count: 1, unit: 'YEARS' as const }
  const pool = commercePool(newId<PoolId>(), CODE, 'Anywhere, within one year', { validity })
  await insertPool(work, pool)
  await configurationChanged(work)
  return pool
}
