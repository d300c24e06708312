import { expect, test } from 'vitest'
import { keyInFragment, modeOfKey, readSession } from './session.ts'

const KEY = 'tb_test_pk_0123456789abcdefghijKLMN'

test('only a publishable key opens the app, and says its mode', () => {
  expect(modeOfKey(KEY)).toBe('TEST')
  expect(modeOfKey(KEY.replace('test', 'live'))).toBe('LIVE')
  expect(modeOfKey(KEY.replace('pk_', ''))).toBeUndefined()
  expect(keyInFragment(`#key=${KEY}`)).toBe(KEY)
  expect(keyInFragment('#key=tb_test_0123456789abcdefghijKLMN')).toBeUndefined()
})

test('what is not a kept session is nobody signed in', () => {
  const session = { accessToken: 'a', refreshToken: 'r', expiresAt: 1, contact: 'c', firstName: 'Ana' }
  expect(readSession(JSON.stringify(session))).toEqual(session)
  for (const text of [null, '', '{', '[]', '"x"', '{"accessToken":"a"}']) {
    expect(readSession(text)).toBeUndefined()
  }
})
