import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allocate,
  decimalText,
  display,
  least,
  money,
  parseMinor,
  shareOf,
  sum,
  wireNumber,
} from './money.ts'

describe('a decimal is read exactly', () => {
  test.each`
    text                   | digits | minor
    ${'12.50'}             | ${2}   | ${1250n}
    ${'12.5'}              | ${2}   | ${1250n}
    ${'12'}                | ${2}   | ${1200n}
    ${'0.1'}               | ${2}   | ${10n}
    ${'12.5000'}           | ${2}   | ${1250n}
    ${'-3'}                | ${2}   | ${-300n}
    ${'-0'}                | ${2}   | ${0n}
    ${'007'}               | ${2}   | ${700n}
    ${'1500'}              | ${0}   | ${1500n}
    ${'1500.0'}            | ${0}   | ${1500n}
    ${'1.250'}             | ${3}   | ${1250n}
    ${'9999999999999.99'}  | ${2}   | ${999999999999999n}
    ${'12.505'}            | ${2}   | ${'too many decimals'}
    ${'1.5'}               | ${0}   | ${'too many decimals'}
    ${'10000000000000.00'} | ${2}   | ${'too large'}
    ${'1e3'}               | ${2}   | ${'not a decimal number'}
    ${'1e309'}             | ${2}   | ${'not a decimal number'}
    ${'NaN'}               | ${2}   | ${'not a decimal number'}
    ${'Infinity'}          | ${2}   | ${'not a decimal number'}
    ${'.5'}                | ${2}   | ${'not a decimal number'}
    ${'5.'}                | ${2}   | ${'not a decimal number'}
    ${'1,50'}              | ${2}   | ${'not a decimal number'}
    ${'+1'}                | ${2}   | ${'not a decimal number'}
    ${' 1'}                | ${2}   | ${'not a decimal number'}
    ${'0x10'}              | ${2}   | ${'not a decimal number'}
    ${'١٢'}                | ${2}   | ${'not a decimal number'}
    ${''}                  | ${2}   | ${'not a decimal number'}
  `('"$text" with $digits decimals is $minor', ({ text, digits, minor }) => {
    expect(parseMinor(text, digits)).toBe(minor)
  })

  test('every amount comes back from its own text, and through a JSON number', () => {
    const minors = fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n })
    fc.assert(
      fc.property(minors, fc.constantFrom(0, 2, 3), (minor, digits) => {
        expect(parseMinor(decimalText(minor, digits), digits)).toBe(minor)
      }),
    )
    const currencies = fc.constantFrom('EUR', 'JPY', 'KWD')
    fc.assert(
      fc.property(minors, currencies, (minor, currency) => {
        const digits = { EUR: 2, JPY: 0, KWD: 3 }[currency] ?? 2
        const wire: unknown = JSON.parse(JSON.stringify(wireNumber(minor, currency)))
        expect(parseMinor(String(wire), digits)).toBe(minor)
      }),
    )
  })

  test.each`
    minor    | currency | says
    ${1250n} | ${'EUR'} | ${'12.50 EUR'}
    ${-5n}   | ${'EUR'} | ${'-0.05 EUR'}
    ${0n}    | ${'EUR'} | ${'0.00 EUR'}
    ${1500n} | ${'JPY'} | ${'1500 JPY'}
    ${1250n} | ${'KWD'} | ${'1.250 KWD'}
  `('$minor of $currency is shown as $says', ({ minor, currency, says }) => {
    expect(display(money(minor, currency))).toBe(says)
  })
})

describe('a share is rounded half up, away from zero', () => {
  test.each`
    of      | part    | whole      | share
    ${10n}  | ${500n} | ${10_000n} | ${1n}
    ${9n}   | ${500n} | ${10_000n} | ${0n}
    ${-10n} | ${500n} | ${10_000n} | ${-1n}
    ${-9n}  | ${500n} | ${10_000n} | ${0n}
    ${100n} | ${1n}   | ${3n}      | ${33n}
    ${200n} | ${1n}   | ${3n}      | ${67n}
    ${1n}   | ${1n}   | ${2n}      | ${1n}
    ${999n} | ${0n}   | ${7n}      | ${0n}
  `('$part / $whole of $of is $share', ({ of, part, whole, share }) => {
    expect(shareOf(of, part, whole)).toBe(share)
  })

  test('is never further than half a unit from the exact value', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 12n), 10n ** 12n),
        fc.bigInt(0n, 10_000n),
        fc.bigInt(1n, 10_000n),
        (of, part, whole) => {
          const twice = 2n * (shareOf(of, part, whole) * whole - of * part)
          expect(twice <= whole && twice >= -whole).toBe(true)
        },
      ),
    )
  })
})

describe('an amount that is allocated', () => {
  test.each`
    amount   | weights         | parts
    ${100n}  | ${[1n, 1n, 1n]} | ${[34n, 33n, 33n]}
    ${100n}  | ${[100n, 200n]} | ${[33n, 67n]}
    ${1n}    | ${[1n, 1n]}     | ${[1n, 0n]}
    ${-100n} | ${[1n, 1n, 1n]} | ${[-34n, -33n, -33n]}
    ${5n}    | ${[0n, 3n, 0n]} | ${[0n, 5n, 0n]}
    ${5n}    | ${[0n, 0n]}     | ${[5n, 0n]}
    ${0n}    | ${[1n, 2n]}     | ${[0n, 0n]}
    ${5n}    | ${[]}           | ${[]}
  `('$amount over $weights is $parts', ({ amount, weights, parts }) => {
    expect(allocate(amount, weights)).toEqual(parts)
  })

  test('sums to the whole, and no part is a full unit from its exact share', () => {
    const weights = fc.array(fc.bigInt(0n, 10n ** 9n), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), weights, (amount, all) => {
        const parts = allocate(amount, all)
        const whole = sum(all)
        expect(sum(parts)).toBe(amount)
        if (whole === 0n) return
        parts.forEach((part, index) => {
          const off = part * whole - amount * (all[index] ?? 0n)
          expect(off < whole && off > -whole).toBe(true)
        })
      }),
    )
  })

  test('gives nothing to what weighs nothing', () => {
    const weights = fc.array(fc.bigInt(0n, 5n), { minLength: 2, maxLength: 8 }).filter((all) => sum(all) > 0n)
    fc.assert(
      fc.property(fc.bigInt(0n, 100n), weights, (amount, all) => {
        allocate(amount, all).forEach((part, index) => {
          if (all[index] === 0n) expect(part).toBe(0n)
        })
      }),
    )
  })
})

test('the least of several amounts', () => {
  expect(least(3n)).toBe(3n)
  expect(least(3n, 2n, 9n)).toBe(2n)
})
