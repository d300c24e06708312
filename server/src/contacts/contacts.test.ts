import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'
import { type LotId, newId, type PoolId } from '../kit/id.ts'
import { HOUR, later } from '../kit/time.ts'
import { accountId, contactAccount, houseAccount, insertLots, type Movement, post } from '../ledger/index.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

type Call = TestBusiness['call']
type Row = Readonly<Record<string, unknown>>

const anna = {
  first_name: 'Άννα',
  last_name: 'Petrou',
  contact_type: 'PERSON',
  code: 'C-1',
  language_code: 'EL',
  phones: [
    { country_code: 'CYP', phone_type: 'LANDLINE', number: '22 765 432' },
    { country_code: 'CYP', phone_type: 'MOBILE', number: '99 123 456', is_primary: true },
  ],
  emails: [{ email_address: 'Anna.Petrou@Example.eu' }],
  loyalty_identifiers: [{ identifier: 'L-77' }],
  cards: [{ identifier: 'fp_9aX' }],
}

const codes = async (call: Call, query: string) => {
  const { status, body } = await call('GET', `contacts?${query}`)
  expect(status).toBe(200)
  return body.content.map(({ code }: Row) => code)
}

async function tillOf({ call }: TestBusiness): Promise<Call> {
  const { body } = await call('POST', 'api_keys', { name: 'till', scopes: ['purchases:write'] })
  return (method, path, sent) => ask(server.url, body.key, { method, path, body: sent })
}

