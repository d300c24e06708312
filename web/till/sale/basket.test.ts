import { expect, test } from 'vitest'
import { type Basket, keyOf, piecesOf, productsOf, totalOf, withArticle, withQuantity } from './basket.ts'

const coffee = { sku: 'COF', name: 'Coffee', price: 250 }
const bun = { sku: 'BUN', name: 'Bun', price: 120 }

test('the same article at the same price is one line; at another price it is another', () => {
  const basket = [coffee, bun, coffee, { ...coffee, price: 200 }].reduce<Basket>(
    (all, article) => withArticle(all, article),
    [],
  )
  expect(basket.map(({ sku, price, quantity }) => [sku, price, quantity])).toEqual([
    ['COF', 250, 2],
    ['BUN', 120, 1],
    ['COF', 200, 1],
  ])
  expect(totalOf(basket)).toBe(820)
  expect(piecesOf(basket)).toBe(4)
})

test('a quantity of none takes the line away, and none is above what fits', () => {
  const basket = withArticle(withArticle([], coffee), bun)
  expect(withQuantity(basket, keyOf(coffee), 0).map(({ sku }) => sku)).toEqual(['BUN'])
  expect(withQuantity(basket, keyOf(coffee), 5_000)[0]?.quantity).toBe(999)
})

test('the lines that are sent sum to the total that is sent', () => {
  const lines = productsOf(withArticle(withArticle([], coffee, 3), bun), 2)
  expect(lines).toEqual([
    { sku: 'COF', name: 'Coffee', quantity: '3', unit_price: '2.50', total_amount: '7.50' },
    { sku: 'BUN', name: 'Bun', quantity: '1', unit_price: '1.20', total_amount: '1.20' },
  ])
})
