import { describe, expect, test } from 'vitest'
import type { Session } from '../../kit/session.ts'
import { firstPurchase } from '../purchases/first-purchase.ts'
import { curlOf, listenOf, sdkOf } from './code-of.ts'

const baseUrl = 'http://127.0.0.1:8080'
const key = 'tb_test_8EP4duRxbgqKjGVu27Objkqci2RNtQyAso4nRD'
const byKey: Session = { credential: key, mode: 'TEST', staff: undefined }
const secrets: Session[] = [
  { credential: key.replace('test', 'live'), mode: 'LIVE', staff: undefined },
  { credential: 'header.payload.signature', mode: 'TEST', staff: 'owner@example.com' },
]
const { call } = firstPurchase({ venueTap: '354', contactCode: "C'7" })

describe('a call', () => {
  test('is a command that names the server, the key and the body, whatever stands in it', () => {
    const { shown, copied } = curlOf(call, { baseUrl, session: byKey })
    expect(copied).toBe(shown)
    expect(copied).toContain(`curl ${baseUrl}/backoffice/v2/purchases \\`)
    expect(copied).toContain(`Bearer ${key}`)
    const given = /-d '(.*)'$/.exec(copied)?.[1]?.replaceAll(`'\\''`, "'")
    expect(JSON.parse(given ?? '')).toEqual({
      reference_number: 'hello-1',
      organisation: { venue_tap: { code: '354' } },
      contact: { code: "C'7" },
      transaction_amounts: { total: '12.00' },
    })
  })

  test('is a program that can be run as it is', () => {
    expect(sdkOf(call, { baseUrl, session: byKey }).copied).toBe(`import { Tillback } from '@tillback/sdk'

const client = new Tillback({ apiKey: '${key}', baseUrl: '${baseUrl}' })
console.log(await client.purchases.submit({
  reference_number: 'hello-1',
  organisation: {
    venue_tap: {
      code: '354',
    },
  },
  contact: {
    code: 'C\\'7',
  },
  transaction_amounts: {
    total: '12.00',
  },
}))`)
  })

  test.each(secrets)('shows $credential without its middle, and copies it whole', (session) => {
    for (const { shown, copied } of [curlOf(call, { baseUrl, session }), sdkOf(call, { baseUrl, session })]) {
      expect(copied).toContain(session.credential)
      expect(shown).not.toContain(session.credential)
    }
  })
})

test('listening is written with a key, and never with the token of a member of staff', () => {
  expect(listenOf({ baseUrl, session: byKey }).copied).toContain(`API_KEY=${key} node scripts/run.cjs listen`)
  const [live, staff] = secrets.map((session) => listenOf({ baseUrl, session }))
  expect(live?.shown).not.toContain(secrets[0]?.credential)
  expect(staff?.copied).toContain('API_KEY=tb_test_… ')
})
