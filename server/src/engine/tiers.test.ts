import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idOf, type TierId } from '../kit/id.ts'
import {
  lastDayOf,
  standing,
  TIER_PERIODS,
  type TierPeriod,
  type TierProgramme,
  tierAfter,
  tierHeld,
  tierPeriods,
  unitsOf,
} from './tiers.ts'

const EURO = 2

function programme(
  units: readonly number[],
  { rate = 1, period = 'YEAR' as TierPeriod } = {},
): TierProgramme {
  return {
    unitsPer: BigInt(Math.round(rate * 10_000)),
    period,
    tiers: units.map((each, index) => ({
      id: idOf<TierId>(`tier ${index}`),
      code: `T${index}`,
      name: `Tier ${index}`,
      units: BigInt(each),
    })),
  }
}

const clubs = programme([0, 100, 500])

describe('units', () => {
  test.each`
    rate      | minor     | digits | units
    ${1}      | ${12_399} | ${2}   | ${123}
    ${0.5}    | ${12_399} | ${2}   | ${61}
    ${0.0001} | ${999_99} | ${2}   | ${0}
    ${2.5}    | ${100}    | ${2}   | ${2}
    ${1}      | ${1_999}  | ${3}   | ${1}
    ${10}     | ${7}      | ${0}   | ${70}
    ${1}      | ${-500}   | ${2}   | ${0}
  `('at $rate a unit of currency $minor of $digits digits is $units', ({ rate, minor, digits, units }) => {
    expect(unitsOf(programme([], { rate }), BigInt(minor), digits)).toBe(BigInt(units))
  })
})

describe('the periods of a day', () => {
  test.each`
    period       | day             | now          | before       | ends            | nextEnds
    ${'MONTH'}   | ${'2026-11-23'} | ${'2026-11'} | ${'2026-10'} | ${'2026-11-30'} | ${'2026-12-31'}
    ${'MONTH'}   | ${'2024-01-31'} | ${'2024-01'} | ${'2023-12'} | ${'2024-01-31'} | ${'2024-02-29'}
    ${'QUARTER'} | ${'2026-11-23'} | ${'2026-Q4'} | ${'2026-Q3'} | ${'2026-12-31'} | ${'2027-03-31'}
    ${'QUARTER'} | ${'2026-03-31'} | ${'2026-Q1'} | ${'2025-Q4'} | ${'2026-03-31'} | ${'2026-06-30'}
    ${'YEAR'}    | ${'2026-11-23'} | ${'2026'}    | ${'2025'}    | ${'2026-12-31'} | ${'2027-12-31'}
    ${'EVER'}    | ${'2026-11-23'} | ${''}        | ${undefined} | ${undefined}    | ${undefined}
  `('$period on $day: $now after $before', ({ period, day, now, before, ends, nextEnds }) => {
    expect(tierPeriods({ period }, day)).toEqual({ now, before })
    expect(lastDayOf({ period }, day, 'THIS_PERIOD')).toBe(ends)
    expect(lastDayOf({ period }, day, 'NEXT_PERIOD')).toBe(nextEnds)
  })
})

describe('the standing of a contact', () => {
  test.each`
    now        | before     | tier | next                               | keeps
    ${0n}      | ${0n}      | ${0} | ${{ tier: 1, missingUnits: 100n }} | ${undefined}
    ${99_99n}  | ${0n}      | ${0} | ${{ tier: 1, missingUnits: 1n }}   | ${undefined}
    ${100_00n} | ${0n}      | ${1} | ${{ tier: 2, missingUnits: 400n }} | ${{ through: 'NEXT_PERIOD', missingUnits: 0n }}
    ${30_00n}  | ${120_00n} | ${1} | ${{ tier: 2, missingUnits: 470n }} | ${{ through: 'THIS_PERIOD', missingUnits: 70n }}
    ${100_00n} | ${900_00n} | ${2} | ${undefined}                       | ${{ through: 'THIS_PERIOD', missingUnits: 400n }}
    ${600_00n} | ${0n}      | ${2} | ${undefined}                       | ${{ through: 'NEXT_PERIOD', missingUnits: 0n }}
  `('with $now spent after $before is in tier $tier', ({ now, before, tier, next, keeps }) => {
    const { units, unitsBefore, ...rest } = standing(clubs, { spentNow: now, spentBefore: before }, EURO)
    expect(rest).toEqual({ tier, next, keeps })
    expect([units, unitsBefore]).toEqual([now / 100n, before / 100n])
  })

  test('is below every tier where the first one is not for everybody', () => {
    expect(standing(programme([10, 20]), { spentNow: 9_99n, spentBefore: 0n }, EURO)).toMatchObject({
      tier: undefined,
      next: { tier: 0, missingUnits: 1n },
      keeps: undefined,
    })
  })

  test('cannot be lost where units are counted for ever', () => {
    const ever = programme([100], { period: 'EVER' })
    expect(standing(ever, { spentNow: 150_00n, spentBefore: 0n }, EURO).keeps).toBeUndefined()
  })
})

test('one purchase that passes several tiers reaches all of them', () => {
  const after = tierAfter(clubs, { spentNow: 50_00n, spentBefore: 0n, added: 460_00n }, EURO)
  expect(after).toEqual({ before: 0, after: 2, reached: clubs.tiers.slice(1) })
  expect(tierAfter(clubs, { spentNow: 50_00n, spentBefore: 0n, added: 49_99n }, EURO).reached).toEqual([])
})

