import type { Work } from '../db/index.ts'
import { TIER_PERIODS } from '../engine/index.ts'
import { configurationChanged } from '../events/index.ts'
import { missingField } from '../kit/error.ts'
import { readPositiveMinor } from '../kit/reading.ts'
import { lockRules, type ProgrammeRules, saveRules } from './programme.store.ts'
import { requireWholeBusiness } from './tier.ts'
import type { ProgrammeChange } from './tiers.api.ts'

const RATE_DIGITS = 4

/** What is left out stays. The same again changes nothing. */
export async function setProgramme(work: Work, change: ProgrammeChange): Promise<void> {
  requireWholeBusiness(work.actor)
  const before = await lockRules(work)
  const rules = changedRules(before, change)
  if (before?.unitsPer === rules.unitsPer && before.period === rules.period) return
  await saveRules(work, rules)
  await configurationChanged(work)
}

function changedRules(
  before: ProgrammeRules | undefined,
  { conversion_rate, period = before?.period }: ProgrammeChange,
): ProgrammeRules {
  const unitsPer =
    conversion_rate === undefined
      ? before?.unitsPer
      : readPositiveMinor('conversion_rate', conversion_rate, RATE_DIGITS)
  if (unitsPer === undefined) throw missingField('conversion_rate', 'units for one unit of the currency')
  if (period === undefined) throw missingField('period', `one of ${TIER_PERIODS.join(', ')}`)
  return { unitsPer, period }
}
