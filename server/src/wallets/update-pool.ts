import { isDeepStrictEqual } from 'node:util'
import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { alreadyExists, notFound } from '../kit/error.ts'
import { directoryOf, readOrganisations } from '../organisations/index.ts'
import { changedTerms, requireWholeBusiness } from './create-pool.ts'
import { type CommercePool, commercePool } from './pool.ts'
import type { PoolChange } from './pools.api.ts'
import { findPool, lockPool, updatePool as saveChanged } from './pools.store.ts'

/** What is left out stays. The same change again changes nothing. */
export async function updatePool(work: Work, idOrCode: string, change: PoolChange): Promise<CommercePool> {
  requireWholeBusiness(work.actor)
  const before = await lockPool(work, idOrCode)
  if (!before) throw notFound('commerce_pool', idOrCode)
  const { code = before.code, name = before.name } = change
  if (code !== before.code && (await findPool(work, code))) throw alreadyExists('code', code)
  const directory = directoryOf(await readOrganisations(work.db, work.actor.tenant), [])
  const pool = commercePool(before.id, code, name, changedTerms(before.terms, change, directory))
  if (isSame(before, pool)) return before
  await saveChanged(work, pool)
  await configurationChanged(work)
  return pool
}

function isSame(a: CommercePool, b: CommercePool): boolean {
  const written = ({ code, name, terms }: CommercePool) => JSON.stringify({ code, name, terms })
  return isDeepStrictEqual(JSON.parse(written(a)), JSON.parse(written(b)))
}
