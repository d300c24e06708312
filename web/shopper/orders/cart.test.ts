import { expect, test } from 'vitest'
import { changed, itemsOf, piecesOf } from './cart.ts'

test('a product leaves the cart with its last piece, and nothing else changes', () => {
  const one = changed(changed(new Map(), 'tea', 1), 'bun', 2)
  expect(itemsOf(one)).toEqual([
    { id: 'tea', quantity: 1 },
    { id: 'bun', quantity: 2 },
  ])
  expect(piecesOf(one)).toBe(3)
  expect(itemsOf(changed(one, 'tea', -1))).toEqual([{ id: 'bun', quantity: 2 }])
  expect(itemsOf(changed(new Map(), 'tea', -1))).toEqual([])
})
