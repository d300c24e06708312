import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openRuleBook } from '../src/engine/index.ts'
import { readVectors, type Vector } from './read-vectors.ts'

const files = [...readVectors().values()]
const all = files.flatMap(({ topic, vectors }) => vectors.map((vector) => ({ topic, ...vector })))

describe.each(files)('$topic', ({ vectors }) => {
  test.each(vectors)('$name', ({ book, facts, expected }) => {
    expect(openRuleBook(book).evaluate(facts)).toBe(JSON.stringify(expected))
  })
})

const offers = z.object({ offers: z.array(z.object({ id: z.string(), code: z.string() })) })
const given = z.array(z.object({ offer: z.string(), amount: z.number(), shares: z.array(z.number()) }))
const answer = z.object({ discounts: given, awards: given, left_to_pay: z.number() })

/** What the answer says of amounts, by the codes of the offers and in the order in which they are given. */
function amountsOf({ book, expected }: Vector) {
  const codes = new Map(offers.parse(book).offers.map(({ id, code }) => [id, code]))
  const { discounts, awards, left_to_pay } = answer.parse(expected)
  const named = ({ offer }: { readonly offer: string }) => codes.get(offer) ?? offer
  return {
    discounts: discounts.map((each) => [named(each), each.amount]),
    awards: awards.map((each) => [named(each), each.amount]),
    shares: new Map([...discounts, ...awards].map((each) => [named(each), each.shares])),
    left_to_pay,
  }
}

describe('what was worked out by hand is what is expected', () => {
  const worked = all.filter(({ by_hand }) => by_hand)
  test.each(worked)('$topic: $name', (vector) => {
    const { discounts = {}, awards = {}, shares = {}, left_to_pay } = vector.by_hand ?? {}
    const found = amountsOf(vector)
    expect(vector.why).toBeDefined()
    expect({ discounts: found.discounts, awards: found.awards }).toEqual({
      discounts: Object.entries(discounts),
      awards: Object.entries(awards),
    })
    for (const [code, parts] of Object.entries(shares)) expect(found.shares.get(code)).toEqual(parts)
    if (left_to_pay !== undefined) expect(found.left_to_pay).toBe(left_to_pay)
  })

  test('for many of them', () => {
    expect(all.length).toBeGreaterThanOrEqual(80)
    expect(worked.length).toBeGreaterThanOrEqual(25)
  })
})

test('a vector has a name of its own in its topic', () => {
  const names = all.map(({ topic, name }) => `${topic}: ${name}`)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})
