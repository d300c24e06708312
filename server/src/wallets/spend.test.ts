import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents, EXTRAS, lines, organisation, skus, timing, wallClock } from '../../test/words.ts'
import { derivedId, type LotId, type PoolId, type WalletId } from '../kit/id.ts'
import { decimalText, sum } from '../kit/money.ts'
import { DAY, later } from '../kit/time.ts'
import type { Lot } from '../ledger/index.ts'
import type { BasketLine } from '../products/index.ts'
import {
  type CommercePool,
  commercePool,
  type PoolTerms,
  paidPerLine,
  planSpend,
  type SpendPlan,
} from './index.ts'

const now = new Date('2026-11-23T12:00:00Z')

const POOLS: Readonly<Record<string, PoolTerms>> = {
  anywhere: {},
  bakery: { products: [{ type: 'FAMILY', code: 'bakery' }] },
  drinks: { products: [{ type: 'TYPE', code: 'drink' }] },
  house: { products: [{ type: 'BRAND', code: 'house' }] },
  'milk or wine': {
    products: [
      { type: 'SKU', code: 'milk' },
      { type: 'SKU', code: 'wine' },
    ],
  },
  corner: { organisations: [{ id: organisation('Corner') }] },
  harbour: { organisations: [{ id: organisation('Harbour') }] },
  weekends: { timings: [timing('Sat Sun')] },
  lunch: { timings: [timing('11:00-14:00')] },
}

const poolId = (name: string) => derivedId<PoolId>('pool', name)

const pools: ReadonlyMap<PoolId, CommercePool> = new Map(
  Object.entries(POOLS).map(([name, terms]) => [poolId(name), commercePool(poolId(name), name, name, terms)]),
)

/** "bakery 2.00 in 3 days": a pool (or open), what is left, and when it expires; "from 2 days" is not available yet. */
function lot(text: string, position: number): Lot {
  const [, name = '', amount = '', , days, , start] =
    /^(.+?) ([\d.]+)( in (-?\d+) days?)?( from (\d+) days?)?$/.exec(text.trim()) ?? []
  const left = cents(amount)
  return {
    tenant: 1,
    id: derivedId<LotId>(String(position)),
    wallet: derivedId<WalletId>('wallet'),
    pool: name === 'open' ? null : poolId(name),
    amount: left,
    remaining: left,
    currency: 'EUR',
    availableAt: later(now, start === undefined ? -DAY : Number(start) * DAY),
    expiresAt: days === undefined ? null : later(now, Number(days) * DAY),
    funder: null,
    offer: null,
    expired: 0n,
    offerVersion: null,
    journal: '',
  }
}

interface At {
  readonly at?: string
  readonly when?: string
  readonly most?: string
}

function plan(
  wallet: string,
  bought: string,
  { at = 'Corner', when = 'Mon 12:00', most }: At = {},
): SpendPlan {
  const basket = lines(bought)
  const [merchant = '', venue] = at.split('/')
  return planSpend({
    lots: wallet.split(',').map(lot),
    pools,
    lines: basket,
    place: {
      business: organisation('Business'),
      merchant: organisation(merchant),
      venue: venue === undefined ? undefined : organisation(venue),
      local: wallClock(when),
    },
    at: now,
    most: most === undefined ? sum(basket.map(({ gross }) => gross)) : cents(most),
  })
}

/** "bakery 2.00, open 1.00", each lot in the order of its use. */
function used({ parts }: SpendPlan): string {
  const nameOf = (pool: PoolId | null) => (pool === null ? 'open' : (pools.get(pool)?.name ?? ''))
  return parts.map((part) => `${nameOf(part.lot.pool)} ${decimalText(part.amount, 2)}`).join(', ') || '-'
}

