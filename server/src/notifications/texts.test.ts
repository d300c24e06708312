import { describe, expect, test } from 'vitest'
import { KIND_OF, KINDS, type Kind } from './kinds.ts'
import { LANGUAGES, textFor } from './texts.ts'
import { namesIn, writeText } from './write-text.ts'

const kinds = Object.keys(KINDS) as Kind[]

describe('the texts of the product', () => {
  test('are there in English and Greek for every kind, and name only values that the kind has', () => {
    expect(LANGUAGES).toEqual(['en', 'el'])
    for (const language of LANGUAGES) {
      for (const kind of kinds) {
        const text = textFor(kind, language)
        expect(text.language).toBe(language)
        const known: readonly string[] = [...KINDS[kind], 'name', 'business']
        expect(
          [...namesIn(text.subject), ...namesIn(text.content)].filter((name) => !known.includes(name)),
        ).toEqual([])
      }
    }
    // All but the reminder and the code tell of an event.
    expect(new Set([...Object.values(KIND_OF), 'EXPIRY_REMINDER', 'ONE_TIME_CODE'])).toEqual(new Set(kinds))
  })

  test('in a language that there is none of are English', () => {
    expect(textFor('AWARD', 'fr')).toEqual(textFor('AWARD', 'en'))
  })
})

test.each`
  language | zone                  | text                               | written
  ${'en'}  | ${'Europe/Nicosia'}   | ${'{amount} until {until}'}        | ${'1,234.50 EUR until 4 December 2026'}
  ${'en'}  | ${'America/New_York'} | ${'{until}'}                       | ${'3 December 2026'}
  ${'el'}  | ${'Europe/Nicosia'}   | ${'{amount} έως {until}'}          | ${'1.234,50 EUR έως 4 Δεκεμβρίου 2026'}
  ${'en'}  | ${'Europe/Nicosia'}   | ${'{name}, {missing}{ } {AMOUNT}'} | ${'{amount}, { } {AMOUNT}'}
`('$text in $language is written $written', ({ language, zone, text, written }) => {
  const values = {
    amount: { minor: 123_450n, currency: 'EUR' },
    until: new Date('2026-12-03T23:30:00Z'),
    // A value is no text: what stands in it is never filled in.
    name: '{amount}',
  }
  expect(writeText(text, values, { language, timeZone: zone })).toBe(written)
})
