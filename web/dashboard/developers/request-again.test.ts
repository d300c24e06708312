import { expect, test } from 'vitest'
import { againOf, differencesOf } from './request-again.ts'

test('a request is written to be sent again, with each name open that it had', () => {
  const { curl, typescript } = againOf({
    method: 'POST',
    path: '/backoffice/v2/purchases',
    sent: ['?simulate', 'contact.phone', 'products[].sku', 'products[].quantity', 'tags[]'],
  })
  expect(curl).toBe(
    [
      'curl -X POST "$URL/backoffice/v2/purchases?simulate=…" \\',
      '  -H "api_key: $KEY" \\',
      "  -H 'content-type: application/json' \\",
      '  -d \'{"contact":{"phone":"…"},"products":[{"sku":"…","quantity":"…"}],"tags":["…"]}\'',
    ].join('\n'),
  )
  expect(typescript).toContain("method: 'POST'")
})

test('filters of times are written as they are asked', () => {
  expect(againOf({ method: 'GET', path: '/x', sent: ['?date.gte'] }).curl).toContain('/x?date[gte]=…')
})

test('names that only one of two requests had are told apart', () => {
  expect(differencesOf(['a', 'b'], ['b', 'c'])).toEqual({ onlyHere: ['a'], onlyThere: ['c'] })
})
