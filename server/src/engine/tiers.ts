import type { TierId } from '../kit/branded.ts'

export const TIER_PERIODS = ['MONTH', 'QUARTER', 'YEAR', 'EVER'] as const
export type TierPeriod = (typeof TIER_PERIODS)[number]

export interface Tier {
  readonly id: TierId
  readonly code: string
  readonly name: string
  /** Reached with so many units or more; a tier of none is everybody's. */
  readonly units: bigint
}

/** How spending leads to tiers. One a business. */
export interface TierProgramme {
  /** Units for one unit of the currency (a euro), in ten-thousandths. */
  readonly unitsPer: bigint
  readonly period: TierPeriod
  /** From the lowest to the highest. */
  readonly tiers: readonly Tier[]
}

/** What a contact spent, less what was taken back, in minor units: in the period of today and in the one before. */
export interface TierSpending {
  readonly spentNow: bigint
  readonly spentBefore: bigint
}

const RATE = 10_000n
const OF_TWO_DIGITS = RATE * 100n

/**
 * The whole units that a sum of spending is worth, a part of a unit being none. Reckoned on the sum and not on each purchase, so
 * that taking a purchase back leads exactly to where one was. A sum below zero (more taken back than spent) is worth nothing.
 */
export function unitsOf({ unitsPer }: TierProgramme, minor: bigint, currencyDigits: number): bigint {
  if (minor <= 0n) return 0n
  return (minor * unitsPer) / minorUnitsOf(currencyDigits)
}

/** Ten-thousandths of minor units in one unit of a currency with so many digits. */
function minorUnitsOf(digits: number): bigint {
  return digits === 2 ? OF_TWO_DIGITS : RATE * 10n ** BigInt(digits)
}

/**
 * The position of the tier that is held; undefined below the first. A tier is held from the moment it is reached to the end
 * of the period after: so it is the one that the better of the two periods leads to, and nobody has to be demoted.
 */
export function tierHeld(
  programme: TierProgramme,
  { spentNow, spentBefore }: TierSpending,
  digits: number,
): number | undefined {
  const units = unitsOf(programme, spentNow > spentBefore ? spentNow : spentBefore, digits)
  const { tiers } = programme
  for (let index = tiers.length - 1; index >= 0; index--) {
    const tier = tiers[index]
    if (tier && tier.units <= units) return index
  }
  return undefined
}

/** The tier before and after so much more is spent in this period, and all that are reached by it, lowest first. */
export function tierAfter(
  programme: TierProgramme,
  { added, spentNow, spentBefore }: TierSpending & { readonly added: bigint },
  digits: number,
): {
  readonly before: number | undefined
  readonly after: number | undefined
  readonly reached: readonly Tier[]
} {
  const before = tierHeld(programme, { spentNow, spentBefore }, digits)
  const after = tierHeld(programme, { spentNow: spentNow + added, spentBefore }, digits)
  return { before, after, reached: programme.tiers.slice((before ?? -1) + 1, (after ?? -1) + 1) }
}

export interface Standing {
  /** Position of the tier that is held. */
  readonly tier: number | undefined
  readonly units: bigint
  readonly unitsBefore: bigint
  /** The tier above, and what is still to be earned in this period to reach it. */
  readonly next: { readonly tier: number; readonly missingUnits: bigint } | undefined
  /**
   * To the end of which period the tier is held whatever happens, and what is still to be earned in this one to keep it through
   * the next. undefined where nothing can be lost: no tier, everybody's tier, or units that are counted for ever.
   */
  readonly keeps:
    | { readonly through: 'THIS_PERIOD' | 'NEXT_PERIOD'; readonly missingUnits: bigint }
    | undefined
}

export function standing(programme: TierProgramme, spending: TierSpending, digits: number): Standing {
  const units = unitsOf(programme, spending.spentNow, digits)
  const unitsBefore = unitsOf(programme, spending.spentBefore, digits)
  const tier = tierHeld(programme, spending, digits)
  const above = (tier ?? -1) + 1
  const next = programme.tiers[above]
  return {
    tier,
    units,
    unitsBefore,
    next: next && { tier: above, missingUnits: next.units - units },
    keeps: keeping(programme, tier, units),
  }
}

function keeping(
  { tiers, period }: TierProgramme,
  tier: number | undefined,
  units: bigint,
): Standing['keeps'] {
  const held = tier === undefined ? undefined : tiers[tier]
  if (!held || held.units === 0n || period === 'EVER') return undefined
  return units >= held.units
    ? { through: 'NEXT_PERIOD', missingUnits: 0n }
    : { through: 'THIS_PERIOD', missingUnits: held.units - units }
}

const MONTHS_IN = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const

/** The keys under which a local day's spending and that of the period before are counted: "2026-11", "2026-Q4", "2026", "". */
export function tierPeriods(
  { period }: Pick<TierProgramme, 'period'>,
  localDay: string,
): { readonly now: string; readonly before: string | undefined } {
  if (period === 'EVER') return { now: '', before: undefined }
  const first = firstMonthOf(period, localDay)
  return { now: keyOf(period, first), before: keyOf(period, first - MONTHS_IN[period]) }
}

/** The last local day of the period of a day or of the next; undefined where there is but one period, for ever. */
export function lastDayOf(
  { period }: Pick<TierProgramme, 'period'>,
  localDay: string,
  through: 'THIS_PERIOD' | 'NEXT_PERIOD',
): string | undefined {
  if (period === 'EVER') return undefined
  const periods = through === 'THIS_PERIOD' ? 1 : 2
  const { year, month } = monthAt(firstMonthOf(period, localDay) + periods * MONTHS_IN[period])
  // Day 0 of a month is the last one of the month before.
  return new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10)
}

/** Months are counted through from the year 0. */
function firstMonthOf(period: keyof typeof MONTHS_IN, localDay: string): number {
  const month = Number(localDay.slice(0, 4)) * 12 + Number(localDay.slice(5, 7)) - 1
  return month - (month % MONTHS_IN[period])
}

function monthAt(count: number): { readonly year: number; readonly month: number } {
  return { year: Math.floor(count / 12), month: (count % 12) + 1 }
}

function keyOf(period: keyof typeof MONTHS_IN, firstMonth: number): string {
  const { year, month } = monthAt(firstMonth)
  switch (period) {
    case 'MONTH':
      return `${year}-${String(month).padStart(2, '0')}`
    case 'QUARTER':
      return `${year}-Q${(month + 2) / 3}`
    case 'YEAR':
      return `${year}`
  }
}
