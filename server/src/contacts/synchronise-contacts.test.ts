import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
})
beforeEach(async () => {
  shop = await openShop(server)
})
afterAll(() => server.stop())

const send = async (contacts: readonly unknown[], query = '', headers?: Record<string, string>) => {
  const answer = await shop.call('POST', `synchronise_contacts${query}`, { contacts }, headers)
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}
const outcomes = async (contacts: readonly unknown[], query = '') =>
  (await send(contacts, query)).rows.map(({ outcome }: { readonly outcome: string }) => outcome)
const contact = async (named: string) => (await shop.call('GET', `contacts/${named}`)).body
const all = async () => (await shop.call('GET', 'contacts?size=100')).body.content

const anna = {
  code: 'C-1',
  first_name: 'Άννα',
  phones: [{ number: '99 123 456', country_code: 'CYP' }],
  emails: [{ email_address: 'Anna@Example.eu' }],
}
const ben = { last_name: 'Brown', loyalty_identifiers: [{ identifier: 'L-2' }], segments: ['VIP'] }

describe('rows of contacts', () => {
  test('register whom nobody knows, and the same rows again change nothing', async () => {
    const first = await send([anna, ben])
    expect(first.totals).toEqual({ received: 2, created: 2, updated: 0, unchanged: 0, rejected: 0 })
    expect(first.rows[0]).toEqual({
      index: 0,
      outcome: 'CREATED',
      contact_id: (await contact('C-1')).id,
      error: null,
      message: null,
      parameters: [],
    })
    const before = await all()
    expect(await outcomes([anna, ben])).toEqual(['UNCHANGED', 'UNCHANGED'])
    expect(await all()).toEqual(before)
    await server.sendWebhooks()
    const { body } = await shop.call('GET', 'events?type=contact.created')
    expect(body.content).toHaveLength(2)
    expect((await shop.call('GET', 'events?type=contact.updated')).body.content).toEqual([])
  })

  test('are about the contact whom any identifier names, and take none away', async () => {
    await send([anna, ben])
    const more = [
      { phones: [{ number: '+357 99123456' }], loyalty_identifiers: [{ identifier: 'L-1' }] },
      { emails: [{ email_address: 'ANNA@example.eu' }], last_name: 'Petrou', birthday: '1990-05-31' },
      { loyalty_identifiers: [{ identifier: 'L-2' }], segments: ['STAFF', 'VIP'], last_name: null },
      { code: 'C-1', phones: [{ number: '22 765 432', country_code: 'CYP', is_primary: true }] },
    ]
    expect(await outcomes(more)).toEqual(Array(4).fill('UPDATED'))
    expect(await outcomes(more)).toEqual(Array(4).fill('UNCHANGED'))
    const changed = await contact('C-1')
    expect(changed).toMatchObject({
      first_name: 'Άννα',
      last_name: 'Petrou',
      birthday: '1990-05-31',
      emails: [{ email_address: 'anna@example.eu' }],
      loyalty_identifiers: [{ identifier: 'L-1' }],
    })
    const primary = (each: { readonly number: string; readonly is_primary: boolean }) =>
      `${each.number} ${each.is_primary}`
    expect(changed.phones.map(primary).sort()).toEqual(['22 765 432 false', '99 123 456 true'])
    expect(await contact('L-2')).toMatchObject({ last_name: null, segments: ['VIP', 'STAFF'] })
    expect(await all()).toHaveLength(2)
  })

  test('that come twice in a call are one contact', async () => {
    expect(await outcomes([anna, { ...anna, last_name: 'Petrou' }, anna])).toEqual([
      'CREATED',
      'UPDATED',
      'UNCHANGED',
    ])
  })

  test('that are wrong are refused by their place, with the reason, and leave the others alone', async () => {
    await send([anna, ben])
    const { totals, rows } = await send([
      { first_name: 'Nobody' },
      { code: 'C-3', phones: [{ number: 'none' }] },
      { emails: anna.emails, loyalty_identifiers: ben.loyalty_identifiers },
      { code: 'C-9', phones: anna.phones },
      { code: 'C-4', birthday: '2999-01-01' },
      { code: 'C-5', frist_name: 'x', emails: [{ email_address: 'x' }] },
      'a text',
      { code: 'NUL\u0000' },
      { code: 'C-6', segments: null },
      { code: 'C-7' },
    ])
    expect(totals).toEqual({ received: 10, created: 1, updated: 0, unchanged: 0, rejected: 9 })
    const value = 'CRM.EXCEPTIONS.INVALIDVALUEEXCEPTION'
    expect(rows).toMatchObject([
      { error: 'CRM.EXCEPTIONS.REQUIREDFIELDEXCEPTION', message: expect.stringContaining('code is missing') },
      { error: value, message: expect.stringContaining('phones[0].number is "none"') },
      { error: 'CRM.EXCEPTIONS.MORETHANONEENTITYEXISTSEXCEPTION' },
      { error: value, message: 'code is "C-9"; the contact whom the row names has the code "C-1"' },
      { error: value, message: expect.stringContaining('not in the future') },
      { error: value, message: expect.stringContaining('did you mean first_name?') },
      { error: value, message: expect.stringContaining('contacts[6] is "a text"') },
      { error: value, message: expect.stringContaining('contacts[7].code') },
      { error: value },
      { outcome: 'CREATED', error: null },
    ])
    for (const code of ['C-3', 'C-4', 'C-5']) expect((await contact(code)).error).toContain('NOTFOUND')
  })

  test('bring what registering brings, once', async () => {
    await shop.offer({ type: 'SIGNUP', award: { kind: 'FIXED', amount: 5 } })
    await send([anna], '?simulate=true')
    await send([anna])
    await send([anna])
    expect(await shop.balance('C-1')).toBe(5)

    await shop.offer({ type: 'PROFILE', award: { kind: 'FIXED', amount: 2 } })
    const whole = { last_name: 'Petrou', birthday: '1990-05-31' }
    const cleo = { code: 'C-3', first_name: 'Cleo', emails: [{ email_address: 'cleo@example.eu' }] }
    const rows = [{ ...anna, ...whole }, cleo, { code: 'C-3', ...whole }, { ...cleo, ...whole }]
    expect(await outcomes(rows)).toEqual(['UPDATED', 'CREATED', 'UPDATED', 'UNCHANGED'])
    expect(await shop.balance('C-1')).toBe(7)
    expect(await shop.balance('C-3')).toBe(7)
    expect(await shop.verify()).toEqual([])
  })
})

