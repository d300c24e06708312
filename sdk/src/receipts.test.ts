import { describe, expect, test } from 'vitest'
import { receipts } from './index.ts'

const code = { receipt: 'R-1001', merchant: 'M7', venue: 'V3' }

describe('the code of a receipt', () => {
  test.each`
    amount                | qr                                | barcode
    ${'12.50'}            | ${'R-1001;M7;V3;1250'}            | ${'M7;R-1001;1250;V3'}
    ${12.5}               | ${'R-1001;M7;V3;1250'}            | ${'M7;R-1001;1250;V3'}
    ${19.99}              | ${'R-1001;M7;V3;1999'}            | ${'M7;R-1001;1999;V3'}
    ${1.15}               | ${'R-1001;M7;V3;115'}             | ${'M7;R-1001;115;V3'}
    ${'0'}                | ${'R-1001;M7;V3;0'}               | ${'M7;R-1001;0;V3'}
    ${'0.05'}             | ${'R-1001;M7;V3;5'}               | ${'M7;R-1001;5;V3'}
    ${'007.1000'}         | ${'R-1001;M7;V3;710'}             | ${'M7;R-1001;710;V3'}
    ${1500}               | ${'R-1001;M7;V3;150000'}          | ${'M7;R-1001;150000;V3'}
    ${'1.250'}            | ${'R-1001;M7;V3;125'}             | ${'M7;R-1001;125;V3'}
    ${'1.255'}            | ${'R-1001;M7;V3;126'}             | ${'M7;R-1001;126;V3'}
    ${'1.254'}            | ${'R-1001;M7;V3;125'}             | ${'M7;R-1001;125;V3'}
    ${'9999999999999.99'} | ${'R-1001;M7;V3;999999999999999'} | ${'M7;R-1001;999999999999999;V3'}
  `('for $amount is $qr, as a barcode $barcode', ({ amount, qr, barcode }) => {
    expect(receipts.qrText({ ...code, amount })).toBe(qr)
    expect(receipts.barcodeText({ ...code, amount })).toBe(barcode)
  })

  test('may have a semicolon in the number of the receipt, as readers split from the known ends', () => {
    expect(receipts.qrText({ ...code, receipt: 'A;1', amount: 1 })).toBe('A;1;M7;V3;100')
    expect(receipts.barcodeText({ ...code, receipt: 'A;1', amount: 1 })).toBe('M7;A;1;100;V3')
  })

  test.each`
    wrong                    | says
    ${{ amount: '12,50' }}   | ${'amount is 12,50'}
    ${{ amount: '-1' }}      | ${'amount is -1'}
    ${{ amount: '1.2345' }}  | ${'amount is 1.2345'}
    ${{ amount: 0.1 + 0.2 }} | ${'amount is 0.30000000000000004'}
    ${{ amount: 1e21 }}      | ${'amount is 1e+21'}
    ${{ amount: NaN }}       | ${'amount is NaN'}
    ${{ merchant: 'M;7' }}   | ${'merchant is "M;7"'}
    ${{ venue: '' }}         | ${'venue is empty'}
    ${{ receipt: '' }}       | ${'receipt is empty'}
    ${{ receipt: 'R\n1' }}   | ${'receipt has a control character'}
  `('is refused for $wrong', ({ wrong, says }) => {
    expect(() => receipts.qrText({ ...code, amount: '1', ...wrong })).toThrow(says)
    expect(() => receipts.barcodeText({ ...code, amount: '1', ...wrong })).toThrow(says)
  })
})