const cents = fc.bigInt({ min: 0n, max: 5_000_00n })
const anyProgramme = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 3_000 }), { maxLength: 5 }),
    fc.integer({ min: 1, max: 30_000 }),
    fc.constantFrom(...TIER_PERIODS),
  )
  .map(([units, rate, period]) =>
    programme(
      units.sort((a, b) => a - b),
      { rate: rate / 10_000, period },
    ),
  )
const anyDay = fc
  .integer({ min: 0, max: 2_000 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10))

interface Entry {
  readonly day: string
  readonly amount: bigint
}
const anyHistory = fc.array(fc.record({ day: anyDay, amount: cents }), { maxLength: 12 })

/** As the counters of purchases hold it: a sum for each period. */
function spendingOn(rules: TierProgramme, day: string, history: readonly Entry[]) {
  const { now, before } = tierPeriods(rules, day)
  const spentIn = (period: string | undefined) =>
    history
      .filter((entry) => entry.day <= day && tierPeriods(rules, entry.day).now === period)
      .reduce((sum, { amount }) => sum + amount, 0n)
  return { spentNow: spentIn(now), spentBefore: before === undefined ? 0n : spentIn(before) }
}

const rank = (tier: number | undefined) => tier ?? -1
const heldOn = (rules: TierProgramme, day: string, history: readonly Entry[]) =>
  rank(tierHeld(rules, spendingOn(rules, day, history), EURO))
const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

describe('whatever the programme and the spending', () => {
  test('more spending never lowers the tier, on the day and on any later one', () => {
    fc.assert(
      fc.property(anyProgramme, anyHistory, anyDay, cents, anyDay, (rules, history, day, amount, later) => {
        const more = [...history, { day, amount }]
        expect(heldOn(rules, later, more)).toBeGreaterThanOrEqual(heldOn(rules, later, history))
      }),
      { numRuns: 2_000 },
    )
  })

  test('a spend that is taken back leaves exactly the former standing', () => {
    fc.assert(
      fc.property(anyProgramme, anyHistory, anyDay, cents, anyDay, (rules, history, day, amount, later) => {
        const undone = [...history, { day, amount }, { day, amount: -amount }]
        const on = (entries: readonly Entry[]) => standing(rules, spendingOn(rules, later, entries), EURO)
        expect(on(undone)).toEqual(on(history))
      }),
      { numRuns: 2_000 },
    )
  })

  test('who spends no more falls with the end of the period after, and not before', () => {
    let fell = 0
    fc.assert(
      fc.property(anyProgramme, cents, anyDay, (rules, amount, day) => {
        const history = [{ day, amount }]
        const reached = heldOn(rules, day, history)
        const last = lastDayOf(rules, day, 'NEXT_PERIOD')
        expect(heldOn(rules, last ?? '2099-12-31', history)).toBe(reached)
        if (last === undefined) return
        expect(heldOn(rules, dayAfter(last), history)).toBe(heldOn(rules, day, []))
        if (reached > heldOn(rules, day, [])) fell += 1
      }),
      { numRuns: 2_000 },
    )
    expect(fell).toBeGreaterThan(200)
  })

  test('a tier is held through the day that is told and, without what is told to be missing, no longer', () => {
    let told = 0
    fc.assert(
      fc.property(anyProgramme, anyHistory, anyDay, (rules, history, day) => {
        const known = history.filter((entry) => entry.day <= day)
        const { tier, keeps } = standing(rules, spendingOn(rules, day, known), EURO)
        const last = keeps && lastDayOf(rules, day, keeps.through)
        if (last === undefined) return
        told += 1
        expect(heldOn(rules, last, known)).toBe(rank(tier))
        expect(heldOn(rules, dayAfter(last), known)).toBeLessThan(rank(tier))
      }),
      { numRuns: 3_000 },
    )
    expect(told).toBeGreaterThan(200)
  })

  test('what is told to be missing is exactly what leads up, or keeps', () => {
    fc.assert(
      fc.property(anyProgramme, cents, cents, (rules, spentNow, spentBefore) => {
        const { units, tier, next, keeps } = standing(rules, { spentNow, spentBefore }, EURO)
        const spentFor = (wanted: bigint) => {
          const price = wanted * 10_000n * 100n
          return (price + rules.unitsPer - 1n) / rules.unitsPer
        }
        const tierWith = (wanted: bigint) =>
          tierHeld(rules, { spentNow: spentFor(wanted), spentBefore }, EURO)
        if (next) {
          expect(tierWith(units + next.missingUnits)).toBe(next.tier)
          expect(rank(tierWith(units + next.missingUnits - 1n))).toBeLessThan(next.tier)
        }
        if (keeps && keeps.missingUnits > 0n) {
          const kept = { spentNow: 0n, spentBefore: spentFor(units + keeps.missingUnits) }
          expect(tierHeld(rules, kept, EURO)).toBe(tier)
          const lost = { spentNow: 0n, spentBefore: spentFor(units + keeps.missingUnits - 1n) }
          expect(rank(tierHeld(rules, lost, EURO))).toBeLessThan(rank(tier))
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
