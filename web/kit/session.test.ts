import { describe, expect, test } from 'vitest'
import { keyInFragment, readSession, sessionOfKey, writeSession } from './session.ts'

const random = '8EP4duRxbgqKjGVu27Objkqci2RNtQyAso4nRD'

describe('sessionOfKey', () => {
  test.each`
    key                        | mode
    ${`tb_test_${random}`}     | ${'TEST'}
    ${`tb_live_${random}`}     | ${'LIVE'}
    ${`  tb_test_${random}\n`} | ${'TEST'}
  `('reads the mode of $key', ({ key, mode }) => {
    expect(sessionOfKey(key)).toEqual({ credential: key.trim(), mode, staff: undefined })
  })

  test.each`
    key                       | wrong
    ${''}                     | ${'not a key'}
    ${'tb_test_'}             | ${'not a key'}
    ${`sk_test_${random}`}    | ${'not a key'}
    ${`tb_test_pk_${random}`} | ${'publishable'}
  `('says what is wrong with "$key"', ({ key, wrong }) => {
    expect(sessionOfKey(key)).toBe(wrong)
  })
})

test.each`
  fragment            | key
  ${'#key=tb_test_x'} | ${'tb_test_x'}
  ${'#main'}          | ${undefined}
  ${''}               | ${undefined}
`('the key in "$fragment" is $key', ({ fragment, key }) => {
  expect(keyInFragment(fragment)).toBe(key)
})

describe('a session that is kept', () => {
  test('is read as it was written', () => {
    const session = { credential: 'token', mode: 'LIVE', staff: 'owner@example.com' } as const
    expect(readSession(writeSession(session))).toEqual(session)
    const renewed = { ...session, renewal: { token: 'next', until: 7 } }
    expect(readSession(writeSession(renewed))).toEqual(renewed)
  })

  test.each([
    null,
    '',
    '{',
    '[]',
    '{"credential":"","mode":"TEST"}',
    '{"credential":"x","mode":"DEMO"}',
    '{"credential":"x","mode":"TEST","renewal":{}}',
  ])('is none when it reads %s', (text) => {
    expect(readSession(text)).toBeUndefined()
  })
})
