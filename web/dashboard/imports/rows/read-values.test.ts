import { expect, test } from 'vitest'
import {
  amountRead,
  dayOfYearRead,
  dayRead,
  decimalMarkOf,
  folded,
  phoneRead,
  severalRead,
  truthRead,
} from './read-values.ts'

test.each`
  amounts                       | mark
  ${['2,50', '3']}              | ${','}
  ${['2.50', '1,299.00']}       | ${'.'}
  ${['1.299,00 €']}             | ${','}
  ${['1.299', '2.500']}         | ${undefined}
  ${['1.299', '2.500', '0,5']}  | ${','}
  ${['19%', '']}                | ${undefined}
  ${['2,50', '2.50']}           | ${undefined}
  ${['2,50', '3,50', '12.5.2']} | ${','}
`('the decimals of $amounts come after $mark', ({ amounts, mark }) => {
  expect(decimalMarkOf(amounts)).toBe(mark)
})

test.each`
  text            | mark   | sent
  ${'2,50'}       | ${','} | ${'2.50'}
  ${'1.299,00 €'} | ${','} | ${'1299.00'}
  ${'€ 3'}        | ${','} | ${'3'}
  ${'1.299'}      | ${','} | ${'1299'}
  ${'1.299'}      | ${'.'} | ${'1.299'}
  ${'1,299.5'}    | ${'.'} | ${'1299.5'}
  ${'-2,5'}       | ${','} | ${'-2.5'}
  ${'24%'}        | ${'.'} | ${'24'}
  ${'2.50'}       | ${','} | ${'2.50'}
  ${'1.29.9'}     | ${','} | ${'1.29.9'}
  ${'n/a'}        | ${'.'} | ${'n/a'}
`('"$text" with decimals after "$mark" is sent as $sent', ({ text, mark, sent }) => {
  expect(amountRead(text, mark)).toBe(sent)
})

test.each`
  text                     | sent
  ${'1990-05-31'}          | ${'1990-05-31'}
  ${'1990-05-31 00:00:00'} | ${'1990-05-31'}
  ${'31/5/1990'}           | ${'1990-05-31'}
  ${'31.05.1990'}          | ${'1990-05-31'}
  ${'5/31/1990'}           | ${'5/31/1990'}
  ${'31/5/90'}             | ${'31/5/90'}
  ${'soon'}                | ${'soon'}
`('the day $text is sent as $sent', ({ text, sent }) => {
  expect(dayRead(text)).toBe(sent)
})

test('what a spreadsheet writes otherwise is read as what it is', () => {
  expect(['20/7', '20.07.', '07-20'].map(dayOfYearRead)).toEqual(['07-20', '07-20', '07-20'])
  expect(['Ναι', 'ΟΧΙ', 'x', '0', 'maybe'].map(truthRead)).toEqual([true, false, true, false, 'maybe'])
  expect(['35799123456', '99123456', '+35799123456', '0711234567890'].map(phoneRead)).toEqual([
    '+35799123456',
    '99123456',
    '+35799123456',
    '0711234567890',
  ])
  expect(severalRead('VIP | Staff||')).toEqual(['VIP', 'Staff'])
  expect(folded('  Τιμή_Πώλησης ')).toBe('τιμη πωλησησ')
})
