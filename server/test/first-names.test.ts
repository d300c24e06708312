import { expect, test } from 'vitest'
import { toldAs } from '../../web/kit/first-names.ts'
import { el as shopper } from '../../web/shopper/texts/el.ts'
import { el as till } from '../../web/till/texts/el.ts'
import { FIRST_REASONS } from '../src/orders/cancellation-reason.ts'

const GREEK = /^\p{Script=Greek}/u

test.each(FIRST_REASONS)(
  'an order cancelled for “$name” says why in Greek at the till and to the shopper',
  ({ name }) => {
    expect(toldAs(name, till.orders.reasons)).toMatch(GREEK)
    expect(toldAs(name, shopper.orders.reasons)).toMatch(GREEK)
  },
)

test('a name of the shop’s own is told as the shop calls it', () => {
  expect(toldAs('The oven is cold', till.orders.reasons)).toBe('The oven is cold')
  expect(toldAs('constructor', till.orders.reasons)).toBe('constructor')
})
