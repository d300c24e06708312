import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, startServer, type TestServer } from '../../test/harness.ts'
import { type Staff, type StaffedBusiness, staffedBusiness } from '../../test/staff.ts'
import { epochSeconds } from '../kit/time.ts'
import { maskCode, maskEmail } from './mask.ts'

let server: TestServer
let shop: StaffedBusiness
let clerk: Staff
let marketer: Staff
let contact: string
beforeAll(async () => {
  server = await startServer()
  shop = await staffedBusiness(server)
  clerk = await shop.add('CLERK')
  marketer = await shop.add('MARKETER')
  const made = await byKey('POST', 'contacts', {
    code: 'ANNA',
    first_name: 'Anna',
    phones: [{ number: '99 123 456' }],
    emails: [{ email_address: 'anna@shop.example' }],
    loyalty_identifiers: [{ identifier: 'CARD-7781' }],
  })
  contact = made.body.id
})
afterAll(() => server.stop())

const byKey = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
  ask(server.url, shop.key, { method, path, body })
const actsOf = async (operation: string) =>
  (await shop.owner.call('GET', `audit_log?operation=${operation}&target_id=${contact}`)).body.content

const MASKED = {
  phones: [{ country_code: null, number: '·· 456' }],
  emails: [{ email_address: 'a·· @shop.example' }],
  loyalty_identifiers: [{ identifier: '·· 781' }],
}
const WHOLE = {
  phones: [{ country_code: 'CYP', number: '99 123 456' }],
  emails: [{ email_address: 'anna@shop.example' }],
  loyalty_identifiers: [{ identifier: 'CARD-7781' }],
}

test.each([
  [maskEmail('anna@shop.example'), 'a·· @shop.example'],
  [maskEmail('a@shop.example'), '·· @shop.example'],
  [maskCode('CARD-7781'), '·· 781'],
  [maskCode('781'), '··'],
])('of an identifier no more is left than tells people apart: %s', (shown, expected) => {
  expect(shown).toBe(expected)
})

describe('what a contact is recognised by', () => {
  test.each([
    'contacts/ANNA',
    'contacts?phone=%2B35799123456',
    'contacts?email_address=anna@shop.example',
    'contacts?search_value=99123',
    'customers?cim=CARD-7781',
  ])('is masked to staff by the server, found by the whole, and whole to a key: %s', async (path) => {
    const told = async (answer: Promise<{ body: { content?: unknown[] } }>) => {
      const { body } = await answer
      return body.content?.[0] ?? body
    }
    expect(await told(clerk.call('GET', path))).toMatchObject({ name: 'Anna', ...MASKED })
    expect(await told(byKey('GET', path))).toMatchObject({ name: 'Anna', ...WHOLE })
  })

  test('is masked in the list of cards and in the answer to a change', async () => {
    const cards = await clerk.call('GET', 'contacts/ANNA/loyalty_identifiers')
    expect(cards.body.content).toEqual(MASKED.loyalty_identifiers)
    const changed = await clerk.call('PUT', 'contacts/ANNA', { first_name: 'Anna' })
    expect(changed.body).toMatchObject(MASKED)
  })

  test.each(['phones', 'emails', 'loyalty_identifiers'] as const)(
    'is not replaced by its mask, when staff send the %s back that they read',
    async (field) => {
      const { body } = await clerk.call('GET', 'contacts/ANNA')
      const sent = body[field].map(({ country_code: _, ...each }: Record<string, unknown>) => each)
      expect((await clerk.call('PUT', 'contacts/ANNA', { [field]: sent })).status).toBe(400)
      expect((await byKey('GET', 'contacts/ANNA')).body).toMatchObject(WHOLE)
    },
  )

  test('is named in the log when it changed, though its mask is the same', async () => {
    const { body } = await byKey('POST', 'contacts', { code: 'BEN', phones: [{ number: '99111456' }] })
    await clerk.call('PUT', 'contacts/BEN', { phones: [{ number: '99222456' }] })
    const log = await shop.owner.call('GET', `audit_log?operation=updateContact&target_id=${body.id}`)
    expect(log.body.content[0].changes).toEqual([{ field: 'phones' }])
  })
})

describe('a reveal', () => {
  test('tells staff what was asked for, and is an act that names who, whom, what, when and from where', async () => {
    const { status, body, headers } = await clerk.call('POST', 'contacts/ANNA/reveal', { fields: ['phones'] })
    expect([status, body]).toEqual([200, { id: contact, phones: [expect.objectContaining(WHOLE.phones[0])] }])
    const [act] = await actsOf('revealContact')
    expect(act).toMatchObject({
      by: { kind: 'USER', id: clerk.id, name: clerk.username },
      target_id: contact,
      changes: [{ field: 'phones' }],
      date: epochSeconds(server.clock.now),
      address: '127.0.0.1',
      request_id: headers['request-id'],
    })
  })

  test('without fields tells all of them, and a key’s is an act as well', async () => {
    expect((await byKey('POST', 'contacts/ANNA/reveal', {})).body).toMatchObject(WHOLE)
    const [act] = await actsOf('revealContact')
    expect(act.by.kind).toBe('KEY')
    expect(act.changes.map(({ field }: { field: string }) => field)).toEqual(Object.keys(WHOLE))
  })

  test('that is repeated under its key is no further act and tells nothing that was kept', async () => {
    const again = () =>
      ask(server.url, clerk.token, {
        method: 'POST',
        path: 'contacts/ANNA/reveal',
        body: { fields: ['emails'] },
        headers: { 'idempotency-key': 'reveal-1' },
      })
    expect((await again()).body.emails).toMatchObject(WHOLE.emails)
    const acts = (await actsOf('revealContact')).length
    expect((await again()).body).toEqual({ id: contact, emails: null })
    expect(await actsOf('revealContact')).toHaveLength(acts)
  })

  test.each(['reveal', 'export'] as const)(
    'is refused to who may not, by the name of the scope, also as a copy of all: %s',
    async (way) => {
      const acts = (await actsOf('revealContact')).length
      const { status, body } =
        way === 'reveal'
          ? await marketer.call('POST', 'contacts/ANNA/reveal', {})
          : await marketer.call('GET', 'contacts/ANNA/export')
      expect([status, body.parameters]).toEqual([403, ['contacts:reveal']])
      expect(JSON.stringify(body)).not.toContain('99 123 456')
      expect(await actsOf('revealContact')).toHaveLength(acts)
    },
  )

  test('of everything, as a copy, is an act of staff', async () => {
    const { status, body } = await clerk.call('GET', 'contacts/ANNA/export')
    expect([status, body.id]).toEqual([200, contact])
    expect(await actsOf('exportContact')).toMatchObject([{ by: { id: clerk.id }, target_id: contact }])
    expect((await byKey('GET', 'contacts/ANNA/export')).status).toBe(200)
    expect(await actsOf('exportContact')).toHaveLength(1)
  })
})
