import { expect, test } from 'vitest'
import { barcodeVerdict, code128Modules } from './paper-width.ts'

test.each`
  text        | modules
  ${'AB'}     | ${57}
  ${'1234'}   | ${57}
  ${'AB1234'} | ${90}
`('a barcode of $text has $modules modules', ({ text, modules }) => {
  expect(code128Modules(text)).toBe(modules)
})

test.each`
  text                                | paper | verdict
  ${'R-7'}                            | ${58} | ${'FITS'}
  ${'101;R-1001;1250;354'}            | ${58} | ${'TOO_WIDE'}
  ${'101;R-1001;1250;354'}            | ${80} | ${'TIGHT'}
  ${'101;VNHHM-261129-0001;1710;354'} | ${80} | ${'TOO_WIDE'}
`('$text on $paper mm: $verdict', ({ text, paper, verdict }) => {
  expect(barcodeVerdict(text, paper)).toBe(verdict)
})
