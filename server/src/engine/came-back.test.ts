import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, sum } from '../kit/money.ts'
import { ONE } from '../kit/quantity.ts'
import {
  type CameBack,
  type Goods,
  isWholeBack,
  type LineBack,
  ofPieces,
  partBack,
  valueBack,
  worthBack,
} from './came-back.ts'

const cents = fc.bigInt({ min: 0n, max: 100_000n })

describe('pieces of a line', () => {
  test('share its amount by largest remainder, the earlier piece first', () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 60 }), (amount, pieces) => {
        const shares = Array.from(
          { length: pieces },
          (_, at) =>
            ofPieces(amount, BigInt(pieces) * ONE, BigInt(at + 1) * ONE) -
            ofPieces(amount, BigInt(pieces) * ONE, BigInt(at) * ONE),
        )
        expect(shares).toEqual(
          allocate(
            amount,
            shares.map(() => 1n),
          ),
        )
      }),
    )
  })

  test('of which the last is not whole share it by weight', () => {
    fc.assert(
      fc.property(cents, fc.bigInt({ min: 1n, max: 80_000n }), (amount, quantity) => {
        const sizes = Array.from({ length: Number((quantity + ONE - 1n) / ONE) }, (_, at) =>
          quantity - BigInt(at) * ONE < ONE ? quantity - BigInt(at) * ONE : ONE,
        )
        let back = 0n
        const shares = sizes.map((size) => {
          const before = ofPieces(amount, quantity, back)
          back += size
          return ofPieces(amount, quantity, back) - before
        })
        expect(shares).toEqual(allocate(amount, sizes))
      }),
    )
  })

  test('never give less back when more of them come back', () => {
    const two = fc.tuple(fc.bigInt({ min: 0n, max: 80_000n }), fc.bigInt({ min: 0n, max: 80_000n }))
    fc.assert(
      fc.property(cents, fc.bigInt({ min: 1n, max: 80_000n }), two, (amount, quantity, [a, b]) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        expect(ofPieces(amount, quantity, less) <= ofPieces(amount, quantity, more)).toBe(true)
      }),
    )
  })
})

const line = fc.record({ worth: cents, quantity: fc.bigInt({ min: 1n, max: 50_000n }), share: cents })
const basket = fc.array(line, { minLength: 1, maxLength: 5 })
const step = fc.record({
  line: fc.nat(5),
  by: fc.constantFrom('PIECES', 'LINE_AMOUNT', 'AMOUNT'),
  part: fc.bigInt({ min: 0n, max: 100n }),
})

/** One more return of a part of what is left. */
function onward(
  goods: readonly Goods[],
  back: CameBack,
  { line: at, by, part }: { line: number; by: string; part: bigint },
) {
  const left = sum(goods.map(({ worth }) => worth)) - valueBack(goods, back)
  if (by === 'AMOUNT') return { ...back, amount: back.amount + (left * part) / 100n }
  const index = at % goods.length
  const own = goods[index] ?? { worth: 0n, quantity: 0n }
  const was = back.lines[index] ?? { quantity: 0n, amount: 0n }
  const least = (a: bigint, b: bigint) => (a < b ? a : b)
  if (by === 'LINE_AMOUNT') {
    const amount = least(((own.worth - worthBack(own, was)) * part) / 100n, left)
    return withLine(back, index, { ...was, amount: was.amount + amount })
  }
  const quantity = was.quantity + ((own.quantity - was.quantity) * part) / 100n
  const rest = own.worth - ofPieces(own.worth, own.quantity, quantity)
  const after = withLine(back, index, { quantity, amount: least(was.amount, rest) })
  const over = valueBack(goods, after) - sum(goods.map(({ worth }) => worth))
  return over > 0n ? { ...after, amount: after.amount - over } : after
}

function withLine(back: CameBack, index: number, line: LineBack): CameBack {
  return { ...back, lines: back.lines.map((each, at) => (at === index ? line : each)) }
}

test('whatever came back in whatever parts, what is taken never falls, is never too much and ends with all of it', () => {
  fc.assert(
    fc.property(basket, fc.array(step, { maxLength: 12 }), (lines, steps) => {
      const goods = lines.map(({ worth, quantity }) => ({ worth, quantity }))
      const shares = lines.map(({ share }) => share)
      let back: CameBack = { lines: lines.map(() => ({ quantity: 0n, amount: 0n })), amount: 0n }
      let taken = partBack(shares, goods, back)
      for (const each of steps) {
        if (isWholeBack(goods, back)) break
        back = onward(goods, back, each)
        const now = partBack(shares, goods, back)
        expect(now >= taken && now <= sum(shares)).toBe(true)
        taken = now
      }
      const all: CameBack = {
        lines: goods.map(({ quantity }) => ({ quantity, amount: 0n })),
        amount: 0n,
      }
      expect(partBack(shares, goods, all)).toBe(sum(shares))
    }),
    { numRuns: 10_000 },
  )
})

test('parts of different lines take the same in any order', () => {
  fc.assert(
    fc.property(
      basket,
      fc.array(fc.bigInt({ min: 0n, max: 100n }), { minLength: 5, maxLength: 5 }),
      (lines, parts) => {
        const goods = lines.map(({ worth, quantity }) => ({ worth, quantity }))
        const shares = lines.map(({ share }) => share)
        const indexes = lines.map((_, index) => index)
        const run = (order: readonly number[]) => {
          let back: CameBack = { lines: lines.map(() => ({ quantity: 0n, amount: 0n })), amount: 0n }
          for (const index of order)
            back = onward(goods, back, { line: index, by: 'PIECES', part: parts[index] ?? 0n })
          return partBack(shares, goods, back)
        }
        expect(run([...indexes].reverse())).toBe(run(indexes))
      },
    ),
  )
})
