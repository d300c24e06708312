import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'
import { openShop } from '../../test/shop.ts'
import { createApiKey } from '../access/index.ts'
import { readRevisions } from '../events/index.ts'
import { API_VERSION } from '../http/index.ts'
import { idOf, type OrganisationId } from '../kit/id.ts'
import { ensureDefaultScheme, readSchemes } from './index.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const revisionOf = ({ work }: TestBusiness) =>
  work(async ({ sql, actor }) => (await readRevisions(sql, [actor.tenant]))[0]?.configuration ?? 0n)

const acme = {
  code: 'ACME',
  name: 'Staff of Acme',
  description: 'Lunch at cost',
  sign_up_option: 'CLOSE_LOOP_SIGN_UP',
  sign_up_method: 'EMAIL_DOMAIN',
  email_domains: ['@Acme.example', 'acme.test', 'acme.example'],
}

async function withAcme(): Promise<TestBusiness> {
  const business = await server.business()
  await business.call('POST', 'reward_schemes', acme)
  return business
}

describe('a scheme', () => {
  test('is created with everything and reads back by id and by code', async () => {
    const { call } = await server.business()
    const { status, body } = await call('POST', 'reward_schemes', acme)
    expect({ status, ...body }).toEqual({
      status: 200,
      ...acme,
      id: expect.any(String),
      email_domains: ['acme.example', 'acme.test'],
      state: 'ACTIVE',
      created_on: Math.floor(server.clock.now.getTime() / 1000),
    })
    for (const name of [body.id, 'ACME']) {
      expect((await call('GET', `reward_schemes/${name}`)).body).toEqual(body)
    }
  })

  test('that only has a name is for everybody and gets a code', async () => {
    const { call } = await server.business()
    const { body } = await call('POST', 'reward_schemes', { name: 'All' })
    expect(body).toMatchObject({
      code: expect.stringMatching(/^\w{12}$/),
      description: null,
      sign_up_option: 'AUTO_SIGN_UP',
      sign_up_method: null,
      email_domains: [],
      state: 'ACTIVE',
    })
  })

  test('comes as a form just as well', async () => {
    const { call } = await server.business()
    const form =
      'name=Form&sign_up_option=CLOSE_LOOP_SIGN_UP&sign_up_method=EMAIL_DOMAIN&email_domains[0]=a.example'
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await call('POST', 'reward_schemes', form, type)).body).toMatchObject({
      sign_up_method: 'EMAIL_DOMAIN',
      email_domains: ['a.example'],
    })
  })

  test.each`
    body                                                                   | path
    ${{ sign_up_option: 'CLOSE_LOOP_SIGN_UP' }}                            | ${'sign_up_method'}
    ${{ sign_up_option: 'CLOSE_LOOP_SIGN_UP', sign_up_method: null }}      | ${'sign_up_method'}
    ${{ ...acme, email_domains: [] }}                                      | ${'email_domains'}
    ${{ ...acme, email_domains: undefined }}                               | ${'email_domains'}
    ${{ ...acme, email_domains: ['acme'] }}                                | ${'email_domains[0]'}
    ${{ ...acme, email_domains: ['a@acme.example'] }}                      | ${'email_domains[0]'}
    ${{ ...acme, sign_up_method: 'CODE' }}                                 | ${'email_domains'}
    ${{ sign_up_option: 'SELF_SIGN_UP', sign_up_method: 'CODE' }}          | ${'sign_up_method'}
    ${{ sign_up_option: 'AUTO_SIGN_UP', email_domains: ['acme.example'] }} | ${'email_domains'}
    ${{ sign_up_option: 'OPEN' }}                                          | ${'sign_up_option'}
    ${{ state: 'DRAFT' }}                                                  | ${'state'}
    ${{ name: ' ' }}                                                       | ${'name'}
  `('$body is refused, naming $path', async ({ body, path }) => {
    const { call } = await server.business()
    const refused = await call('POST', 'reward_schemes', { name: 'Wrong', ...body, code: 'WRONG' })
    expect([refused.status, refused.body.field_errors[0].path]).toEqual([400, path])
    expect((await call('GET', 'reward_schemes/WRONG')).status).toBe(400)
  })

  test('has a code of its own', async () => {
    const { call } = await withAcme()
    const taken = { error: 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION', parameters: ['code', 'ACME'] }
    expect((await call('POST', 'reward_schemes', { name: 'X', code: 'ACME' })).body).toMatchObject(taken)
    await call('POST', 'reward_schemes', { name: 'X', code: 'OTHER' })
    expect((await call('PUT', 'reward_schemes/OTHER', { code: 'ACME' })).body).toMatchObject(taken)
  })

  test('of another business is not found', async () => {
    await withAcme()
    const other = await server.business()
    const notFound = {
      status: 400,
      error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
      parameters: ['reward_scheme', 'ACME'],
    }
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      const sent = method === 'PUT' ? { name: 'Mine' } : undefined
      expect((await other.call(method, 'reward_schemes/ACME', sent)).body).toMatchObject(notFound)
    }
  })

  test('is not changed by the key of one merchant, nor by one that may only read', async () => {
    const shop = await openShop(server)
    await shop.call('POST', 'reward_schemes', acme)
    const keyWith = (scopes: readonly ['*' | 'offers:read'], organisation?: OrganisationId) =>
      shop.work((work) =>
        createApiKey(work, {
          name: 'key',
          kind: 'SECRET',
          scopes,
          apiVersion: API_VERSION,
          ...(organisation && { organisation }),
        }),
      )
    const keys = [await keyWith(['*'], idOf<OrganisationId>(shop.merchant)), await keyWith(['offers:read'])]
    for (const { key } of keys) {
      for (const method of ['PUT', 'DELETE'] as const) {
        const path = 'reward_schemes/ACME'
        const refused = await ask(server.url, key, { method, path, body: method === 'PUT' ? {} : undefined })
        expect(refused.status).toBe(403)
      }
    }
  })
})

