import { expect, test } from 'vitest'
import { amountOf, decimalText, digitsOf, grossOf, minorOf, readTyped } from './minor.ts'

test.each`
  typed       | digits | minor
  ${'3'}      | ${2}   | ${300}
  ${'3.5'}    | ${2}   | ${350}
  ${'3,50'}   | ${2}   | ${350}
  ${' 12. '}  | ${2}   | ${1200}
  ${'3.505'}  | ${2}   | ${undefined}
  ${'500'}    | ${0}   | ${500}
  ${'1.250'}  | ${3}   | ${1250}
  ${'-3'}     | ${2}   | ${undefined}
  ${'3 euro'} | ${2}   | ${undefined}
  ${''}       | ${2}   | ${undefined}
`('"$typed" with $digits digits is read as $minor', ({ typed, digits, minor }) => {
  expect(readTyped(typed, digits)).toBe(minor)
})

test.each`
  currency | minor   | text
  ${'EUR'} | ${1250} | ${'12.50'}
  ${'EUR'} | ${5}    | ${'0.05'}
  ${'EUR'} | ${-199} | ${'-1.99'}
  ${'JPY'} | ${1500} | ${'1500'}
  ${'KWD'} | ${1234} | ${'1.234'}
`('$minor minor units of $currency are $text and come back as they were', ({ currency, minor, text }) => {
  const digits = digitsOf(currency)
  expect(decimalText(minor, digits)).toBe(text)
  expect(minorOf(amountOf(minor, digits), digits)).toBe(minor)
})

test('sums of minor units do not drift as sums of floats do', () => {
  expect(minorOf(0.1, 2) + minorOf(0.2, 2)).toBe(minorOf(0.3, 2))
})

test.each([
  [250, 19, 298],
  [150, 5, 158],
  [50, 1, 51],
  [49, 1, 49],
  [999, 5.5, 1054],
  [100, 0, 100],
])('%i with %d per cent on top is %i, half a unit up', (net, percent, gross) => {
  expect(grossOf(net, percent)).toBe(gross)
})
