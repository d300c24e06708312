import { expect, test } from 'vitest'
import { shareText } from './share.ts'

test.each`
  first     | second   | share
  ${0}      | ${0}     | ${'0%'}
  ${5}      | ${0}     | ${'100%'}
  ${0}      | ${5}     | ${'0%'}
  ${1}      | ${2}     | ${'33.3%'}
  ${0.01}   | ${1_000} | ${'2%'}
  ${10_000} | ${0.01}  | ${'98%'}
`('$first beside $second takes $share', ({ first, second, share }) => {
  expect(shareText(first, second)).toBe(share)
})
