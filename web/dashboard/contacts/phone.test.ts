import { expect, test } from 'vitest'
import { maskedPhone } from './phone.ts'

test.each`
  number               | shown
  ${'+357 99 123 456'} | ${'·· 456'}
  ${'99123456'}        | ${'·· 456'}
  ${'456'}             | ${'··'}
  ${''}                | ${'··'}
`('$number is shown as $shown', ({ number, shown }) => {
  expect(maskedPhone(number)).toBe(shown)
})
