import { expect, test } from 'vitest'
import { shortenMiddle } from './shorten.ts'

test.each`
  text                                      | shown
  ${'R-1001'}                               | ${'R-1001'}
  ${'01234567890'}                          | ${'01234567890'}
  ${'0193a1b2-0000-7000-8000-00000000beef'} | ${'0193…00beef'}
`('$text is shown as $shown', ({ text, shown }) => {
  expect(shortenMiddle(text)).toBe(shown)
})
