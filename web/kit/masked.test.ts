import { expect, test } from 'vitest'
import { maskedCode, maskedEmail, maskedPhone } from './masked.ts'
import { personText } from './person.tsx'

test.each`
  number               | shown
  ${'+357 99 123 456'} | ${'·· 456'}
  ${'99123456'}        | ${'·· 456'}
  ${'456'}             | ${'··'}
  ${''}                | ${'··'}
  ${'·· 456'}          | ${'·· 456'}
`('$number is shown as $shown', ({ number, shown }) => {
  expect(maskedPhone(number)).toBe(shown)
})

test('an address and a card are masked as the server masks them, and once', () => {
  expect([maskedEmail('anna@shop.example'), maskedEmail('a@b.example')]).toEqual([
    'a·· @shop.example',
    '·· @b.example',
  ])
  expect([maskedEmail('a·· @shop.example'), maskedCode('CARD-7781'), maskedCode('·· 781')]).toEqual([
    'a·· @shop.example',
    '·· 781',
    '·· 781',
  ])
})

test.each([
  [{ name: 'Anna', phones: [{ number: '+357 99 123456' }] }, 'Anna · ·· 456'],
  [{ name: 'Anna', phones: [], emails: [{ email_address: 'anna@a.example' }] }, 'Anna · a·· @a.example'],
  [{ name: null, code: 'C-1' }, 'C-1'],
  [{ phones: [{ number: '99123456' }] }, '·· 456'],
])('a person is told by the name, or what else is known, and how the phone ends: %#', (of, text) => {
  expect(personText(of)).toBe(text)
})