describe('registering', () => {
  test('makes the contact, its wallet, accounts, identifiers and event, and shows them', async () => {
    const { call, actor, work } = await server.business()
    const made = await call('POST', 'contacts', anna)
    expect(made).toMatchObject({
      status: 200,
      body: { code: 'C-1', wallet: { code: expect.stringMatching(/^\d{16}$/) } },
    })
    const { id, wallet } = made.body

    const { rows, accounts, events } = await work(async ({ db }) => ({
      rows: await db
        .selectFrom('identifiers')
        .select(['kind', 'value'])
        .where('contact_id', '=', id)
        .execute(),
      accounts: await db
        .selectFrom('accounts')
        .select(['id', 'kind'])
        .where('owner_id', '=', wallet.id)
        .execute(),
      events: await db.selectFrom('events').select('type').where('entity_id', '=', id).execute(),
    }))
    expect(rows.map(({ kind, value }) => `${kind} ${value}`).sort()).toEqual([
      'CARD fp_9aX',
      'CODE C-1',
      'EMAIL anna.petrou@example.eu',
      'LOYALTY L-77',
      'PHONE +35722765432',
      'PHONE +35799123456',
      `WALLET_CODE ${wallet.code}`,
    ])
    const owner = { tenant: actor.tenant, id: wallet.id, currency: 'EUR' }
    const opened = (['CONTACT_OPEN', 'CONTACT_COMMERCE'] as const).map((kind) => ({
      kind,
      id: accountId(contactAccount(kind, owner)),
    }))
    expect(accounts).toHaveLength(2)
    expect(accounts).toEqual(expect.arrayContaining(opened))
    expect(events).toEqual([{ type: 'contact.created' }])

    expect((await call('GET', `contacts/${id}`)).body).toEqual({
      id,
      code: 'C-1',
      name: 'Άννα Petrou',
      first_name: 'Άννα',
      last_name: 'Petrou',
      type: 'PERSON',
      phones: [
        { country_code: 'CYP', phone_type: 'MOBILE', number: '99 123 456', is_primary: true },
        { country_code: 'CYP', phone_type: 'LANDLINE', number: '22 765 432', is_primary: false },
      ],
      emails: [{ email_address: 'anna.petrou@example.eu', is_primary: true }],
      loyalty_identifiers: [{ identifier: 'L-77' }],
      language_code: 'el',
      birthday: null,
      name_day: null,
      segments: [],
      referral_code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/),
      referred_by: null,
      created_on: Math.floor(server.clock.now.getTime() / 1000),
      wallet: { ...wallet, currency_code: 'EUR', balance: 0, open: 0, commerce: 0 },
    })
  })

  test('a form registers what JSON registers', async () => {
    const [json, form] = [await server.business(), await server.business()]
    const fields = new URLSearchParams({
      first_name: 'Anna',
      'phones[0][country_code]': 'CYP',
      'phones[0][number]': '22765432',
      'phones[1][number]': '99123456',
      'phones[1][is_primary]': 'true',
      'loyalty_identifiers[0][identifier]': 'L-77',
    })
    await json.call('POST', 'contacts', {
      first_name: 'Anna',
      phones: [
        { country_code: 'CYP', number: '22765432' },
        { number: '99123456', is_primary: true },
      ],
      loyalty_identifiers: [{ identifier: 'L-77' }],
    })
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await form.call('POST', 'contacts', fields.toString(), type)).status).toBe(200)
    const shown = async ({ call }: TestBusiness) => {
      const { id: _, code: __, referral_code: ___, ...rest } = (await call('GET', 'contacts')).body.content[0]
      return rest
    }
    expect(await shown(form)).toEqual(await shown(json))
  })

  test('a number without a country is one of the country whose time the business keeps', async () => {
    const { call } = await server.business({ timeZone: 'America/New_York', currency: 'USD' })
    await call('POST', 'contacts', { code: 'NY', phones: [{ number: '(212) 555-0100' }] })
    expect(await codes(call, 'phone=%2B12125550100')).toEqual(['NY'])
  })

  test('a number with a calling code is told with its country, wherever the business is', async () => {
    const { call } = await server.business({ timeZone: 'America/New_York', currency: 'USD' })
    const phones = [{ number: '+357 99 123456' }, { number: '(212) 555-0100' }]
    const { body } = await call('POST', 'contacts', { phones })
    const told = (await call('GET', `contacts/${body.id}`)).body.phones
    expect(told.map(({ country_code }: { country_code: string }) => country_code)).toEqual(['CYP', 'USA'])
  })

  test('the same idempotency key registers once', async () => {
    const { call } = await server.business()
    const once = { 'idempotency-key': 'anna' }
    const answers = [await call('POST', 'contacts', anna, once), await call('POST', 'contacts', anna, once)]
    expect(answers[1]?.text).toBe(answers[0]?.text)
    expect(await codes(call, '')).toEqual(['C-1'])
  })

  test.each`
    kind         | value                       | body
    ${'PHONE'}   | ${'+35799123456'}           | ${{ phones: [{ number: '00357 99123456' }] }}
    ${'EMAIL'}   | ${'anna.petrou@example.eu'} | ${{ emails: [{ email_address: 'ANNA.petrou@example.eu' }] }}
    ${'LOYALTY'} | ${'L-77'}                   | ${{ loyalty_identifiers: [{ identifier: 'L-77' }] }}
    ${'CARD'}    | ${'fp_9aX'}                 | ${{ cards: [{ identifier: 'fp_9aX' }] }}
    ${'CODE'}    | ${'C-1'}                    | ${{ code: 'C-1' }}
    ${'CARD'}    | ${'L-77'}                   | ${{ cards: [{ identifier: 'L-77' }] }}
  `('$kind $value of another contact is refused as taken', async ({ kind, value, body }) => {
    const { call } = await server.business()
    await call('POST', 'contacts', anna)
    const refused = await call('POST', 'contacts', { first_name: 'Other', ...body })
    expect(refused).toMatchObject({
      status: 400,
      body: {
        error: 'COM.CRM.EXCEPTIONS.CIMALREADYEXISTSFORANOTHERCONTACTEXCEPTION',
        parameters: [kind, value],
      },
    })
    expect(await codes(call, '')).toEqual(['C-1'])
  })

  test('eight tills that register one phone at once make one contact, and seven are told', async () => {
    const { call } = await server.business()
    const body = { phones: [{ number: '99123456' }] }
    const answers = await Promise.all(Array.from({ length: 8 }, () => call('POST', 'contacts', body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(400)])
    expect(await codes(call, 'phone=99123456')).toHaveLength(1)
  })

  test('an identifier given twice for one contact counts once', async () => {
    const { call } = await server.business()
    const phones = [{ number: '99123456' }, { number: '+357 99 123456' }]
    expect((await call('POST', 'contacts', { code: 'X', phones })).status).toBe(200)
    expect(await codes(call, 'phone=99123456')).toEqual(['X'])
  })

  test('an id of the caller’s is kept, and refused when it exists', async () => {
    const { call } = await server.business()
    const id = '0198a1b2-0000-7000-8000-00000000c0de'
    expect((await call('POST', 'contacts', { id: id.toUpperCase() })).body.id).toBe(id)
    const again = await call('POST', 'contacts', { id })
    expect(again).toMatchObject({
      status: 400,
      body: { error: 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION', parameters: ['id', id] },
    })
  })

  test.each`
    what                        | path                         | body
    ${'letters in a phone'}     | ${'phones[0].number'}        | ${{ phones: [{ number: '99x' }] }}
    ${'no country'}             | ${'phones[0].country_code'}  | ${{ phones: [{ number: '99123', country_code: 'X' }] }}
    ${'an e-mail without @'}    | ${'emails[0].email_address'} | ${{ emails: [{ email_address: 'anna' }] }}
    ${'an unknown type'}        | ${'contact_type'}            | ${{ contact_type: 'ROBOT' }}
    ${'an id that is no GUID'}  | ${'id'}                      | ${{ id: '7' }}
    ${'a list instead of text'} | ${'first_name'}              | ${{ first_name: ['Anna'] }}
    ${'a misspelt field'}       | ${'phones[0].nubmer'}        | ${{ phones: [{ nubmer: '9', number: '99123' }] }}
  `('$what is refused, naming $path', async ({ body, path }) => {
    const { call } = await server.business()
    const refused = await call('POST', 'contacts', body)
    expect(refused.status).toBe(400)
    expect(refused.body.field_errors[0].path).toBe(path)
    expect(await codes(call, '')).toEqual([])
  })

  test('an unknown field is refused with the name that was meant', async () => {
    const { call } = await server.business()
    const refused = await call('POST', 'contacts', { frist_name: 'Anna' })
    expect(refused.body.field_errors).toEqual([
      {
        path: 'frist_name',
        code: 'unknown_field',
        message: 'frist_name is not a known field; did you mean first_name?',
      },
    ])
  })
})

