import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'
import { readRevisions } from '../events/index.ts'
import { type ContactId, idOf } from '../kit/id.ts'
import { isMember, readMemberships } from './index.ts'
import { isAtDomain } from './scheme.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const schemes = [
  { code: 'ALL', name: 'All' },
  { code: 'CLUB', name: 'Club', sign_up_option: 'SELF_SIGN_UP' },
  {
    code: 'ACME',
    name: 'Staff of Acme',
    sign_up_option: 'CLOSE_LOOP_SIGN_UP',
    sign_up_method: 'EMAIL_DOMAIN',
    email_domains: ['acme.example'],
  },
]

async function withSchemes(): Promise<TestBusiness> {
  const business = await server.business()
  for (const scheme of schemes) await business.call('POST', 'reward_schemes', scheme)
  await business.call('POST', 'contacts', {
    code: 'MARIA',
    emails: [{ email_address: 'maria@home.example' }],
  })
  return business
}

const change = ({ call }: TestBusiness, reward_scheme_id: string, action?: string, contact = 'MARIA') =>
  call('POST', `contacts/${contact}/reward_schemes`, { reward_scheme_id, action })

const schemesOf = async ({ call }: TestBusiness, query = '', contact = 'MARIA') =>
  (await call('GET', `contacts/${contact}/reward_schemes${query}`)).body.content.map(
    ({ code }: { code: string }) => code,
  )

const joined = ({ work }: TestBusiness) =>
  work(({ db, actor }) =>
    db
      .selectFrom('events')
      .select('entity_id')
      .where('tenant', '=', actor.tenant)
      .where('type', '=', 'scheme.joined')
      .execute(),
  )

describe('isMember', () => {
  test.each`
    option                  | state         | last         | member
    ${'AUTO_SIGN_UP'}       | ${'ACTIVE'}   | ${undefined} | ${true}
    ${'AUTO_SIGN_UP'}       | ${'ACTIVE'}   | ${'IN'}      | ${true}
    ${'AUTO_SIGN_UP'}       | ${'ACTIVE'}   | ${'OUT'}     | ${false}
    ${'SELF_SIGN_UP'}       | ${'ACTIVE'}   | ${undefined} | ${false}
    ${'SELF_SIGN_UP'}       | ${'ACTIVE'}   | ${'IN'}      | ${true}
    ${'SELF_SIGN_UP'}       | ${'ACTIVE'}   | ${'OUT'}     | ${false}
    ${'CLOSE_LOOP_SIGN_UP'} | ${'ACTIVE'}   | ${undefined} | ${false}
    ${'CLOSE_LOOP_SIGN_UP'} | ${'ACTIVE'}   | ${'IN'}      | ${true}
    ${'CLOSE_LOOP_SIGN_UP'} | ${'ACTIVE'}   | ${'OUT'}     | ${false}
    ${'AUTO_SIGN_UP'}       | ${'INACTIVE'} | ${undefined} | ${false}
    ${'SELF_SIGN_UP'}       | ${'INACTIVE'} | ${'IN'}      | ${false}
  `('of an $state $option scheme, having gone $last: $member', ({ option, state, last, member }) => {
    expect(isMember({ signUp: { option, method: 'CODE' }, state }, last && { state: last })).toBe(member)
  })
})

test.each`
  email                            | domains                           | at
  ${'maria@acme.example'}          | ${['acme.example']}               | ${true}
  ${'Maria@ACME.example'}          | ${['other.test', 'acme.example']} | ${true}
  ${'maria@mail.acme.example'}     | ${['acme.example']}               | ${false}
  ${'maria@notacme.example'}       | ${['acme.example']}               | ${false}
  ${'maria@acme.example.evil.com'} | ${['acme.example']}               | ${false}
  ${'acme.example@home.example'}   | ${['acme.example']}               | ${false}
`('$email is at one of $domains: $at', ({ email, domains, at }) => {
  expect(isAtDomain(email, domains)).toBe(at)
})

