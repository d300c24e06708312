import { expect, test } from 'vitest'
import { knownPath, namesOf, namesSent } from './names-sent.ts'

const known = new Set(['contact', 'phone', 'products', 'sku', 'metadata', 'total'])

test('of a request only names are kept that the API has, and nothing that stood under them', () => {
  const body = {
    contact: { phone: '+35799123456', 'ann@home.example': true },
    products: [{ sku: 'TEA' }, { sku: 'BUN', gift_for: 'Ann' }],
    metadata: { '99123456': 'x' },
    total: 3,
  }
  expect(namesSent(body, known)).toEqual(['contact.phone', 'products[].sku', 'total'])
})

test.each`
  path                        | kept
  ${'contact.phone'}          | ${'contact.phone'}
  ${'products[3].sku'}        | ${'products[3].sku'}
  ${'contact.ann@home'}       | ${'contact.…'}
  ${'99123456'}               | ${'…'}
  ${'metadata.99123456[0].x'} | ${'metadata.….…'}
`('of the place $path $kept is kept', ({ path, kept }) => {
  expect(knownPath(path, known)).toBe(kept)
})

test('names are those of properties, at any depth', () => {
  const schema = {
    properties: { a: { anyOf: [{ properties: { b: {} } }] }, c: { items: { properties: { d: {} } } } },
  }
  expect([...namesOf(schema)].sort()).toEqual(['a', 'b', 'c', 'd'])
})
