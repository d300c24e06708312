import { getCountries } from 'libphonenumber-js/max'
import { describe, expect, test } from 'vitest'
import { luhnDigit, makeWalletCode } from './contact.ts'
import { countryNamed, countryOfZone, threeLettersOf } from './country.ts'
import { maskPhone } from './mask.ts'
import { countryOfPhone, normalisePhone, phonesMeant } from './phone.ts'

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
    ${'011 357 99 123456'}   | ${'USA'}     | ${'+35799123456'}
    ${'00357 99 123456'}     | ${'USA'}     | ${'+35799123456'}
    ${'20 7946 0958'}        | ${'+44'}     | ${'+442079460958'}
    ${'7946 0958'}           | ${'GBR'}     | ${undefined}
    ${'٩٩ ١٢٣٤٥٦'}           | ${'CYP'}     | ${'+35799123456'}
    ${'35799123456'}         | ${'CYP'}     | ${'+35799123456'}
    ${'35799123456'}         | ${undefined} | ${'+35799123456'}
    ${'0035799123456'}       | ${undefined} | ${'+35799123456'}
    ${'99 12x456'}           | ${'CYP'}     | ${undefined}
    ${'99 123456 x7'}        | ${'CYP'}     | ${undefined}
    ${'99 1234'}             | ${'CYP'}     | ${undefined}
    ${'12'}                  | ${undefined} | ${undefined}
    ${'+99 123456'}          | ${'CYP'}     | ${undefined}
    ${'+1234567890123456'}   | ${undefined} | ${undefined}
    ${''}                    | ${'CYP'}     | ${undefined}
  `('$written in $country is $stored', ({ written, country, stored }) => {
    expect(normalisePhone(written, country && countryNamed(country))).toBe(stored)
  })

  test('typed without a plus it may begin with the calling code or be national', () => {
    const cyprus = countryNamed('CYP')
    expect(phonesMeant('35799123456', cyprus)).toContain('+35799123456')
    expect(phonesMeant('99123456', cyprus)).toContain('+35799123456')
    expect(phonesMeant('00357991', cyprus)).toContain('+357991')
    expect(phonesMeant('020 79', countryNamed('GBR'))).toContain('+442079')
    expect(phonesMeant('+99123456', cyprus)).toEqual(['+99123456'])
    expect(phonesMeant('anna', cyprus)).toEqual([])
    expect(phonesMeant('L-77', cyprus)).toEqual([])
  })

  test.each`
    stored             | home         | country
    ${'+35799123456'}  | ${'US'}      | ${'CY'}
    ${'+35799123456'}  | ${undefined} | ${'CY'}
    ${'+12125550100'}  | ${'US'}      | ${'US'}
    ${'+14165550100'}  | ${'CA'}      | ${'CA'}
    ${'+14165550100'}  | ${'CY'}      | ${'CA'}
    ${'+79123456789'}  | ${'KZ'}      | ${'KZ'}
    ${'+35700000000'}  | ${'US'}      | ${'CY'}
    ${'+883510012345'} | ${'CY'}      | ${undefined}
  `('$stored is told as one of $country where $home is home', ({ stored, home, country }) => {
    expect(countryOfPhone(stored, home)).toBe(country)
  })

  test('a till sees its last three digits', () => {
    expect(maskPhone('99 123 456')).toBe('·· 456')
  })
})

test.each`
  zone                  | country
  ${'Europe/Nicosia'}   | ${'CY'}
  ${'Asia/Famagusta'}   | ${'CY'}
  ${'America/New_York'} | ${'US'}
  ${'Asia/Kolkata'}     | ${'IN'}
  ${'UTC'}              | ${undefined}
`('the clocks of $zone are those of $country', ({ zone, country }) => {
  expect(countryOfZone(zone)).toBe(country)
})

describe('a country', () => {
  test.each`
    text     | country
    ${'CYP'} | ${'CY'}
    ${'cy'}  | ${'CY'}
    ${'357'} | ${'CY'}
    ${'+1'}  | ${'US'}
    ${'007'} | ${'RU'}
    ${'XX'}  | ${undefined}
    ${''}    | ${undefined}
  `('$text names $country', ({ text, country }) => {
    expect(countryNamed(text)).toBe(country)
  })

  test('has three letters, and is known by them, wherever the library has a numbering plan', () => {
    for (const country of getCountries()) {
      expect(threeLettersOf(country)).toMatch(/^[A-Z]{3}$/)
      expect(countryNamed(threeLettersOf(country))).toBe(country)
    }
  })
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
