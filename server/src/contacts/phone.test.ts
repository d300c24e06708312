import { describe, expect, test } from 'vitest'
import { luhnDigit, makeWalletCode } from './contact.ts'
import { countryNamed, countryOfZone } from './country.ts'
import { maskPhone, normalisePhone, phonesMeant } from './phone.ts'

describe('a phone number', () => {
  test.each`
    written                  | country      | stored
    ${'99 123456'}           | ${'CYP'}     | ${'+35799123456'}
    ${'+357 99-123-456'}     | ${'USA'}     | ${'+35799123456'}
    ${'00357 99123456'}      | ${'CYP'}     | ${'+35799123456'}
    ${'020 7946 0958'}       | ${'GBR'}     | ${'+442079460958'}
    ${'+44 (0)20 7946 0958'} | ${'CYP'}     | ${'+442079460958'}
    ${'06 1234 5678'}        | ${'ITA'}     | ${'+390612345678'}
    ${'06 1 234 5678'}       | ${'HUN'}     | ${'+3612345678'}
    ${'8 912 345-67-89'}     | ${'RUS'}     | ${'+79123456789'}
    ${'812 345-67-89'}       | ${'RUS'}     | ${'+78123456789'}
    ${'1 (212) 555-0100'}    | ${'USA'}     | ${'+12125550100'}
    ${'212.555.0100'}        | ${'US'}      | ${'+12125550100'}
    ${'7946 0958'}           | ${'+44'}     | ${'+4479460958'}
    ${'35799123456'}         | ${undefined} | ${'+35799123456'}
    ${'99 12x456'}           | ${'CYP'}     | ${undefined}
    ${'12'}                  | ${undefined} | ${undefined}
    ${'+1234567890123456'}   | ${undefined} | ${undefined}
    ${''}                    | ${'CYP'}     | ${undefined}
  `('$written in $country is $stored', ({ written, country, stored }) => {
    expect(normalisePhone(written, country && countryNamed(country))).toBe(stored)
  })

  test('typed without a plus it may begin with the calling code or be national', () => {
    const cyprus = countryNamed('CYP')
    expect(phonesMeant('35799123456', cyprus)).toContain('+35799123456')
    expect(phonesMeant('99123456', cyprus)).toContain('+35799123456')
    expect(phonesMeant('+99123456', cyprus)).toEqual(['+99123456'])
    expect(phonesMeant('anna', cyprus)).toEqual([])
  })

  test('a till sees its last three digits', () => {
    expect(maskPhone('99 123 456')).toBe('·· 456')
  })
})

test.each`
  zone                  | country
  ${'Europe/Nicosia'}   | ${'CYP'}
  ${'Asia/Famagusta'}   | ${'CYP'}
  ${'America/New_York'} | ${'USA'}
  ${'Asia/Kolkata'}     | ${'IND'}
  ${'UTC'}              | ${undefined}
`('the clocks of $zone are those of $country', ({ zone, country }) => {
  expect(countryOfZone(zone)?.code).toBe(country)
})

describe('a wallet code', () => {
  test.each`
    digits               | check
    ${'7992739871'}      | ${'3'}
    ${'453201511283036'} | ${'6'}
    ${'000000000000000'} | ${'0'}
  `('the check digit of $digits is $check', ({ digits, check }) => {
    expect(luhnDigit(digits)).toBe(check)
  })

  test('has 16 digits that pass Luhn’s check, and no two are alike', () => {
    const codes = Array.from({ length: 2_000 }, makeWalletCode)
    expect(new Set(codes).size).toBe(2_000)
    for (const code of codes) {
      expect(code).toMatch(/^\d{16}$/)
      expect(luhnDigit(code.slice(0, 15))).toBe(code.slice(15))
    }
  })
})
