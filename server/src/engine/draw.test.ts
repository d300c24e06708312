import { describe, expect, test } from 'vitest'
import { drawn } from './draw.ts'

const OFFERS = ['00000000-0000-7000-8000-000000000000', '00000001-0000-7000-8000-000000000000']
const LUCK = 2 ** 48

/** Numbers as purchases draw them, the same in every run. */
function* lucks(seed: bigint, count: number): Generator<number> {
  let state = seed
  for (let drawn = 0; drawn < count; drawn++) {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & ((1n << 64n) - 1n)
    yield Number(state >> 16n)
  }
}

/** FNV-1a of 64 bits over the characters of "<luck>|<offer>", finished as MurmurHash3 finishes. */
function defined(luck: number, offer: string, of: number): number {
  const cut = (value: bigint) => BigInt.asUintN(64, value)
  let hash = 0xcbf29ce484222325n
  for (const character of `${luck}|${offer}`) {
    hash = cut((hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n)
  }
  hash = cut((hash ^ (hash >> 33n)) * 0xff51afd7ed558ccdn)
  hash = cut((hash ^ (hash >> 33n)) * 0xc4ceb9fe1a85ec53n)
  return Number((hash ^ (hash >> 33n)) % BigInt(of))
}

/** How far the counts are from being equal; grows with the difference. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

describe('a draw', () => {
  test('is the same on every machine and for ever: a changed draw would change who has won', () => {
    const drawsOf = (luck: number) => OFFERS.map((offer) => drawn(luck, offer, 1_000))
    expect([0, 1, 12_345_678_901_234, LUCK - 1].map(drawsOf)).toEqual([
      [645, 403],
      [412, 897],
      [505, 481],
      [666, 670],
    ])
  })

  test('is what its definition says, read with big integers', () => {
    for (const luck of lucks(3n, 20_000)) {
      const offer = `${luck}é💰`
      for (const of of [2, 7, 1_000_000]) expect(drawn(luck, offer, of)).toBe(defined(luck, offer, of))
    }
  })

  // Equal chances exceed these values of chi-square in one of 10,000 tries.
  test.each`
    odds   | critical
    ${2}   | ${15.1}
    ${3}   | ${18.4}
    ${10}  | ${33.7}
    ${100} | ${161.3}
  `('of 1 in $odds falls on every number alike', ({ odds, critical }) => {
    for (const [seed, offer] of OFFERS.entries()) {
      const counts = Array.from({ length: odds }, () => 0)
      for (const luck of lucks(BigInt(seed), 50_000)) {
        const draw = drawn(luck, offer, odds)
        counts[draw] = (counts[draw] ?? 0) + 1
      }
      expect(chiSquare(counts)).toBeLessThan(critical)
    }
  })

  test('falls on every number alike for purchases whose luck is one after the other', () => {
    const counts = Array.from({ length: 10 }, () => 0)
    for (let luck = 0; luck < 50_000; luck++) {
      const draw = drawn(luck, OFFERS[0] ?? '', 10)
      counts[draw] = (counts[draw] ?? 0) + 1
    }
    expect(chiSquare(counts)).toBeLessThan(33.7)
  })

  test('of one offer says nothing of the draw of another', () => {
    const pairs = [0, 0, 0, 0]
    for (const luck of lucks(7n, 50_000)) {
      const [first = 0, second = 0] = OFFERS.map((offer) => drawn(luck, offer, 2))
      const pair = first * 2 + second
      pairs[pair] = (pairs[pair] ?? 0) + 1
    }
    expect(chiSquare(pairs)).toBeLessThan(21.1)
  })
})