describe('a contact', () => {
  test('takes part in what is for everybody, until it signs out, and again when it signs up', async () => {
    const business = await withSchemes()
    expect(await schemesOf(business)).toEqual(['ALL'])
    expect(await schemesOf(business, '?is_signed=false')).toEqual(['ACME', 'CLUB'])
    const now = Math.floor(server.clock.now.getTime() / 1000)
    expect((await change(business, 'ALL', 'SIGN_OUT')).body).toMatchObject({
      code: 'ALL',
      is_signed: false,
      action: 'SIGN_OUT',
      signed_up_on: null,
      signed_out_on: now,
    })
    expect(await schemesOf(business)).toEqual([])
    expect((await change(business, 'ALL')).body).toMatchObject({ is_signed: true, signed_up_on: now })
    expect(await schemesOf(business)).toEqual(['ALL'])
  })

  test('signs up by itself, by the id or the code of the scheme, and that is recorded', async () => {
    const business = await withSchemes()
    const { call } = business
    const club = (await call('GET', 'reward_schemes/CLUB')).body
    const { id } = (await call('GET', 'contacts/MARIA')).body
    const { status, body } = await change(business, club.id)
    const now = Math.floor(server.clock.now.getTime() / 1000)
    const { email_domains: _, created_on: __, ...shown } = club
    expect({ status, ...body }).toEqual({
      status: 200,
      ...shown,
      is_signed: true,
      action: 'SIGN_UP',
      signed_up_on: now,
      signed_out_on: null,
    })
    expect((await call('GET', `contacts/${id}/reward_schemes?order=ASC`)).body.content).toMatchObject([
      { code: 'ALL', is_signed: true, action: null, signed_up_on: null },
      body,
    ])
    expect(await joined(business)).toEqual([{ entity_id: id }])
  })

  test('that signs up twice did so once, also at the same moment', async () => {
    const business = await withSchemes()
    const start = server.clock.now
    const answers = await Promise.all(Array.from({ length: 6 }, () => change(business, 'CLUB')))
    server.clock.now = new Date(start.getTime() + 3_600_000)
    answers.push(await change(business, 'CLUB'))
    server.clock.now = start
    for (const { text } of answers) expect(text).toBe(answers[0]?.text)
    expect(await joined(business)).toHaveLength(1)
  })

  test('that signs out twice, or was never in, is out', async () => {
    const business = await withSchemes()
    expect((await change(business, 'CLUB', 'SIGN_OUT')).body).toMatchObject({
      is_signed: false,
      action: null,
    })
    await change(business, 'CLUB')
    for (const action of ['SIGN_OUT', 'SIGNOUT', 'SIGNOFF']) {
      expect((await change(business, 'CLUB', action)).body).toMatchObject({
        is_signed: false,
        action: 'SIGN_OUT',
      })
    }
    expect((await change(business, 'CLUB', 'SIGNUP')).body).toMatchObject({ action: 'SIGN_UP' })
    expect(await joined(business)).toHaveLength(2)
  })

  test('belongs to a closed loop by an e-mail address at its domain, in no other way', async () => {
    const business = await withSchemes()
    const { call } = business
    const refused = await change(business, 'ACME')
    expect(refused.body).toMatchObject({
      status: 400,
      error: 'CRM.EXCEPTIONS.INVALIDVALUEEXCEPTION',
      parameters: ['emails', 'acme.example'],
    })
    await call('PUT', 'contacts/MARIA', { emails: [{ email_address: 'maria@mail.acme.example' }] })
    expect((await change(business, 'ACME')).status).toBe(400)
    const emails = [{ email_address: 'maria@home.example' }, { email_address: 'Maria@Acme.example' }]
    await call('PUT', 'contacts/MARIA', { emails })
    expect((await change(business, 'ACME')).body).toMatchObject({ is_signed: true })
  })

  test('does not sign up to what is inactive, and may leave it', async () => {
    const business = await withSchemes()
    const { call } = business
    await change(business, 'CLUB')
    await call('PUT', 'reward_schemes/CLUB', { state: 'INACTIVE' })
    expect((await change(business, 'CLUB')).body).toMatchObject({ is_signed: true, state: 'INACTIVE' })
    expect((await change(business, 'CLUB', 'SIGN_OUT')).body).toMatchObject({ is_signed: false })
    expect((await change(business, 'CLUB')).body).toMatchObject({
      error: 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION',
      parameters: ['reward_scheme', 'INACTIVE'],
    })
  })

  test.each`
    contact     | sent                                                  | parameters
    ${'NOBODY'} | ${{ reward_scheme_id: 'CLUB' }}                       | ${['contact', 'NOBODY']}
    ${'MARIA'}  | ${{ reward_scheme_id: 'NONE' }}                       | ${['reward_scheme', 'NONE']}
    ${'MARIA'}  | ${{}}                                                 | ${['reward_scheme_id']}
    ${'MARIA'}  | ${{ reward_scheme_id: 'CLUB', action: 'JOIN' }}       | ${['action']}
    ${'MARIA'}  | ${{ reward_scheme_id: 'CLUB', sign_up_code: 'GOLD' }} | ${['sign_up_code', '"GOLD"']}
    ${'MARIA'}  | ${{ reward_scheme_id: 'ACME', sign_up_code: 'GOLD' }} | ${['sign_up_code', '"GOLD"']}
  `('$contact with $sent is refused', async ({ contact, sent, parameters }) => {
    const business = await withSchemes()
    const refused = await business.call('POST', `contacts/${contact}/reward_schemes`, sent)
    expect([refused.status, refused.body.parameters]).toEqual([400, parameters])
    expect(await joined(business)).toEqual([])
  })

  test('of another business is not found', async () => {
    await withSchemes()
    const other = await server.business()
    expect((await change(other, 'CLUB')).body.parameters).toEqual(['contact', 'MARIA'])
    expect((await other.call('GET', 'contacts/MARIA/reward_schemes')).body.parameters).toEqual([
      'contact',
      'MARIA',
    ])
  })

  test('is signed up by a key with contacts:write, and seen by one with contacts:read', async () => {
    const { call } = await withSchemes()
    const { key } = (await call('POST', 'api_keys', { name: 'till', scopes: ['purchases:write'] })).body
    const path = 'contacts/MARIA/reward_schemes'
    const body = { reward_scheme_id: 'CLUB' }
    expect((await ask(server.url, key, { method: 'POST', path, body })).body.parameters).toEqual([
      'contacts:write',
    ])
    expect((await ask(server.url, key, { method: 'GET', path })).body.parameters).toEqual(['contacts:read'])
  })
})