describe('a wallet pays', () => {
  test.each`
    wallet                                                | buys                                | pays
    ${'open 10.00'}                                       | ${'coffee 3.00'}                    | ${'open 3.00'}
    ${'open 2.00'}                                        | ${'coffee 3.00'}                    | ${'open 2.00'}
    ${'bakery 10.00'}                                     | ${'coffee 3.00'}                    | ${'-'}
    ${'bakery 10.00'}                                     | ${'bun 2.00, coffee 3.00'}          | ${'bakery 2.00'}
    ${'bakery 1.00, open 10.00'}                          | ${'bun 2.00, coffee 3.00'}          | ${'bakery 1.00, open 4.00'}
    ${'open 10.00, bakery 1.00'}                          | ${'bun 2.00'}                       | ${'bakery 1.00, open 1.00'}
    ${'anywhere 1.00 in 9 days, anywhere 1.00 in 2 days'} | ${'bun 1.50'}                       | ${'anywhere 1.00, anywhere 0.50'}
    ${'open 1.00 in 1 day, anywhere 5.00'}                | ${'bun 2.00'}                       | ${'anywhere 2.00'}
    ${'drinks 5.00, bakery 5.00'}                         | ${'bun 2.00, wine 3.00, milk 4.00'} | ${'drinks 3.00, bakery 2.00'}
    ${'open 10.00'}                                       | ${'wine 5.00, bread -2.00'}         | ${'open 3.00'}
    ${'open 10.00'}                                       | ${'bread 0.00'}                     | ${'-'}
  `('$pays for $buys out of $wallet', ({ wallet, buys, pays }) => {
    expect(used(plan(wallet, buys))).toBe(pays)
  })
})

describe('where and when the pool allows', () => {
  test.each`
    wallet             | at                  | when           | pays
    ${'corner 5.00'}   | ${'Corner'}         | ${'Mon 12:00'} | ${'corner 2.00'}
    ${'corner 5.00'}   | ${'Corner/Market'}  | ${'Mon 12:00'} | ${'corner 2.00'}
    ${'harbour 5.00'}  | ${'Corner/Harbour'} | ${'Mon 12:00'} | ${'harbour 2.00'}
    ${'harbour 5.00'}  | ${'Corner/Market'}  | ${'Mon 12:00'} | ${'-'}
    ${'weekends 5.00'} | ${'Corner'}         | ${'Sat 12:00'} | ${'weekends 2.00'}
    ${'weekends 5.00'} | ${'Corner'}         | ${'Mon 12:00'} | ${'-'}
    ${'lunch 5.00'}    | ${'Corner'}         | ${'Mon 13:59'} | ${'lunch 2.00'}
    ${'lunch 5.00'}    | ${'Corner'}         | ${'Mon 14:00'} | ${'-'}
  `('$wallet pays $pays at $at on $when', ({ wallet, at, when, pays }) => {
    expect(used(plan(wallet, 'bun 2.00', { at, when }))).toBe(pays)
  })
})

describe('money that does not take part says why', () => {
  test.each`
    wallet                    | because
    ${'harbour 5.00'}         | ${'NOT_AT_THIS_PLACE'}
    ${'weekends 5.00'}        | ${'NOT_AT_THIS_TIME'}
    ${'drinks 5.00'}          | ${'NOT_THESE_PRODUCTS'}
    ${'open 5.00 in -1 day'}  | ${'EXPIRED'}
    ${'open 5.00 in 0 days'}  | ${'EXPIRED'}
    ${'open 5.00 from 1 day'} | ${'NOT_YET_AVAILABLE'}
    ${'forgotten 5.00'}       | ${'POOL_UNKNOWN'}
  `('$wallet: $because', ({ wallet, because }) => {
    const { total, unspendable } = plan(wallet, 'bun 2.00')
    expect(total).toBe(0n)
    expect(unspendable).toMatchObject([{ amount: 500n, because }])
  })
})

describe('no spendable money is left behind', () => {
  test('where a greedy choice would pay the bun with house money and leave bakery money unused', () => {
    const result = plan('house 2.00 in 1 day, bakery 2.00 in 5 days', 'bun 2.00, coffee 2.00')
    expect(used(result)).toBe('house 2.00, bakery 2.00')
    expect(result.parts.map((part) => part.lines)).toEqual([
      [0n, 200n],
      [200n, 0n],
    ])
  })

  test('where three pools have to make room for one another', () => {
    const result = plan(
      'house 1.00 in 1 day, milk or wine 1.00 in 2 days, drinks 1.00 in 3 days, bakery 1.00 in 4 days',
      'bun 1.00, coffee 1.00, wine 1.00, milk 1.00',
    )
    expect(result.total).toBe(400n)
    expect(paidPerLine(result, 4)).toEqual([100n, 100n, 100n, 100n])
  })
})

