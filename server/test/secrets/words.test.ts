import { expect, test } from 'vitest'
import { foundIn } from './secrets.ts'

const id = '019dc0de-4711-7c21-9f3d-6b0c8d2e4f11'

test.each([
  ['by itself', '4711'],
  ['in quotes', '{"pin":"4711"}'],
  ['beside an id', `"${id}","4711"`],
  ['at the end', 'pin 4711'],
])('a secret is found %s', (_, text) => {
  expect(foundIn(text, ['4711'])).toEqual(['4711'])
})

test.each([
  ['a longer number', '34711'],
  ['a longer number', '47110'],
  ['an id, whose parts tell the time', `"id":"${id}"`],
])('a part of %s is no secret', (_, text) => {
  expect(foundIn(text, ['4711'])).toEqual([])
})

test('a secret that has an id in it is found whole', () => {
  const secret = `key_${id}`
  expect(foundIn(`"${secret}"`, [secret])).toEqual([secret])
})

test('an id that is a secret is found', () => {
  expect(foundIn(`"${id}"`, [id])).toEqual([id])
})
