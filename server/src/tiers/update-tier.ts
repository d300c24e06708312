import { isDeepStrictEqual } from 'node:util'
import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { notFound } from '../kit/error.ts'
import { refuseTaken } from './create-tier.ts'
import { kept, requireWholeBusiness, type StoredTier } from './tier.ts'
import type { TierChange } from './tiers.api.ts'
import { lockTier, saveTier } from './tiers.store.ts'

/** What is left out stays. The same change again changes nothing. */
export async function updateTier(work: Work, idOrCode: string, change: TierChange): Promise<StoredTier> {
  requireWholeBusiness(work.actor)
  const before = await lockTier(work, idOrCode)
  if (!before) throw notFound('reward_tier', idOrCode)
  const { code = before.code, name = before.name, value_units } = change
  const tier: StoredTier = {
    ...before,
    code,
    name,
    units: value_units === undefined ? before.units : BigInt(value_units),
    description: kept(before.description, change.description),
    benefits: kept(before.benefits, change.benefits),
  }
  if (isDeepStrictEqual(before, tier)) return before
  await refuseTaken(work, tier)
  await saveTier(work, tier)
  await configurationChanged(work)
  return tier
}
