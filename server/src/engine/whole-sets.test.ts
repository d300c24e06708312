import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Pile, shortOf, wholeSets } from './whole-sets.ts'

/** "3 of 0, 2 of 0 1": three pieces that can be the first part only, two that can be the first or the second. */
function piles(text: string): Pile[] {
  return text.split(', ').map((words) => {
    const [, pieces = '', parts = ''] = /^(\d+) of ([\d ]+)$/.exec(words) ?? []
    return { pieces: BigInt(pieces), fits: parts.split(' ').map(Number) }
  })
}

describe('whole sets', () => {
  test.each`
    needs           | there                                     | sets
    ${[1n]}         | ${'3 of 0'}                               | ${3n}
    ${[2n]}         | ${'3 of 0'}                               | ${1n}
    ${[1n, 1n]}     | ${'3 of 0, 2 of 1'}                       | ${2n}
    ${[1n, 1n]}     | ${'1 of 0 1'}                             | ${0n}
    ${[1n, 1n]}     | ${'5 of 0 1'}                             | ${2n}
    ${[1n, 1n]}     | ${'2 of 0 1, 1 of 0'}                     | ${1n}
    ${[1n, 2n]}     | ${'2 of 0 1, 1 of 1'}                     | ${1n}
    ${[1n, 1n, 1n]} | ${'1 of 0 1, 1 of 1 2, 1 of 2'}           | ${1n}
    ${[1n, 1n, 1n]} | ${'2 of 0 1, 2 of 1 2, 2 of 2 0'}         | ${2n}
    ${[1n, 1n, 1n]} | ${'2 of 0 1, 9 of 2'}                     | ${1n}
    ${[3n, 1n, 2n]} | ${'7 of 0 1 2, 6 of 0 2, 4 of 1, 1 of 2'} | ${2n}
  `('of $needs pieces out of $there: $sets', ({ needs, there, sets }) => {
    expect(wholeSets(needs, piles(there))).toBe(sets)
  })

  test('name the parts that together want more than there is', () => {
    expect(shortOf([2n, 1n, 1n], piles('2 of 0 1, 5 of 2'))).toEqual([1, 0])
    expect(shortOf([1n, 1n, 1n], piles('2 of 0 1, 5 of 2'))).toEqual([])
    expect(shortOf([1n, 1n, 6n], piles('2 of 0 1, 5 of 2'))).toEqual([2])
  })

  const anyStock = fc.tuple(
    fc.array(fc.bigInt({ min: 1n, max: 3n }), { minLength: 1, maxLength: 4 }),
    fc.array(
      fc.tuple(fc.bigInt({ min: 0n, max: 4n }), fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 })),
      { maxLength: 5 },
    ),
  )

  test('are as many as trying every way to use the pieces finds', () => {
    fc.assert(
      fc.property(anyStock, ([needs, stock]) => {
        const there = stock.map(
          ([pieces, fits]): Pile => ({ pieces, fits: fits.filter((part) => part < needs.length) }),
        )
        let sets = 0n
        while (
          canMake(
            needs.map((need) => need * (sets + 1n)),
            there,
          )
        )
          sets++
        expect(wholeSets(needs, there)).toBe(sets)
      }),
      { numRuns: 2_000, seed: 1 },
    )
  })

  test('of 20 items that any of 500 lines could be are found at once', () => {
    const all = Array.from({ length: 20 }, (_, part) => part)
    const many = Array.from({ length: 500 }, (_, line): Pile => {
      return { pieces: 10_000n, fits: all.filter((part) => (line * 7 + part * part) % 3 > 0) }
    })
    expect(
      wholeSets(
        all.map(() => 10_000n),
        many,
      ),
    ).toBeGreaterThan(0n)
  }, 2_000)
})

/** Gives one piece after the other to each part that it could be. */
function canMake(wanted: readonly bigint[], [pile, ...rest]: readonly Pile[]): boolean {
  if (wanted.every((each) => each === 0n)) return true
  if (!pile) return false
  if (pile.pieces === 0n) return canMake(wanted, rest)
  const less = { ...pile, pieces: pile.pieces - 1n }
  return (
    canMake(wanted, rest) ||
    pile.fits.some((part) => {
      const left = wanted.map((each, index) => (index === part ? each - 1n : each))
      return (wanted[part] ?? 0n) > 0n && canMake(left, [less, ...rest])
    })
  )
}
