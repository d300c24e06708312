import { expect, test } from 'vitest'
import { withArticle } from './basket.ts'
import type { Spend } from './sale.ts'
import { meanwhile } from './use-quote.ts'

const all: Spend = { kind: 'REQUEST', amount: undefined }
const two: Spend = { kind: 'REQUEST', amount: 200 }

test.each`
  costs   | before                          | wanted              | method         | due
  ${1000} | ${{ wallet: 2.5, discount: 0 }} | ${all}              | ${'FRONT_END'} | ${7.5}
  ${1000} | ${{ wallet: 2.5, discount: 1 }} | ${all}              | ${'FRONT_END'} | ${6.5}
  ${1000} | ${{ wallet: 2.5, discount: 1 }} | ${two}              | ${'FRONT_END'} | ${7}
  ${1000} | ${{ wallet: 2.5, discount: 1 }} | ${{ kind: 'NONE' }} | ${'FRONT_END'} | ${9}
  ${1000} | ${{ wallet: 2.5, discount: 0 }} | ${all}              | ${'BACK_END'}  | ${10}
  ${200}  | ${{ wallet: 2.5, discount: 0 }} | ${all}              | ${'FRONT_END'} | ${0}
`(
  'a basket of $costs of which $before was spent and $wanted is wanted costs $due until it is judged',
  (given) => {
    const { costs, before, wanted: spend, method: reduction_method, due } = given
    const basket = withArticle([], { sku: 'A', name: 'A', price: costs })
    const { wallet, discount } = before
    const quote = {
      reduction_method,
      rewards: { award: 1, redeem: 0, spend: wallet + discount },
      spends: [
        { amount: wallet, method: 'ON_REQUEST' as const, commerce_pool: null, products: [] },
        { amount: discount, method: 'INSTANT' as const, commerce_pool: null, products: [] },
      ],
      amount_due: 3.6,
    }
    expect(meanwhile(quote, { basket, spend }, 2).amount_due).toBe(due)
  },
)
