import { describe, expect, test } from 'vitest'
import type { Goal } from '../queries.ts'
import { el } from '../texts/el.ts'
import { en } from '../texts/en.ts'
import { goalText } from './goal-text.ts'

const goal = (some: Partial<Goal>): Goal => ({
  offer: { id: 'o', code: 'O', name: 'Stamp card' },
  of: 'VISITS',
  per: 'CONTACT',
  counted: 3,
  target: 5,
  missing: 2,
  times_reached: 0,
  repeats: true,
  is_over: false,
  period: 'EVER',
  until: null,
  currency_code: 'EUR',
  ...some,
})

describe('how far a goal is, in words', () => {
  test.each`
    some                                                               | language | progress                           | missing
    ${{}}                                                              | ${en}    | ${'3 of 5 purchases'}              | ${'2 more purchases to go.'}
    ${{ counted: 4, missing: 1 }}                                      | ${en}    | ${'4 of 5 purchases'}              | ${'1 more purchase to go.'}
    ${{ of: 'AMOUNT', counted: 1020.5, target: 1500, missing: 479.5 }} | ${en}    | ${'1,020.50 EUR of 1,500.00 EUR'}  | ${'479.50 EUR to go.'}
    ${{ of: 'QUANTITY', counted: 1.5, target: 5, missing: 3.5 }}       | ${en}    | ${'1.5 of 5 pieces'}               | ${'3.5 more pieces to go.'}
    ${{ of: 'AMOUNT', counted: 1020.5, target: 1500, missing: 479.5 }} | ${el}    | ${'1.020,50 EUR από 1.500,00 EUR'} | ${'Απομένουν 479,50 EUR.'}
    ${{ counted: 4, missing: 1 }}                                      | ${el}    | ${'4 από 5 αγορές'}                | ${'Απομένει 1 αγορά.'}
  `('$progress, $missing', ({ some, language, ...said }) => {
    expect(goalText(goal(some), language)).toEqual({ progress: said.progress, missing: said.missing })
  })
})
