import type { Work } from '../db/index.ts'
import { lastDayOf, type Standing, standing, type TierProgramme, tierCounters } from '../engine/index.ts'
import { minorDigits } from '../kit/currency.ts'
import { localDay } from '../kit/zone.ts'
import { readCounters } from '../offers/index.ts'
import type { Catalogue } from './catalogue.ts'
import { contactNamed } from './contact-named.ts'

/** Where a contact stands among the tiers today, and what is missing to rise or to stay. */
export async function contactTier(work: Work, catalogue: Catalogue, idOrCode: string) {
  const contact = await contactNamed(work, catalogue, { id: idOrCode })
  const { tiers, directory, currency } = catalogue
  if (!tiers) return NO_TIERS
  const { business } = directory
  const day = localDay(work.at, business.timeZone)
  const whose = { business: business.id, contact, businessDay: day }
  const [now, before] = tierCounters({ tiers, tenant: work.actor.tenant }, whose)
  const counters = await readCounters(
    work,
    [now, before].flatMap((ref) => ref ?? []),
  )
  const spent = (ref: typeof now) => (ref ? (counters.get(ref)?.amount ?? 0n) : 0n)
  const spending = { spentNow: spent(now), spentBefore: spent(before) }
  return showStanding(tiers, standing(tiers, spending, minorDigits(currency)), day)
}

const NO_TIERS = {
  reward_tier: null,
  period_value_units: 0,
  previous_period_value_units: 0,
  progress: null,
  maintain_tier: null,
}

function showStanding(
  programme: TierProgramme,
  { tier, units, unitsBefore, next, keeps }: Standing,
  day: string,
) {
  const named = (index: number | undefined) => {
    const found = index === undefined ? undefined : programme.tiers[index]
    return found ? { id: found.id, code: found.code, name: found.name } : null
  }
  const thisPeriodsEnd = lastDayOf(programme, day, 'THIS_PERIOD') ?? null
  return {
    reward_tier: named(tier),
    period_value_units: Number(units),
    previous_period_value_units: Number(unitsBefore),
    progress: next
      ? {
          name: named(next.tier)?.name ?? '',
          points_needed: Number(next.missingUnits),
          collected_by: thisPeriodsEnd,
        }
      : null,
    maintain_tier: keeps
      ? {
          points_needed: Number(keeps.missingUnits),
          collected_by: thisPeriodsEnd,
          held_until: lastDayOf(programme, day, keeps.through) ?? null,
        }
      : null,
  }
}
