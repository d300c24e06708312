import { expect, test } from 'vitest'
import { referencesIn } from './reference-in.ts'

test.each`
  what                                 | text                       | references
  ${'a number that is typed'}          | ${' R-7 '}                 | ${['R-7']}
  ${'the guide’s QR code'}             | ${'R-7;101;354;1250'}      | ${['R-7', '101']}
  ${'a number with a semicolon in it'} | ${'R;7;101;354;1250'}      | ${['R;7', '7;101']}
  ${'the guide’s barcode'}             | ${'101;R-7;1250;354'}      | ${['R-7', '101']}
  ${'a barcode of another shop'}       | ${'900;R-7;1250;901'}      | ${['900', 'R-7']}
  ${'a signed code'}                   | ${'01KQ7Z8M3F2A-9XWT5RQP'} | ${['01KQ7Z8M3F2A-9XWT5RQP', '01KQ7Z8M3F2A']}
  ${'nothing'}                         | ${''}                      | ${[]}
`('$what may be the receipt $references', ({ text, references }) => {
  expect(referencesIn(text, { merchantTap: '101', tap: '354' })).toEqual(references)
})