describe('a change of a scheme', () => {
  test('keeps what it leaves out, clears with null, and raises the revision', async () => {
    const business = await withAcme()
    const before = await revisionOf(business)
    const { body } = await business.call('PUT', 'reward_schemes/ACME', { name: 'Acme', description: null })
    expect(body).toMatchObject({
      code: 'ACME',
      name: 'Acme',
      description: null,
      sign_up_method: 'EMAIL_DOMAIN',
      email_domains: ['acme.example', 'acme.test'],
    })
    expect(await revisionOf(business)).toBe(before + 1n)
  })

  test('that changes nothing raises nothing', async () => {
    const business = await withAcme()
    const before = await revisionOf(business)
    for (const change of [{}, acme]) {
      expect((await business.call('PUT', 'reward_schemes/ACME', change)).status).toBe(200)
    }
    expect(await revisionOf(business)).toBe(before)
  })

  test('of the way to sign up ends what belonged to the old way', async () => {
    const { call } = await withAcme()
    const byCode = await call('PUT', 'reward_schemes/ACME', { sign_up_method: 'CODE' })
    expect(byCode.body).toMatchObject({ sign_up_method: 'CODE', email_domains: [] })
    const open = await call('PUT', 'reward_schemes/ACME', { sign_up_option: 'SELF_SIGN_UP' })
    expect(open.body).toMatchObject({ sign_up_option: 'SELF_SIGN_UP', sign_up_method: null })
    const back = await call('PUT', 'reward_schemes/ACME', { sign_up_option: 'CLOSE_LOOP_SIGN_UP' })
    expect(back.body.field_errors[0].path).toBe('sign_up_method')
  })
})

