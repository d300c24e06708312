import { expect, test } from 'vitest'
import { makeKeys, nextEntry, publicKeyOf, signedText } from './chain.ts'

test('each entry names the hash of the one before and carries a signature of its own text', async () => {
  const keys = await makeKeys()
  const by = { till: 'T', key: keys.privateKey }
  const first = await nextEntry(by, { counter: 0, head: '00' }, '{"a":1}')
  const second = await nextEntry(by, first.after, '{"b":"ά"}')
  expect([first.entry.counter, second.entry.counter]).toEqual([1, 2])
  expect([first.entry.previous, second.entry.previous]).toEqual(['00', first.after.head])
  const bytes = Uint8Array.from(atob(second.entry.signature.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
    c.charCodeAt(0),
  )
  const holds = (text: string) =>
    crypto.subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      keys.publicKey,
      bytes,
      new TextEncoder().encode(text),
    )
  expect(await holds(signedText('T', second.entry))).toBe(true)
  expect(await holds(signedText('U', second.entry))).toBe(false)
})

test('the private half of the key cannot be taken out of the browser', async () => {
  const keys = await makeKeys()
  expect(await publicKeyOf(keys)).toMatchObject({ kty: 'EC', crv: 'P-256', x: expect.any(String) })
  await expect(crypto.subtle.exportKey('jwk', keys.privateKey)).rejects.toThrow()
})
