import { expect, test } from 'vitest'
import { formsOf, routeScan } from './route-scan.ts'

test.each`
  what                     | text                                                      | is
  ${'EAN-13'}              | ${'5201234567894'}                                        | ${'ARTICLE'}
  ${'EAN-13, wrong digit'} | ${'5201234567890'}                                        | ${'SEARCH'}
  ${'GS1 element string'}  | ${']d201052012345678941723123110AB'}                      | ${'ARTICLE'}
  ${'GS1 with brackets'}   | ${'(01)05201234567894(17)231231'}                         | ${'ARTICLE'}
  ${'GS1 Digital Link'}    | ${'https://id.example.com/01/05201234567894/10/AB?17=23'} | ${'ARTICLE'}
  ${'another address'}     | ${'https://example.com/menu'}                             | ${'SEARCH'}
  ${'the guide’s QR'}      | ${'R-7;101;354;1250'}                                     | ${'RECEIPT'}
  ${'the guide’s barcode'} | ${'101;R-7;1250;354'}                                     | ${'RECEIPT'}
  ${'a member'}            | ${'member:C-1042'}                                        | ${'MEMBER'}
  ${'six figures'}         | ${'482913'}                                               | ${'SEARCH'}
`('$what is for $is', ({ text, is }) => {
  expect(routeScan(text, { isSpending: false }).is).toBe(is)
})

test('six and sixteen figures are a one-time code while one is waited for', () => {
  expect(routeScan('482913', { isSpending: true })).toEqual({ is: 'CODE', digits: '482913' })
  expect(routeScan('4829134829134829', { isSpending: true }).is).toBe('CODE')
})

test('one article is found under every length of its number', () => {
  expect(formsOf('05201234567894')).toEqual(['05201234567894', '5201234567894'])
  expect(formsOf('036000291452')).toEqual(['036000291452', '0036000291452', '00036000291452'])
})
