import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { alreadyExists } from '../kit/error.ts'
import { codeOf, newId, type TierId } from '../kit/id.ts'
import { requireWholeBusiness, type StoredTier } from './tier.ts'
import type { TierBody } from './tiers.api.ts'
import { findTier, insertTier, tierWithUnits } from './tiers.store.ts'

export async function createTier(work: Work, body: TierBody): Promise<StoredTier> {
  requireWholeBusiness(work.actor)
  const id = newId<TierId>()
  const tier: StoredTier = {
    id,
    code: body.code ?? codeOf(id),
    name: body.name,
    units: BigInt(body.value_units),
    description: body.description ?? undefined,
    benefits: body.benefits ?? undefined,
    createdAt: work.at,
  }
  await refuseTaken(work, tier)
  await insertTier(work, tier)
  await configurationChanged(work)
  return tier
}

/** Two tiers of one code, or reached with the same units, would be one. */
export async function refuseTaken(work: Work, { id, code, units }: StoredTier): Promise<void> {
  const named = await findTier(work, code)
  if (named && named.id !== id) throw alreadyExists('code', code)
  const level = await tierWithUnits(work, units)
  if (level && level.id !== id) throw alreadyExists('value_units', `${units}`)
}
