import { expect, test } from 'vitest'
import { type Basket, withArticle } from './basket.ts'
import { vatIn } from './vat.ts'

function basketOf(...lines: readonly (readonly [price: number, taxRate: number | undefined])[]): Basket {
  return lines.reduce<Basket>(
    (basket, [price, taxRate], index) => withArticle(basket, { sku: `A${index}`, name: 'A', price, taxRate }),
    [],
  )
}

test.each`
  lines                             | discount | vat
  ${[[11900, 19]]}                  | ${0}     | ${1900}
  ${[[10900, 9], [11900, 19]]}      | ${0}     | ${2800}
  ${[[11900, 19]]}                  | ${1190}  | ${1710}
  ${[[10900, 9], [11900, 19]]}      | ${2280}  | ${2520}
  ${[[1000, 5.5]]}                  | ${1000}  | ${0}
  ${[[100, 0]]}                     | ${0}     | ${0}
  ${[]}                             | ${0}     | ${0}
  ${[[1000, 19], [500, undefined]]} | ${0}     | ${undefined}
`('in $lines after a discount of $discount is $vat of VAT', ({ lines, discount, vat }) => {
  expect(vatIn(basketOf(...lines), discount)).toBe(vat)
})
