import { expect, test } from 'vitest'
import { greek } from './el/index.ts'
import { english } from './en/index.ts'
import { pseudo, pseudoText } from './pseudo.ts'
import { onGround } from './told.ts'

/** Places of all words, such as home.stats.report. */
function placesOf(value: unknown, before = ''): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [before]
  return Object.entries(value).flatMap(([name, inner]) =>
    placesOf(inner, before === '' ? name : `${before}.${name}`),
  )
}

test('Greek says nothing that English does not', () => {
  const known = new Set(placesOf(english))
  expect(placesOf(greek).filter((place) => !known.has(place))).toEqual([])
})

test('what Greek does not say is said in English', () => {
  const texts: { readonly home: { readonly title: string }; readonly offers: unknown } = onGround(
    english,
    greek,
  )
  expect(texts.home.title).toBe('Αρχική')
  expect(texts.offers).toEqual(english.offers)
})

test('the tried language is longer, has accents, and leaves alone what programs read', () => {
  const texts = pseudo({ locale: 'en-GB', many: (number: number) => `${number} coins`, one: 'Coin' })
  expect(texts.locale).toBe('en-GB')
  expect(texts.one).toBe(pseudoText('Coin'))
  expect(texts.many(3)).toMatch(/^3 çóíñs·+$/)
})
