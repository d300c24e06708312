import { z } from 'zod'
import type { Reckoning } from '../award.ts'
import { fixed } from './fixed.ts'
import { percentage } from './percentage.ts'

// A new award is one file and one line in each of these three places.
export const awardSettings = z.discriminatedUnion('kind', [percentage.settings, fixed.settings])
export type AwardSettings = z.infer<typeof awardSettings>

export function saysAward(settings: AwardSettings, currency: string): string {
  return settings.kind === 'PERCENTAGE' ? percentage.says(settings, currency) : fixed.says(settings, currency)
}

export function reckonAward(settings: AwardSettings, base: bigint, currency: string): Reckoning {
  return settings.kind === 'PERCENTAGE'
    ? percentage.reckon(settings, base, currency)
    : fixed.reckon(settings, base, currency)
}