test.each([
  {
    where: 'in JSON',
    sent: ['POST', 'contacts', '{"phones":[{"number":"99123456","phone_type":"a\\u0000"}]}'] as const,
    field: 'phones[0].phone_type',
  },
  { where: 'in a form', sent: ['POST', 'contacts', 'first_name=a%00b'] as const, field: 'first_name' },
  { where: 'in a filter', sent: ['GET', 'contacts?code=a%00'] as const, field: 'code' },
  { where: 'in the address', sent: ['GET', 'contacts/a%00b'] as const, field: 'id' },
])(
  'a character that no text of the database holds is refused $where',
  async ({ where, sent: [method, path, body], field }) => {
    const { call } = await server.business()
    const type = where === 'in JSON' ? 'application/json' : 'application/x-www-form-urlencoded'
    const refused = await call(method, path, body, body === undefined ? {} : { 'content-type': type })
    expect([refused.status, refused.body.field_errors[0].path]).toEqual([400, field])
  },
)

describe('finding', () => {
  let business: TestBusiness
  let wallet: { readonly id: string; readonly code: string }
  beforeAll(async () => {
    business = await server.business()
    wallet = (await business.call('POST', 'contacts', anna)).body.wallet
    await business.call('POST', 'contacts', { code: 'C-2', first_name: 'Jo%', last_name: 'Annan' })
    await business.call('POST', 'contacts', { code: 'C-3', contact_type: 'COMPANY', last_name: 'Στάσις ΕΠΕ' })
  })

  test.each`
    query                                                    | found
    ${'phone=99123456'}                                      | ${['C-1']}
    ${'phone=%2B357%2099%20123456'}                          | ${['C-1']}
    ${'phone=0035799123456'}                                 | ${['C-1']}
    ${'phone=35799123456'}                                   | ${['C-1']}
    ${'phone=99123457'}                                      | ${[]}
    ${'phone=anna'}                                          | ${[]}
    ${'email_address=ANNA.petrou@example.eu'}                | ${['C-1']}
    ${'email_address=anna.petrou@example'}                   | ${[]}
    ${'cim=L-77'}                                            | ${['C-1']}
    ${'cim=fp_9aX'}                                          | ${['C-1']}
    ${'cim=99%20123%20456'}                                  | ${['C-1']}
    ${'code=C-1'}                                            | ${['C-1']}
    ${'code=L-77'}                                           | ${[]}
    ${'loyalty_identifier=L-77'}                             | ${['C-1']}
    ${'loyalty_identifier=L-7'}                              | ${[]}
    ${'phone=99123456&email_address=anna.petrou@example.eu'} | ${['C-1']}
    ${'phone=99123456&code=C-2'}                             | ${[]}
    ${'search_value=petr'}                                   | ${['C-1']}
    ${'search_value=anna'}                                   | ${['C-2', 'C-1']}
    ${'search_value=%CE%91%CE%BD%CE%BD%CE%B1%20pet'}         | ${['C-1']}
    ${'search_value=Petrou%20%CE%AC%CE%BD'}                  | ${['C-1']}
    ${'search_value=991'}                                    | ${['C-1']}
    ${'search_value=L-7'}                                    | ${['C-1']}
    ${'search_value=jo%25'}                                  | ${['C-2']}
    ${'search_value=%25%25%25'}                              | ${[]}
    ${'search_value=%CF%83%CF%84%CE%B1%CF%83%CE%B9%CF%83'}   | ${['C-3']}
    ${''}                                                    | ${['C-3', 'C-2', 'C-1']}
    ${'order=ASC&size=2'}                                    | ${['C-1', 'C-2']}
  `('by $query finds $found', async ({ query, found }) => {
    expect(await codes(business.call, query)).toEqual(found)
  })

  test('GET customers is GET contacts', async () => {
    const { call } = business
    const query = 'search_value=ann&include_wallet=true&include_total=true'
    const [contacts, customers] = [
      await call('GET', `contacts?${query}`),
      await call('GET', `customers?${query}`),
    ]
    expect(customers.body).toEqual(contacts.body)
    expect(contacts.body.paging).toEqual({ page: 1, size: 10, total: 2, has_more: false })
  })

  test('the wallet comes when it is asked for', async () => {
    const { call } = business
    const row = async (flags: string) => (await call('GET', `contacts?code=C-1${flags}`)).body.content[0]
    const shown = { ...wallet, currency_code: 'EUR', balance: 0, open: 0, commerce: 0 }
    expect(await row('')).not.toHaveProperty('wallet')
    expect((await row('&include_wallet=true')).wallet).toEqual(shown)
    expect((await row('&include_financials=true')).financials).toEqual({ wallet: shown })
    expect(await codes(call, `wallet_code=${wallet.code}`)).toEqual(['C-1'])
    expect(await codes(call, `wallet_code=${wallet.code.replace(/(.{4})/g, '$1%20')}`)).toEqual(['C-1'])
  })

  test.each(['C-1', 'c-1 by id', 'L-77', '99 123456', 'Anna.Petrou@example.eu', 'fp_9aX'])(
    'by %s in the path it is one contact',
    async (name) => {
      const { call } = business
      const { id } = (await call('GET', 'contacts?code=C-1')).body.content[0]
      const asked = name === 'c-1 by id' ? id.toUpperCase().replaceAll('-', '') : name
      expect(await call('GET', `contacts/${encodeURIComponent(asked)}`)).toMatchObject({
        status: 200,
        body: { id, code: 'C-1' },
      })
    },
  )

  test('nobody known by it is the guide’s own error', async () => {
    const unknown = '789dacae-cf71-414f-9483-ca88acaa46432'
    expect((await business.call('GET', `contacts/${unknown}`)).body).toMatchObject({
      status: 400,
      message: 'Record not found.',
      error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
      parameters: ['contact', unknown],
    })
  })

  test('another business’s contact is the same not-found, by id and by identifier', async () => {
    const { id } = (await business.call('GET', 'contacts?code=C-1')).body.content[0]
    const other = await server.business()
    for (const name of [id, 'C-1', 'L-77', '99123456']) {
      const { status, body } = await other.call('GET', `contacts/${name}`)
      expect([status, body.error, body.parameters]).toEqual([
        400,
        'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
        ['contact', name],
      ])
    }
    expect(await codes(other.call, 'phone=99123456')).toEqual([])
    expect(await codes(other.call, 'search_value=petr')).toEqual([])
  })

  test('loyalty identifiers have their own list', async () => {
    const { status, body } = await business.call('GET', 'contacts/C-1/loyalty_identifiers?include_total=true')
    expect({ status, ...body }).toEqual({
      status: 200,
      content: [{ identifier: 'L-77' }],
      paging: { page: 1, size: 10, total: 1, has_more: false },
    })
  })

  test.each`
    query                | path              | hint
    ${'number=99123456'} | ${'number'}       | ${'not a known field'}
    ${'email_adress=x'}  | ${'email_adress'} | ${'did you mean email_address?'}
    ${'search_value=an'} | ${'search_value'} | ${'3'}
    ${'size=101'}        | ${'size'}         | ${'100'}
  `('the filter $query is refused, not ignored', async ({ query, path, hint }) => {
    const { status, body } = await business.call('GET', `contacts?${query}`)
    expect([status, body.field_errors[0].path]).toEqual([400, path])
    expect(body.detail).toContain(hint)
  })

  describe('with a till’s key', () => {
    let till: Call
    beforeAll(async () => {
      till = await tillOf(business)
    })

    test.each(['contacts?phone=99123456', 'customers?search_value=petr', 'contacts/99123456'])(
      'GET %s shows initials and the end of the number, and nothing else of the person',
      async (path) => {
        const { status, body } = await till('GET', path)
        expect(status).toBe(200)
        const person = body.content?.[0] ?? body
        expect(person).toMatchObject({ code: 'C-1', name: 'Ά. P.', first_name: 'Ά.', last_name: 'P.' })
        expect(person.phones.map(({ number }: Row) => number)).toEqual(['·· 456', '·· 432'])
        expect(person).toMatchObject({ emails: [], loyalty_identifiers: [] })
        expect(JSON.stringify(person)).not.toMatch(/etrou|example|123456|L-77/)
      },
    )

    test('it cannot leaf through all customers', async () => {
      expect((await till('GET', 'contacts')).body).toMatchObject({
        status: 403,
        parameters: ['contacts:read'],
      })
      expect((await till('GET', 'customers?include_wallet=true')).status).toBe(403)
      const { status, body } = await till('GET', 'contacts?search_value=ann&page=2')
      expect([status, body.field_errors[0].path]).toEqual([400, 'page'])
    })

    test('it registers nobody and reads no list of identifiers', async () => {
      expect((await till('POST', 'contacts', {})).body).toMatchObject({
        status: 403,
        parameters: ['contacts:write'],
      })
      expect((await till('GET', 'contacts/C-1/loyalty_identifiers')).status).toBe(403)
    })
  })

  test('a key with neither scope is refused, naming both', async () => {
    const { body } = await business.call('POST', 'api_keys', { name: 'x', scopes: ['offers:read'] })
    const refused = await ask(server.url, body.key, { method: 'GET', path: 'contacts?code=C-1' })
    expect(refused.body).toMatchObject({ status: 403, parameters: ['contacts:read', 'purchases:write'] })
  })
})

