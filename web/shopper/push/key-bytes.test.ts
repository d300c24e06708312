import { expect, test } from 'vitest'
import { bytesOfKey } from './key-bytes.ts'

test('a key in base64url, with or without its signs, becomes the bytes that it is of', () => {
  const bytes = Uint8Array.from({ length: 65 }, (_, index) => (index * 251) % 256)
  expect(bytesOfKey(Buffer.from(bytes).toString('base64url'))).toEqual(bytes)
})
