import { expect, test } from 'vitest'
import { comparedTo } from './compare-reading.ts'

test.each`
  read                       | outcome     | why
  ${'101;R-1001;1250;354'}   | ${'SAME'}   | ${'as printed'}
  ${'101;R-1001;1250;354\n'} | ${'SPACES'} | ${'a suffix of the reader'}
  ${'101¨Ρ-1001¨1250¨354'}   | ${'LAYOUT'} | ${'a Greek keyboard'}
  ${'101R-10011250354'}      | ${'LAYOUT'} | ${'a dead key'}
  ${'101;R-1001;1350;354'}   | ${'OTHER'}  | ${'another receipt'}
`('$read is $outcome: $why', ({ read, outcome }) => {
  expect(comparedTo('101;R-1001;1250;354', read)).toBe(outcome)
})
