import { expect, test } from 'vitest'
import { referenceIn } from './reference-in.ts'

test.each`
  text                  | reference
  ${' R-7 '}            | ${'R-7'}
  ${'R-7;101;354;1250'} | ${'R-7'}
  ${'R;7;101;354;1250'} | ${'R;7'}
  ${''}                 | ${''}
`('"$text" names the receipt $reference', ({ text, reference }) => {
  expect(referenceIn(text)).toBe(reference)
})
