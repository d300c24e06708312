import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, ask, startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'
import { findContacts, isProfileComplete } from './index.ts'
import { isDayOfYear, makeReferralCode } from './profile.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const maria = {
  code: 'MARIA',
  first_name: 'Maria',
  last_name: 'Petrou',
  birthday: '1992-02-29',
  name_day: '02-29',
  segments: [' VIP ', 'students', 'VIP'],
  referral_code: 'maria-92',
  emails: [{ email_address: 'maria@example.eu' }],
}

const fieldsOf = ({ body }: Answer) => body.field_errors.map(({ path }: { path: string }) => path)

describe('a profile', () => {
  test('is registered with the contact and shown to who may see people', async () => {
    const { call } = await server.business()
    const { body } = await call('POST', 'contacts', maria)
    const known = {
      birthday: '1992-02-29',
      name_day: '02-29',
      segments: ['VIP', 'students'],
      referral_code: 'MARIA-92',
      referred_by: null,
    }
    expect((await call('GET', `contacts/${body.id}`)).body).toMatchObject(known)
    expect((await call('GET', 'contacts')).body.content).toMatchObject([known])
  })

  test('is nothing that a till sees', async () => {
    const business = await server.business()
    await business.call('POST', 'contacts', maria)
    const till = await tillOf(business)
    const { status, text } = await till('contacts/MARIA')
    expect(status).toBe(200)
    expect(text).not.toMatch(/1992-02-29|"02-29"|VIP|MARIA-92|birthday|name_day|segment|referr/)
  })

  test.each`
    field              | value
    ${'birthday'}      | ${'1991-02-29'}
    ${'birthday'}      | ${'29/02/1992'}
    ${'birthday'}      | ${'0000-01-01'}
    ${'birthday'}      | ${'1899-12-31'}
    ${'name_day'}      | ${'02-30'}
    ${'name_day'}      | ${'13-01'}
    ${'name_day'}      | ${'1-1'}
    ${'segments'}      | ${Array.from({ length: 101 }, (_, index) => `S${index}`)}
    ${'segments[1]'}   | ${['VIP', ' ']}
    ${'segments[0]'}   | ${['x'.repeat(101)]}
    ${'referral_code'} | ${'abc'}
  `('with $field $value is refused, naming the field', async ({ field, value }) => {
    const { call } = await server.business()
    const refused = await call('POST', 'contacts', { [field.replace(/\[\d\]/, '')]: value })
    expect([refused.status, ...fieldsOf(refused)]).toEqual([400, field])
  })

  test('may begin today, where the business is, and no later', async () => {
    const start = server.clock.now
    server.clock.now = new Date('2026-11-23T22:30:00Z')
    const { call } = await server.business({ timeZone: 'Europe/Nicosia' })
    expect((await call('POST', 'contacts', { birthday: '2026-11-24' })).status).toBe(200)
    const refused = await call('POST', 'contacts', { birthday: '2026-11-25' })
    expect(refused.body.detail).toBe(
      'birthday is "2026-11-25"; a day that is not in the future is needed; today is 2026-11-24',
    )
    server.clock.now = start
  })

  test('comes with a look-up for a purchase, by id as by identifier', async () => {
    const { call, actor, work } = await server.business()
    const { body } = await call('POST', 'contacts', maria)
    await call('POST', 'contacts', { code: 'NOBODY' })
    const { tenant } = actor
    const keys = [
      { tenant, key: { by: 'ID', id: body.id } },
      { tenant, key: { by: 'IDENTIFIER', kind: undefined, value: 'maria@example.eu' } },
      { tenant, key: { by: 'IDENTIFIER', kind: 'CODE', value: 'NOBODY' } },
    ] as const
    const found = await work(({ sql }) => findContacts(sql, keys))
    const known = { birthday: '1992-02-29', nameDay: '02-29', segments: ['VIP', 'students'] }
    const unknown = { birthday: null, nameDay: null, segments: [] }
    expect(found).toMatchObject([[known], [known], [unknown]])
    for (const [contact] of found) expect(contact?.createdAt).toEqual(server.clock.now)
  })

  test.each`
    contact                                                                       | complete
    ${{ firstName: 'A', lastName: 'P', birthday: '1992-02-29', known: 'PHONE' }}  | ${true}
    ${{ firstName: 'A', lastName: 'P', birthday: '1992-02-29', known: 'EMAIL' }}  | ${true}
    ${{ firstName: 'A', lastName: 'P', birthday: '1992-02-29', known: 'CARD' }}   | ${false}
    ${{ firstName: 'A', lastName: 'P', birthday: null, known: 'PHONE' }}          | ${false}
    ${{ firstName: 'A', lastName: null, birthday: '1992-02-29', known: 'PHONE' }} | ${false}
    ${{ firstName: null, lastName: 'P', birthday: '1992-02-29', known: 'PHONE' }} | ${false}
  `('of $contact is complete: $complete', ({ contact: { known, ...contact }, complete }) => {
    expect(isProfileComplete({ ...contact, identifiers: [{ kind: 'CODE' }, { kind: known }] })).toBe(complete)
  })

  test('a day of the year is one that some year has', () => {
    const days = ['01-01', '02-29', '12-31']
    const others = ['00-10', '02-30', '04-31', '12-32', '13-01', '6-1', '06-01 ', '']
    expect([...days, ...others].filter(isDayOfYear)).toEqual(days)
  })
})