test('the balance is what can be spent now: expired and future money is not in it', async () => {
  const { call, actor, work } = await server.business()
  const { tenant, business } = actor
  const start = server.clock.now
  const { body } = await call('POST', 'contacts', { code: 'RICH' })
  const owner = { tenant, id: body.wallet.id, currency: 'EUR' }
  const clearing = houseAccount('TOPUP_CLEARING', {
    tenant,
    organisation: business,
    currency: 'EUR',
    lane: 0,
  })

  const give = (amount: bigint, pool: PoolId | null, from: Date, until: Date | null) =>
    work(async ({ sql, at }) => {
      const [lot, journal] = [newId<LotId>(), newId()]
      const to = contactAccount(pool === null ? 'CONTACT_OPEN' : 'CONTACT_COMMERCE', owner)
      const movements: Movement[] = [{ kind: 'TOP_UP', from: clearing, to, amount, lot }]
      await post(sql, [{ id: journal, firstLine: 0, at, movements }])
      const empty = { funder: null, offer: null, expired: 0n, offerVersion: null, currency: 'EUR' }
      const times = { availableAt: from, expiresAt: until }
      await insertLots(
        sql,
        [{ tenant, id: lot, wallet: owner.id, pool, amount, remaining: amount, journal, ...times, ...empty }],
        at,
      )
    })
  const pool = newId<PoolId>()
  await give(500n, null, start, null)
  await give(200n, null, start, later(start, HOUR))
  await give(100n, pool, start, later(start, 3 * HOUR))
  await give(30n, pool, later(start, 2 * HOUR), null)

  const shown = async (at: Date) => {
    server.clock.now = at
    const { wallet } = (await call('GET', 'contacts/RICH')).body
    return [wallet.balance, wallet.open, wallet.commerce]
  }
  expect(await shown(start)).toEqual([8, 7, 1])
  expect(await shown(later(start, HOUR))).toEqual([6, 5, 1])
  expect(await shown(later(start, 2 * HOUR))).toEqual([6.3, 5, 1.3])
  expect(await shown(later(start, 3 * HOUR))).toEqual([5.3, 5, 0.3])
  server.clock.now = start
})
