import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { InvalidState, notFound } from '../kit/error.ts'
import type { TierId } from '../kit/id.ts'
import { requireWholeBusiness } from './tier.ts'
import { type DeletedTier, findDeleted, lockTier, markDeleted } from './tiers.store.ts'

/** Whether an offer names the tier. Known to the domain of offers, which builds on this one. */
export type IsTierUsed = (work: Work, id: TierId) => Promise<boolean>

/** Takes a tier away for ever; what was deleted before stays deleted since then. */
export async function deleteTier(work: Work, idOrCode: string, isUsed: IsTierUsed): Promise<DeletedTier> {
  requireWholeBusiness(work.actor)
  const tier = await lockTier(work, idOrCode)
  if (!tier) {
    const earlier = await findDeleted(work, idOrCode)
    if (!earlier) throw notFound('reward_tier', idOrCode)
    return earlier
  }
  if (await isUsed(work, tier.id)) {
    throw InvalidState({
      parameters: ['reward_tier', tier.code],
      detail: `An offer names the tier "${tier.name}"; change or end the offer first.`,
    })
  }
  const deleted = await markDeleted(work, tier)
  await configurationChanged(work)
  return deleted
}
