import { expect, test } from 'vitest'
import * as inGreek from '../imports/texts/el.ts'
import * as imports from '../imports/texts/en.ts'
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
  const ofImports = new Set(placesOf(imports.english))
  expect(placesOf(inGreek.greek).filter((place) => !ofImports.has(place))).toEqual([])
})

test('what a language does not say is said in English', () => {
  const ground = { title: 'Home', lists: { none: 'None', all: 'All' } }
  expect(onGround(ground, { lists: { none: 'Καμία' } })).toEqual({
    title: 'Home',
    lists: { none: 'Καμία', all: 'All' },
  })
})

const NAMES = [
  ...(['offers', 'editor', 'findings', 'replay', 'said', 'managed', 'schemes', 'tiers'] as const),
  ...(['plans', 'pools', 'tryBasket', 'calendar', 'performance'] as const),
]
const OF_OFFERS = Object.fromEntries(NAMES.map((name) => [name, english[name]]))

test('all words of the pages of offers are said in Greek', () => {
  const isSaid = new Set(placesOf(greek))
  const missing = placesOf(OF_OFFERS).filter((place) => !isSaid.has(place))
  expect(missing).toEqual([])
  const same = placesOf(OF_OFFERS).filter((place) => {
    const told = at(greek, place)
    return typeof told === 'string' && told === at(english, place)
  })
  expect(same).toEqual(['editor.products.kinds.SKU'])
})

function at(texts: unknown, place: string): unknown {
  return place.split('.').reduce<unknown>((inner, name) => Reflect.get(Object(inner), name), texts)
}

test('the tried language is longer, has accents, and leaves alone what programs read', () => {
  const texts = pseudo({ locale: 'en-GB', many: (number: number) => `${number} coins`, one: 'Coin' })
  expect(texts.locale).toBe('en-GB')
  expect(texts.one).toBe(pseudoText('Coin'))
  expect(texts.many(3)).toMatch(/^3 çóíñs·+$/)
})
