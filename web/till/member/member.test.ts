import { expect, test } from 'vitest'
import { waysToAsk } from './member.ts'

test.each`
  text                   | first
  ${'99 123 456'}        | ${'phone'}
  ${'+357 (99) 123-456'} | ${'phone'}
  ${'anna@example.com'}  | ${'email_address'}
  ${'C-1042'}            | ${'cim'}
`('$text is looked for as $first before anything else', ({ text, first }) => {
  expect(waysToAsk(text)[0]).toBe(first)
})
