import { minorDigits } from '../kit/currency.ts'
import { remembered } from '../kit/remembered.ts'
import { type Basket, NO_TIERS, type TierFacts } from './basket.ts'
import type { Counted } from './count-awards.ts'
import type { CounterRef, Counters } from './counters.ts'
import { type TierPeriod, type TierProgramme, tierAfter, tierPeriods } from './tiers.ts'

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
  const { tiers, counters } = facts
  if (!tiers) return NO_TIERS
  const [now, before] = tierCounters(facts, basket)
  const spent = (ref: CounterRef | undefined) => (ref ? (counters.get(ref)?.amount ?? 0n) : 0n)
  const spending = { spentNow: spent(now), spentBefore: spent(before), added }
  const stands = tierAfter(tiers, spending, minorDigits(basket.currency))
  const held = tiers.tiers.slice(0, (stands.before ?? -1) + 1).map(({ id }) => id)
  return { held, current: held.at(-1), reached: stands.reached.map(({ id }) => id) }
}

export function tiersMoved(facts: Facts, basket: Basket, added: bigint): Counted[] {
  const [now] = tierCounters(facts, basket)
  if (!now || added <= 0n) return []
  return [{ of: 'TIER', offer: undefined, ref: now, amount: added, uses: 1 }]
}
