import { EVENT_TYPES } from '@tillback/server/events/events.ts'
import { expect, test } from 'vitest'
import { concernedBy, isTold } from './told.ts'

test('each kind of event changes the list of its things; one that is not known changes the list of events only', () => {
  expect(concernedBy('purchase.posted')).toEqual(expect.arrayContaining(['purchases', 'purchase', 'claims']))
  expect(concernedBy('order.updated')).toEqual(expect.arrayContaining(['orders', 'needs']))
  for (const odd of ['comet.seen', 'constructor', '']) expect(concernedBy(odd)).toEqual(['events'])
})

test('whatever is only seldom asked for is told by some event', () => {
  const told = new Set(EVENT_TYPES.flatMap(concernedBy))
  expect([...told].filter((key) => isTold([key])).toSorted()).toEqual([
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
  expect(isTold(['payouts', { page: 1 }])).toBe(false)
})
