import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, parseMinor, sum } from '../kit/money.ts'
import { parseQuantity } from '../kit/quantity.ts'
import { amountsOf, discountOn, type TaxModel, totalsOf } from './order-amounts.ts'

const exact = (read: bigint | string) => {
  if (typeof read === 'string') throw new Error(read)
  return read
}
const cents = (text: string) => exact(parseMinor(text, 2))
const parts = (text: string) => exact(parseQuantity(text))

describe('a line of an order', () => {
  test.each`
    price      | quantity   | model              | rate      | net        | tax       | total
    ${'2.50'}  | ${'2'}     | ${'TAX_INCLUSIVE'} | ${'19'}   | ${'4.20'}  | ${'0.80'} | ${'5.00'}
    ${'2.50'}  | ${'2'}     | ${'TAX_EXCLUSIVE'} | ${'19'}   | ${'5.00'}  | ${'0.95'} | ${'5.95'}
    ${'3.99'}  | ${'0.355'} | ${'TAX_INCLUSIVE'} | ${'5'}    | ${'1.35'}  | ${'0.07'} | ${'1.42'}
    ${'10.00'} | ${'1'}     | ${'TAX_INCLUSIVE'} | ${'0'}    | ${'10.00'} | ${'0.00'} | ${'10.00'}
    ${'0.00'}  | ${'3'}     | ${'TAX_EXCLUSIVE'} | ${'5.55'} | ${'0.00'}  | ${'0.00'} | ${'0.00'}
  `(
    '$quantity at $price, $model of $rate %, is $net and $tax of tax',
    ({ price, quantity, model, rate, net, tax, total }) => {
      expect(
        amountsOf({
          price: cents(price),
          quantity: parts(quantity),
          taxModel: model,
          taxRate: parts(rate),
        }),
      ).toEqual({ net: cents(net), tax: cents(tax), total: cents(total) })
    },
  )

  test('never loses a cent between net, tax, discount and total, whatever the prices', () => {
    const priced = fc.record({
      price: fc.bigInt(0n, 1_000_000n),
      quantity: fc.bigInt(1n, 500_000n),
      taxModel: fc.constantFrom<TaxModel>('TAX_INCLUSIVE', 'TAX_EXCLUSIVE'),
      taxRate: fc.bigInt(0n, 300_000n),
    })
    fc.assert(
      fc.property(
        fc.array(priced, { minLength: 1, maxLength: 8 }),
        fc.bigInt(0n, 1_000_000n),
        (each, rate) => {
          const lines = each.map(amountsOf)
          for (const line of lines) expect(line.net + line.tax).toBe(line.total)
          const subTotal = sum(lines.map(({ total }) => total))
          const off = discountOn(subTotal, { type: 'PERCENTAGE', rate })
          const totals = totalsOf(lines, off)
          expect(totals.subTotal).toBe(subTotal)
          expect(totals.net + totals.tax).toBe(totals.total)
          expect(totals.total + off).toBe(subTotal)
          expect(totals.tax).toBeGreaterThanOrEqual(0n)
          expect(
            sum(
              allocate(
                off,
                lines.map(({ total }) => total),
              ),
            ),
          ).toBe(off)
        },
      ),
    )
  })
})

describe('a discount of the order', () => {
  test('takes its share of the tax with it', () => {
    const line = amountsOf({
      price: cents('11.90'),
      quantity: parts('1'),
      taxModel: 'TAX_INCLUSIVE',
      taxRate: parts('19'),
    })
    const off = discountOn(line.total, { type: 'PERCENTAGE', rate: parts('10') })
    expect(totalsOf([line], off)).toEqual({
      subTotal: cents('11.90'),
      discount: cents('1.19'),
      net: cents('9.00'),
      tax: cents('1.71'),
      total: cents('10.71'),
    })
  })
})