test('no more is taken than was allowed', () => {
  expect(used(plan('bakery 5.00, open 5.00', 'bun 4.00, wine 4.00', { most: '5.00' }))).toBe(
    'bakery 4.00, open 1.00',
  )
  expect(used(plan('bakery 5.00, open 5.00', 'bun 4.00, wine 4.00', { most: '0.00' }))).toBe('-')
})

// --- against every possible assignment of small baskets

const poolNames = ['open', 'anywhere', 'bakery', 'drinks', 'house', 'milk or wine', 'harbour'] as const

const smallWallet = fc.array(
  fc
    .tuple(
      fc.constantFrom(...poolNames),
      fc.integer({ min: 1, max: 3 }),
      fc.option(fc.integer({ min: -1, max: 3 })),
    )
    .map(([name, left, days]) => `${name} 0.0${left}${days === null ? '' : ` in ${days} days`}`),
  { minLength: 1, maxLength: 4 },
)
const smallBasket = fc.array(
  fc
    .tuple(fc.constantFrom(...skus), fc.integer({ min: 0, max: 3 }))
    .map(([sku, price]) => `${sku} 0.0${price}`),
  { minLength: 1, maxLength: 3 },
)

/** Whether the lots can carry these amounts together: tries every way to put one cent after the other on lines. */
function fits(
  demand: readonly bigint[],
  pays: readonly (readonly boolean[])[],
  room: readonly bigint[],
): boolean {
  const lotAt = demand.findIndex((left) => left > 0n)
  if (lotAt < 0) return true
  const rest = demand.with(lotAt, (demand[lotAt] ?? 0n) - 1n)
  return room.some(
    (free, line) => free > 0n && pays[lotAt]?.[line] === true && fits(rest, pays, room.with(line, free - 1n)),
  )
}

/** Every way to use the lots, the best first: largest total, then as much as possible of each lot in the order of use. */
function bestUse(
  lots: readonly Lot[],
  pays: readonly (readonly boolean[])[],
  room: readonly bigint[],
  most: bigint,
) {
  let uses: bigint[][] = [[]]
  for (const { remaining } of lots) {
    uses = uses.flatMap((use) =>
      Array.from({ length: Number(remaining) + 1 }, (_, amount) => [...use, BigInt(amount)]),
    )
  }
  const ranked = uses.toSorted((a, b) => {
    const byTotal = sum(b) - sum(a)
    if (byTotal !== 0n) return Number(byTotal)
    const first = a.findIndex((amount, index) => amount !== b[index])
    return Number((b[first] ?? 0n) - (a[first] ?? 0n))
  })
  return ranked.find((use) => sum(use) <= most && fits(use, pays, room)) ?? []
}

function orderOfUse(a: Lot, b: Lot): number {
  const openLast = Number(a.pool === null) - Number(b.pool === null)
  const never = Number.MAX_SAFE_INTEGER
  return (
    openLast ||
    (a.expiresAt?.getTime() ?? never) - (b.expiresAt?.getTime() ?? never) ||
    (a.id < b.id ? -1 : 1)
  )
}

function payable(each: Lot, basket: readonly BasketLine[]): boolean[] {
  const isLive = each.expiresAt === null || each.expiresAt > now
  if (!isLive) return basket.map(() => false)
  const name = poolNames.find((known) => poolId(known) === each.pool) ?? 'open'
  const products: Partial<Record<string, (line: BasketLine) => boolean>> = {
    bakery: ({ family }) => family === 'bakery',
    drinks: ({ type }) => type === 'drink',
    house: ({ brand }) => brand === 'house',
    'milk or wine': ({ sku }) => sku === 'milk' || sku === 'wine',
    harbour: () => false,
  }
  return basket.map((line) =>
    name === 'open' || name === 'anywhere' ? true : (products[name]?.(line) ?? false),
  )
}

