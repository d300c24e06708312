import { describe, expect, test } from 'vitest'
import { amountText } from './amount.ts'

describe('amountText', () => {
  test.each`
    amount     | currency | locale     | signed   | shown
    ${12.5}    | ${'EUR'} | ${'en-GB'} | ${false} | ${'12.50'}
    ${0.6}     | ${'EUR'} | ${'en-GB'} | ${true}  | ${'+0.60'}
    ${-3}      | ${'EUR'} | ${'en-GB'} | ${true}  | ${'−3.00'}
    ${-3}      | ${'EUR'} | ${'en-GB'} | ${false} | ${'−3.00'}
    ${0}       | ${'EUR'} | ${'en-GB'} | ${true}  | ${'0.00'}
    ${1234567} | ${'JPY'} | ${'en-GB'} | ${false} | ${'1,234,567'}
    ${1.5}     | ${'KWD'} | ${'en-GB'} | ${false} | ${'1.500'}
    ${1234.5}  | ${'EUR'} | ${'el-GR'} | ${false} | ${'1.234,50'}
  `('shows $amount $currency in $locale as $shown', ({ amount, currency, locale, signed, shown }) => {
    const { sign, figures } = amountText(amount, { currency, locale, signed })
    expect(sign + figures).toBe(shown)
  })
})