test('simulated rows are told as they would be, and keep nothing', async () => {
  await send([ben])
  const rows = [anna, { ...ben, last_name: 'Green' }, ben, { code: 'C-3', name_day: '02-31' }]
  const tried = await send(rows, '?simulate=true')
  expect(tried.totals).toEqual({ received: 4, created: 1, updated: 2, unchanged: 0, rejected: 1 })
  expect(tried.rows[0].contact_id).toBeNull()
  expect(await contact('L-2')).toMatchObject({ last_name: 'Brown' })
  expect(await all()).toHaveLength(1)
  expect((await send(rows)).totals).toEqual(tried.totals)
})

test('a call is done once under its idempotency key, and more than 100 rows are none', async () => {
  const key = { 'idempotency-key': 'people-1' }
  const first = await send([anna], '', key)
  expect(await send([anna], '', key)).toEqual(first)
  const other = await shop.call('POST', 'synchronise_contacts?simulate=true', { contacts: [anna] }, key)
  expect(other.body.error).toBe('CRM.EXCEPTIONS.IDEMPOTENCYKEYREUSEDEXCEPTION')
  const many = await shop.call('POST', 'synchronise_contacts', { contacts: Array(101).fill(anna) })
  expect(many.body.detail).toContain('at most 100 rows')
})
