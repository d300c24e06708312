import { minorDigits } from '../kit/currency.ts'
import { remembered, rememberedLast } from '../kit/remembered.ts'
import { type Basket, NO_TIERS, type TierFacts } from './basket.ts'
import type { Counted } from './counted.ts'
import type { CounterRef, Counters } from './counters.ts'
import { type TierPeriod, type TierProgramme, tierHeld, tierPeriods } from './tiers.ts'

interface Facts {
  readonly tiers: TierProgramme | undefined
  readonly tenant: number
  readonly counters: Counters
}

/** What the contact spent in this period of the tiers and in the one before, counted in minor units. */
export function tierCounters(
  { tiers, tenant }: Omit<Facts, 'counters'>,
  { business, contact, businessDay }: Pick<Basket, 'business' | 'contact' | 'businessDay'>,
): readonly CounterRef[] {
  if (!tiers) return []
  const ref = (period: string): CounterRef => ({ tenant, offer: business, subject: contact, period })
  return COUNTED[tiers.period](businessDay).map(ref)
}

const COUNTED = {
  MONTH: remembered((day) => periodsCounted('MONTH', day)),
  QUARTER: remembered((day) => periodsCounted('QUARTER', day)),
  YEAR: remembered((day) => periodsCounted('YEAR', day)),
  EVER: remembered((day) => periodsCounted('EVER', day)),
} as const

/** The period of a day and the one before it, as counters are named. */
function periodsCounted(period: TierPeriod, day: string): readonly string[] {
  const { now, before } = tierPeriods({ period }, day)
  return before === undefined ? [`tier:${now}`] : [`tier:${now}`, `tier:${before}`]
}

/** Where the contact stands before the purchase, and which tiers it reaches with so much more. */
export function tierFacts(facts: Facts, basket: Basket, added: bigint): TierFacts {
  return tiersAround(facts, basket).with(added)
}

/** A contact among the tiers while a purchase is judged: its counters are read once. */
export interface AmongTiers {
  readonly with: (added: bigint) => TierFacts
  readonly moved: (added: bigint) => readonly Counted[]
}

const NO_PROGRAMME: AmongTiers = { with: () => NO_TIERS, moved: () => [] }

export function tiersAround(facts: Facts, basket: Basket): AmongTiers {
  const { tiers, counters } = facts
  if (!tiers) return NO_PROGRAMME
  const [now, before] = tierCounters(facts, basket)
  const spent = (ref: CounterRef | undefined) => (ref ? (counters.get(ref)?.amount ?? 0n) : 0n)
  const spending = { spentNow: spent(now), spentBefore: spent(before) }
  const digits = minorDigits(basket.currency)
  const held = tierHeld(tiers, spending, digits) ?? -1
  const standing = heldUpTo(tiers)[held] ?? NO_TIERS
  return {
    with: (added) => {
      if (added <= 0n) return standing
      const after = tierHeld(tiers, { ...spending, spentNow: spending.spentNow + added }, digits) ?? -1
      if (after <= held) return standing
      return { ...standing, reached: tiers.tiers.slice(held + 1, after + 1).map(({ id }) => id) }
    },
    moved: (added) =>
      now && added > 0n ? [{ of: 'TIER', offer: undefined, ref: now, amount: added, uses: 1 }] : [],
  }
}

/** For each tier what somebody holds who has come to it, and reaches nothing more. */
const heldUpTo = rememberedLast(({ tiers }: TierProgramme): readonly TierFacts[] => {
  const ids = tiers.map(({ id }) => id)
  return ids.map((current, index) => ({ held: ids.slice(0, index + 1), current, reached: [] }))
})