describe('a referral', () => {
  test('names who sent the new contact, however the code is written', async () => {
    const { call } = await server.business()
    const { id } = (await call('POST', 'contacts', maria)).body
    await call('POST', 'contacts', { code: 'FRIEND', referral_code_used: ' Maria-92 ' })
    const friend = (await call('GET', 'contacts/FRIEND')).body
    expect(friend.referred_by).toEqual({ id, code: 'MARIA' })
    const next = await call('POST', 'contacts', { referral_code_used: friend.referral_code.toLowerCase() })
    expect((await call('GET', `contacts/${next.body.id}`)).body.referred_by.code).toBe('FRIEND')
  })

  test('by a code that nobody has, or that another business knows, is refused and registers nobody', async () => {
    const [{ call }, other] = [await server.business(), await server.business()]
    await other.call('POST', 'contacts', maria)
    const refused = await call('POST', 'contacts', { code: 'FRIEND', referral_code_used: 'MARIA-92' })
    expect(refused).toMatchObject({
      status: 400,
      body: {
        error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
        parameters: ['referral_code', 'MARIA-92'],
        field_errors: [{ path: 'referral_code_used' }],
      },
    })
    expect((await call('GET', 'contacts')).body.content).toEqual([])
  })

  test('code belongs to one contact only, also when two ask for it at once', async () => {
    const { call } = await server.business()
    const asked = Array.from({ length: 6 }, () => call('POST', 'contacts', { referral_code: 'SUMMER' }))
    const answers = await Promise.all(asked)
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(5).fill(400)])
    const refused = answers.find(({ status }) => status === 400)
    expect(refused?.body).toMatchObject({
      error: 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION',
      parameters: ['referral_code', 'SUMMER'],
    })
  })

  test('codes that are made up have eight characters that are not mistaken for each other', () => {
    const made = Array.from({ length: 1_000 }, makeReferralCode)
    expect(made.filter((code) => !/^[0-9A-HJKMNP-TV-Z]{8}$/.test(code))).toEqual([])
    expect(new Set(made).size).toBe(1_000)
  })
})

describe('a segment', () => {
  test('finds exactly its contacts, of this business', async () => {
    const [business, other] = [await server.business(), await server.business()]
    const { call } = business
    for (const { call: ask } of [business, other]) await ask('POST', 'contacts', maria)
    await call('POST', 'contacts', { code: 'STUDENT', segments: ['students'] })
    const codes = async (query: string) =>
      (await call('GET', `contacts?${query}`)).body.content.map(({ code }: { code: string }) => code)
    expect(await codes('segment=students')).toEqual(['STUDENT', 'MARIA'])
    expect(await codes('segment=VIP')).toEqual(['MARIA'])
    expect(await codes('segment=VI')).toEqual([])
    expect(await codes('segment=vip')).toEqual([])
    expect(await codes('segment=students&code=STUDENT')).toEqual(['STUDENT'])
    const counted = await call('GET', 'contacts?segment=students&include_total=true')
    expect(counted.body.paging.total).toBe(2)
  })

  test('is no filter for a till, not even beside a name', async () => {
    const business = await server.business()
    await business.call('POST', 'contacts', maria)
    const till = await tillOf(business)
    for (const query of ['segment=VIP', 'segment=VIP&code=MARIA']) {
      expect((await till(`contacts?${query}`)).body).toMatchObject({
        status: 403,
        parameters: ['contacts:read'],
      })
    }
  })
})

async function tillOf({ call }: TestBusiness): Promise<(path: string) => Promise<Answer>> {
  const { body } = await call('POST', 'api_keys', { name: 'till', scopes: ['purchases:write'] })
  return (path) => ask(server.url, body.key, { method: 'GET', path })
}
