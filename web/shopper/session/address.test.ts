import { expect, test } from 'vitest'
import { readAddress } from './address.ts'

test.each([
  ['ana@example.com', { kind: 'EMAIL', value: 'ana@example.com' }],
  [' ana@example.com ', { kind: 'EMAIL', value: 'ana@example.com' }],
  ['+357 99 123 456', { kind: 'PHONE', value: '+35799123456' }],
  ['00357-99-123456', { kind: 'PHONE', value: '+35799123456' }],
  ['99123456', undefined],
  ['ana@', undefined],
  ['', undefined],
])('%s is read as %o', (text, address) => {
  expect(readAddress(text)).toEqual(address)
})
