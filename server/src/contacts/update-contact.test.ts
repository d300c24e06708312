import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const anna = {
  code: 'ANNA',
  first_name: 'Anna',
  last_name: 'Petrou',
  birthday: '1990-05-31',
  name_day: '07-26',
  segments: ['VIP'],
  referral_code: 'ANNA-90',
  phones: [{ number: '+357 99 123456' }, { number: '+357 22 765432', phone_type: 'LANDLINE' }],
  emails: [{ email_address: 'anna@example.eu' }],
  loyalty_identifiers: [{ identifier: 'L-1' }],
  cards: [{ identifier: 'fp-1' }],
}

async function withAnna(): Promise<TestBusiness> {
  const business = await server.business()
  await business.call('POST', 'contacts', anna)
  return business
}

const updates = ({ work, actor }: TestBusiness) =>
  work(({ db }) =>
    db
      .selectFrom('events')
      .select('entity_id')
      .where('tenant', '=', actor.tenant)
      .where('type', '=', 'contact.updated')
      .execute(),
  )

const found = async ({ call }: TestBusiness, query: string) =>
  (await call('GET', `contacts?${query}`)).body.content.map(({ code }: { code: string }) => code)

describe('a change of a contact', () => {
  test('keeps what it leaves out and tells of itself once', async () => {
    const business = await withAnna()
    const { call } = business
    const before = (await call('GET', 'contacts/ANNA')).body
    const change = { last_name: 'Petrou-Stavrou', segments: ['students', 'VIP', 'students'] }
    const { status, body } = await call('PUT', 'contacts/ANNA', change)
    const after = {
      ...before,
      name: 'Anna Petrou-Stavrou',
      last_name: 'Petrou-Stavrou',
      segments: ['students', 'VIP'],
    }
    expect({ status, ...body }).toEqual({ status: 200, ...after })
    expect((await call('GET', `contacts/${before.id}`)).body).toEqual(after)
    expect(await updates(business)).toEqual([{ entity_id: before.id }])
    expect(await found(business, 'search_value=petrou-st')).toEqual(['ANNA'])
  })

  test('clears with null', async () => {
    const { call } = await withAnna()
    const nothing = {
      first_name: null,
      last_name: null,
      birthday: null,
      name_day: null,
      segments: null,
      phones: null,
      emails: [],
      loyalty_identifiers: null,
    }
    const { body } = await call('PUT', 'contacts/ANNA', nothing)
    expect(body).toMatchObject({ ...nothing, segments: [], phones: [], loyalty_identifiers: [] })
    expect(body).toMatchObject({ name: 'ANNA', code: 'ANNA', referral_code: 'ANNA-90' })
  })

  test('that changes nothing is no event, in whatever order and writing it comes', async () => {
    const business = await withAnna()
    const { cards: _, code: __, ...same } = anna
    const phones = [
      { number: '+357 22 765432', phone_type: 'LANDLINE' },
      { number: '+357 99 123456', is_primary: true },
    ]
    const emails = [{ email_address: 'ANNA@example.eu' }]
    for (const change of [{}, same, { ...same, phones, emails, referral_code: 'anna-90' }]) {
      expect((await business.call('PUT', 'contacts/ANNA', change)).status).toBe(200)
    }
    expect(await updates(business)).toEqual([])
  })

  test('puts new identifiers in the place of the old ones of their kind, and no other', async () => {
    const business = await withAnna()
    const { body } = await business.call('PUT', 'contacts/ANNA', {
      phones: [{ number: '+357 99 123456' }, { number: '+357 99 700001', is_primary: true }],
      loyalty_identifiers: [{ identifier: 'L-2' }],
    })
    expect(body.phones.map(({ number }: { number: string }) => number)).toEqual([
      '+357 99 700001',
      '+357 99 123456',
    ])
    for (const cim of ['99700001', '99123456', 'L-2', 'fp-1', 'anna@example.eu', 'ANNA']) {
      expect(await found(business, `cim=${cim}`)).toEqual(['ANNA'])
    }
    for (const cim of ['22765432', 'L-1']) expect(await found(business, `cim=${cim}`)).toEqual([])
  })

  test('frees what it takes away for another contact', async () => {
    const { call } = await withAnna()
    await call('PUT', 'contacts/ANNA', { phones: null })
    expect((await call('POST', 'contacts', { phones: anna.phones })).status).toBe(200)
  })

  test.each`
    body                                                  | error                                  | parameters
    ${{ phones: [{ number: '+35799700002' }] }}           | ${'CIMALREADYEXISTSFORANOTHERCONTACT'} | ${['PHONE', '+35799700002']}
    ${{ loyalty_identifiers: [{ identifier: 'OTHER' }] }} | ${'CIMALREADYEXISTSFORANOTHERCONTACT'} | ${['LOYALTY', 'OTHER']}
    ${{ referral_code: 'other-1' }}                       | ${'ALREADYEXISTS'}                     | ${['referral_code', 'OTHER-1']}
    ${{ birthday: '2999-01-01' }}                         | ${'INVALIDVALUE'}                      | ${['birthday', '"2999-01-01"']}
    ${{ birthday: '1990-02-30' }}                         | ${'INVALIDVALUE'}                      | ${['birthday']}
    ${{ referral_code: null }}                            | ${'INVALIDVALUE'}                      | ${['referral_code']}
    ${{ referral_code_used: 'OTHER-1' }}                  | ${'INVALIDVALUE'}                      | ${['referral_code_used']}
  `('to $body is refused and changes nothing', async ({ body, error, parameters }) => {
    const business = await withAnna()
    const { call } = business
    const phones = [{ number: '+357 99 700002' }]
    await call('POST', 'contacts', { code: 'OTHER', referral_code: 'OTHER-1', phones })
    const before = (await call('GET', 'contacts/ANNA')).body
    const refused = await call('PUT', 'contacts/ANNA', { first_name: 'Changed', ...body })
    expect(refused.status).toBe(400)
    expect(refused.body.error).toContain(`.${error}EXCEPTION`)
    expect(refused.body.parameters).toEqual(parameters)
    expect((await call('GET', 'contacts/ANNA')).body).toEqual(before)
    expect(await updates(business)).toEqual([])
  })

  test('of another business is not found, and a till may make none', async () => {
    const [business, other] = [await withAnna(), await server.business()]
    const { id } = (await business.call('GET', 'contacts/ANNA')).body
    for (const name of [id, 'ANNA']) {
      expect((await other.call('PUT', `contacts/${name}`, { first_name: 'X' })).body).toMatchObject({
        error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
        parameters: ['contact', name],
      })
    }
    const { key } = (await business.call('POST', 'api_keys', { name: 'till', scopes: ['purchases:write'] }))
      .body
    const refused = await ask(server.url, key, {
      method: 'PUT',
      path: 'contacts/ANNA',
      body: { first_name: 'X' },
    })
    expect(refused.body).toMatchObject({ status: 403, parameters: ['contacts:write'] })
  })

  test('is seen masked by a key that may write and not read', async () => {
    const { call } = await withAnna()
    const { key } = (await call('POST', 'api_keys', { name: 'form', scopes: ['contacts:write'] })).body
    const answer = await ask(server.url, key, {
      method: 'PUT',
      path: 'contacts/ANNA',
      body: { segments: ['students'] },
    })
    expect(answer.body).toMatchObject({ name: 'A. P.', emails: [] })
    expect(answer.text).not.toMatch(/etrou|1990-05-31|students|ANNA-90|birthday/)
  })
})

