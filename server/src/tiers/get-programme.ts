import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { quantityNumber } from '../kit/quantity.ts'
import { showTier } from './list-tiers.ts'
import { readRules } from './programme.store.ts'
import type { ProgrammeReply } from './tiers.api.ts'
import { readTiers } from './tiers.store.ts'

/** The rules and all tiers that follow them. */
export async function getProgramme({ db, actor }: Work): Promise<ProgrammeReply> {
  const rules = await readRules(db, actor.tenant)
  if (!rules) throw notFound('reward_tier_programme', 'programme')
  const tiers = await readTiers(db, actor.tenant)
  return {
    // Ten-thousandths, as quantities are.
    conversion_rate: quantityNumber(rules.unitsPer),
    period: rules.period,
    tiers: tiers.map(showTier),
  }
}