test('the plan is the best of all possible ones: largest spend, then commerce and soonest expiry first', () => {
  fc.assert(
    fc.property(smallWallet, smallBasket, fc.integer({ min: 0, max: 9 }), (wallet, bought, cap) => {
      const basket = lines(bought.join(', '))
      const lots = wallet.map(lot).sort(orderOfUse)
      const most = BigInt(cap)
      const pays = lots.map((each) => payable(each, basket))
      const room = basket.map(({ gross }) => gross)

      const result = plan(wallet.join(', '), bought.join(', '), { most: decimalText(most, 2) })
      const best = bestUse(lots, pays, room, most)
      const amountOf = (each: Lot) => result.parts.find((part) => part.lot.id === each.id)?.amount ?? 0n

      expect(lots.map(amountOf)).toEqual(best)
      expect(result.total).toBe(sum(best))
      paidPerLine(result, basket.length).forEach((paid, line) => {
        expect(paid).toBeLessThanOrEqual(room[line] ?? 0n)
      })
      for (const part of result.parts) {
        const allowed = pays[lots.findIndex(({ id }) => id === part.lot.id)] ?? []
        expect(sum(part.lines)).toBe(part.amount)
        part.lines.forEach((amount, line) => {
          expect(amount).toBeGreaterThanOrEqual(0n)
          if (amount > 0n) expect(allowed[line]).toBe(true)
        })
      }
    }),
    { numRuns: 3_000 },
  )
}, 120_000)

describe('what is paid of the goods', () => {
  const anyWallet = fc.array(
    fc
      .tuple(
        fc.constantFrom(...poolNames),
        fc.integer({ min: 1, max: 60 }),
        fc.option(fc.integer({ min: 1, max: 3 })),
      )
      .map(
        ([name, left, days]) => `${name} ${decimalText(BigInt(left), 2)}${days ? ` in ${days} days` : ''}`,
      ),
    { minLength: 1, maxLength: 5 },
  )
  const anyLines = fc.array(
    fc.record({ sku: fc.constantFrom(...skus, ...EXTRAS), half: fc.integer({ min: 0, max: 20 }) }),
    { minLength: 2, maxLength: 6 },
  )
  const text = (bought: readonly { readonly sku: string; readonly half: number }[], cut: boolean) =>
    bought
      .flatMap(({ sku, half }) => {
        const price = (cents: number) => decimalText(BigInt(cents), 2)
        return cut ? [`1 ${sku} ${price(half)}`, `1 ${sku} ${price(half)}`] : [`2 ${sku} ${price(half * 2)}`]
      })
      .join(', ')

  /** By the goods: which of equal ones is paid makes no difference to anybody. */
  function paidOf(wallet: readonly string[], bought: string, most: string): Readonly<Record<string, string>> {
    const result = plan(wallet.join(', '), bought, { most })
    const basket = lines(bought)
    const paid = paidPerLine(result, basket.length)
    const names = [...new Set(basket.map(({ sku }) => sku))].sort()
    return Object.fromEntries(
      names.map((name) => {
        const own = paid.filter((_, line) => basket[line]?.sku === name)
        return [name, `${sum(own)}`]
      }),
    )
  }

  test('does not depend on the order in which the till sends its lines, nor on lines being cut in two', () => {
    const bought = anyLines.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(anyWallet, bought, fc.integer({ min: 1, max: 200 }), (wallet, [sent, turned], cap) => {
        const most = decimalText(BigInt(cap), 2)
        const paid = paidOf(wallet, text(sent, false), most)
        expect(paidOf(wallet, text(turned, false), most)).toEqual(paid)
        expect(paidOf(wallet, text(sent, true), most)).toEqual(paid)
      }),
      { numRuns: 3_000 },
    )
  })

  test.each`
    buys
    ${'coffee 3.00, tip 2.00'}
    ${'tip 2.00, coffee 3.00'}
  `('begins with what earns nothing: of $buys 2.00 pay the tip', ({ buys }) => {
    expect(paidOf(['open 2.00'], buys, '2.00')).toEqual({ coffee: '0', tip: '200' })
  })
})