test('many changes at once of one contact are all kept', async () => {
  const business = await withAnna()
  const changes = [
    { first_name: 'Joanna' },
    { last_name: 'Stavrou' },
    { birthday: '1991-01-01' },
    { name_day: '09-09' },
    { segments: ['students'] },
    { language_code: 'EL' },
  ]
  const answers = await Promise.all(changes.map((change) => business.call('PUT', 'contacts/ANNA', change)))
  expect(answers.map(({ status }) => status)).toEqual(changes.map(() => 200))
  const merged = Object.assign({}, ...changes, { language_code: 'el' })
  expect((await business.call('GET', 'contacts/ANNA')).body).toMatchObject(merged)
  expect(await updates(business)).toHaveLength(changes.length)
})

test('a value may identify one contact in several ways, such as a card’s number that is the code too', async () => {
  const business = await server.business()
  const { call } = business
  const loyalty_identifiers = [{ identifier: 'K-7' }]
  expect((await call('POST', 'contacts', { code: 'K-7', loyalty_identifiers })).status).toBe(200)
  for (const query of ['code=K-7', 'loyalty_identifier=K-7', 'cim=K-7']) {
    expect(await found(business, query)).toEqual(['K-7'])
  }
  expect((await call('GET', 'contacts/K-7')).body.code).toBe('K-7')
})