test('a membership is no configuration', async () => {
  const business = await withSchemes()
  const revision = () => business.work(({ sql, actor }) => readRevisions(sql, [actor.tenant]))
  const before = await revision()
  await change(business, 'CLUB')
  await change(business, 'CLUB', 'SIGN_OUT')
  expect(await revision()).toEqual(before)
})

test('the memberships of many contacts, of several businesses, are read at once', async () => {
  const [one, two] = [await withSchemes(), await withSchemes()]
  await one.call('POST', 'contacts', { code: 'PETROS' })
  await change(one, 'CLUB')
  await change(one, 'ALL', 'SIGN_OUT')
  await change(one, 'CLUB', 'SIGN_UP', 'PETROS')
  await change(two, 'CLUB')
  const idIn = async ({ call }: TestBusiness, path: string) => (await call('GET', path)).body.id
  const keyOf = async (business: TestBusiness, contact: string) => ({
    tenant: business.actor.tenant,
    contact: await idIn(business, `contacts/${contact}`),
  })
  const [maria, petros, other] = [
    await keyOf(one, 'MARIA'),
    await keyOf(one, 'PETROS'),
    await keyOf(two, 'MARIA'),
  ]
  const stranger = { tenant: two.actor.tenant, contact: maria.contact }
  const keys = [maria, petros, other, stranger].map(({ tenant, contact }) => ({
    tenant,
    contact: idOf<ContactId>(contact),
  }))
  const found = await one.work(({ sql }) => readMemberships(sql, keys))
  const [club, all, otherClub] = [
    await idIn(one, 'reward_schemes/CLUB'),
    await idIn(one, 'reward_schemes/ALL'),
    await idIn(two, 'reward_schemes/CLUB'),
  ]
  expect(found).toHaveLength(4)
  expect(found).toEqual(
    expect.arrayContaining([
      { ...maria, scheme: club, state: 'IN' },
      { ...maria, scheme: all, state: 'OUT' },
      { ...petros, scheme: club, state: 'IN' },
      { ...other, scheme: otherClub, state: 'IN' },
    ]),
  )
  expect(await one.work(({ sql }) => readMemberships(sql, []))).toEqual([])
})

test('a scheme is deleted or signed up to, never both at the same moment', async () => {
  const business = await withSchemes()
  const { call } = business
  for (let round = 0; round < 6; round++) {
    const { id } = (await call('POST', 'reward_schemes', { name: 'Short', sign_up_option: 'SELF_SIGN_UP' }))
      .body
    const both = await Promise.all([change(business, id), call('DELETE', `reward_schemes/${id}`)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400])
  }
})
