import { readFile } from 'node:fs/promises'
import { EVENT_TYPES } from '@tillback/server/events/events.ts'
import { expect, test } from 'vitest'
import { concernedBy, concernedByPart, EVERYTHING, isTold, OF_PARTS } from './told.ts'

test('each kind of event changes the list of its things; one that is not known changes the list of events only', () => {
  expect(concernedBy('purchase.posted')).toEqual(expect.arrayContaining(['purchases', 'purchase', 'claims']))
  expect(concernedBy('order.updated')).toEqual(expect.arrayContaining(['orders', 'needs']))
  for (const odd of ['comet.seen', 'constructor', ''])
    expect(concernedBy(odd)).toEqual(['events', 'deliveries'])
})

test('whatever is only seldom asked for is told by some event', () => {
  const told = new Set(EVENT_TYPES.flatMap(concernedBy))
  expect([...told].filter((key) => isTold([key], 'EVENTS')).toSorted()).toEqual([
    'claims',
    'contact',
    'contacts',
    'events',
    'order',
    'orders',
    'purchase',
    'purchases',
    'transactions',
    'wallet',
  ])
  expect(isTold(['payouts', { page: 1 }], 'ALL')).toBe(false)
  expect(isTold(['purchases'], 'NOTHING')).toBe(false)
})

test('every part of the API is known, and whatever is told without an event is told by one of them', async () => {
  const tags = await tagsOfTheApi()
  expect(tags.length).toBeGreaterThan(40)
  expect(tags.filter((tag) => !Object.hasOwn(OF_PARTS, tag))).toEqual([])
  const changing = new Set(tags.flatMap(concernedByPart))
  const untold = EVERYTHING.filter(
    (key) => isTold([key], 'ALL') && !isTold([key], 'EVENTS') && !changing.has(key),
  )
  expect(untold).toEqual([])
  expect(concernedByPart('constructor')).toEqual([])
})

async function tagsOfTheApi(): Promise<readonly string[]> {
  const { paths } = JSON.parse(await readFile(new URL('../../openapi.json', import.meta.url), 'utf8'))
  const operations = Object.values<object>(paths).flatMap((path) => Object.values(path))
  return [...new Set(operations.flatMap(({ tags = [] }) => tags))]
}
