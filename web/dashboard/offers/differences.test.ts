import { expect, test } from 'vitest'
import { told } from './differences.ts'

test.each`
  value                                                    | says
  ${{ kind: 'PERCENTAGE', rate: 5, cap: null }}            | ${'PERCENTAGE, rate 5'}
  ${{ id: '01a', code: 'C', name: 'Corner' }}              | ${'Corner'}
  ${[]}                                                    | ${'–'}
  ${null}                                                  | ${'–'}
  ${true}                                                  | ${'yes'}
  ${[{ kind: 'AMOUNT', minimum: 5 }, { kind: 'LOTTERY' }]} | ${'AMOUNT, minimum 5; LOTTERY'}
`('$value is told as $says', ({ value, says }) => {
  expect(told(value)).toBe(says)
})