describe('a deletion', () => {
  test('takes the scheme away, frees its code, and is the same when it comes again', async () => {
    const business = await withAcme()
    const { call } = business
    const { body } = await call('GET', 'reward_schemes/ACME')
    const before = await revisionOf(business)
    expect((await call('DELETE', 'reward_schemes/ACME')).body).toEqual(body)
    expect(await revisionOf(business)).toBe(before + 1n)
    expect(await call('DELETE', `reward_schemes/${body.id}`)).toMatchObject({ status: 200, body })
    expect(await revisionOf(business)).toBe(before + 1n)

    expect((await call('GET', `reward_schemes/${body.id}`)).status).toBe(400)
    expect((await call('GET', 'reward_schemes')).body.content).toEqual([])
    expect((await readSchemes(server.database.query, business.actor.tenant)).size).toBe(0)
    expect((await call('POST', 'reward_schemes', acme)).status).toBe(200)
  })

  test('is refused while contacts are signed up, and not for one who left', async () => {
    const { call } = await server.business()
    await call('POST', 'reward_schemes', { code: 'CLUB', name: 'Club', sign_up_option: 'SELF_SIGN_UP' })
    await call('POST', 'contacts', { code: 'MARIA' })
    await call('POST', 'contacts/MARIA/reward_schemes', { reward_scheme_id: 'CLUB' })
    const refused = await call('DELETE', 'reward_schemes/CLUB')
    expect(refused.body).toMatchObject({
      status: 400,
      error: 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION',
      parameters: ['reward_scheme', 'CLUB'],
    })
    await call('POST', 'contacts/MARIA/reward_schemes', { reward_scheme_id: 'CLUB', action: 'SIGN_OUT' })
    expect((await call('DELETE', 'reward_schemes/CLUB')).status).toBe(200)
  })

  test('is refused while an offer names the scheme', async () => {
    const shop = await openShop(server)
    await shop.call('POST', 'reward_schemes', { code: 'CLUB', name: 'Club' })
    await shop.offer({ code: 'TEN', award: { kind: 'PERCENTAGE', rate: 10 }, scheme: { code: 'CLUB' } })
    const refused = await shop.call('DELETE', 'reward_schemes/CLUB')
    expect(refused.body).toMatchObject({ status: 400, parameters: ['reward_scheme', 'CLUB'] })
    expect(refused.body.detail).toContain('an offer names it')
    await shop.call('PUT', 'reward_offers/TEN', { scheme: null })
    expect((await shop.call('DELETE', 'reward_schemes/CLUB')).status).toBe(200)
  })
})

test('the list is filtered by code, state and words, and counted when asked', async () => {
  const { call } = await server.business()
  await call('POST', 'reward_schemes', { code: 'ONE', name: 'First club' })
  await call('POST', 'reward_schemes', { code: 'TWO', name: 'Second club', state: 'INACTIVE' })
  const codes = async (query: string) =>
    (await call('GET', `reward_schemes${query}`)).body.content.map(({ code }: { code: string }) => code)
  expect(await codes('')).toEqual(['TWO', 'ONE'])
  expect(await codes('?order=ASC')).toEqual(['ONE', 'TWO'])
  expect(await codes('?code=ONE')).toEqual(['ONE'])
  expect(await codes('?state=INACTIVE')).toEqual(['TWO'])
  expect(await codes('?search_value=second')).toEqual(['TWO'])
  expect(await codes('?search_value=club&state=ACTIVE')).toEqual(['ONE'])
  expect((await call('GET', 'reward_schemes?size=1&include_total=true')).body.paging).toEqual({
    page: 1,
    size: 1,
    total: 2,
    has_more: true,
  })
  expect((await call('GET', 'reward_schemes?is_active=true')).body.field_errors[0].path).toBe('is_active')
})

test('the default scheme is made once, for everybody', async () => {
  const { work, call } = await server.business()
  const made = await Promise.all([work(ensureDefaultScheme), work(ensureDefaultScheme)])
  expect(made[1].id).toBe(made[0].id)
  expect((await call('GET', 'reward_schemes')).body.content).toMatchObject([
    { id: made[0].id, code: 'DEFAULT', sign_up_option: 'AUTO_SIGN_UP', state: 'ACTIVE' },
  ])
})
