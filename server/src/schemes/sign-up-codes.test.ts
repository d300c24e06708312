import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

async function closedLoop(): Promise<TestBusiness> {
  const business = await server.business()
  await business.call('POST', 'reward_schemes', {
    code: 'VIP',
    name: 'By invitation',
    sign_up_option: 'CLOSE_LOOP_SIGN_UP',
    sign_up_method: 'CODE',
  })
  for (const code of ['MARIA', 'PETROS']) await business.call('POST', 'contacts', { code })
  return business
}

const codesPath = 'reward_schemes/VIP/sign_up_codes'
const signUp = ({ call }: TestBusiness, contact: string, sign_up_code?: string) =>
  call('POST', `contacts/${contact}/reward_schemes`, { reward_scheme_id: 'VIP', sign_up_code })

describe('codes', () => {
  test('are made up, as many as asked for, all different', async () => {
    const { call } = await closedLoop()
    const { status, body } = await call('POST', codesPath, { count: 10_000 })
    expect([status, body.created, body.unchanged]).toEqual([200, 10_000, 0])
    expect(new Set(body.codes).size).toBe(10_000)
    const odd = body.codes.filter((code: string) => !/^[0-9A-HJKMNP-TV-Z]{10}$/.test(code))
    expect(odd).toEqual([])
    const listed = await call('GET', `${codesPath}?include_total=true`)
    expect(listed.body.paging.total).toBe(10_000)
  })

  test('are given, in capitals and each once; those that are there stay as they are', async () => {
    const business = await closedLoop()
    const { call } = business
    expect((await call('POST', codesPath, { codes: ['one', ' Two ', 'ONE'] })).body).toEqual({
      created: 2,
      unchanged: 0,
      codes: ['ONE', 'TWO'],
    })
    await signUp(business, 'MARIA', 'one')
    expect((await call('POST', codesPath, { codes: ['three', 'one'] })).body).toEqual({
      created: 1,
      unchanged: 1,
      codes: ['THREE'],
    })
    expect((await call('GET', `${codesPath}?code=one`)).body.content).toMatchObject([{ state: 'USED' }])
  })

  test.each`
    body                                                            | path
    ${{}}                                                           | ${''}
    ${{ codes: ['A'], count: 1 }}                                   | ${''}
    ${{ count: 0 }}                                                 | ${'count'}
    ${{ count: 10_001 }}                                            | ${'count'}
    ${{ codes: [] }}                                                | ${'codes'}
    ${{ codes: ['A', ' '] }}                                        | ${'codes[1]'}
    ${{ codes: Array.from({ length: 10_001 }, (_, i) => `C${i}`) }} | ${'codes'}
  `('are refused where the request is wrong at "$path"', async ({ body, path }) => {
    const { call } = await closedLoop()
    const refused = await call('POST', codesPath, body)
    expect([refused.status, refused.body.field_errors[0].path]).toEqual([400, path])
  })

  test('are only for a scheme with codes', async () => {
    const { call } = await closedLoop()
    await call('POST', 'reward_schemes', { code: 'OPEN', name: 'Open' })
    const refused = await call('POST', 'reward_schemes/OPEN/sign_up_codes', { count: 1 })
    expect(refused.body).toMatchObject({
      status: 400,
      error: 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION',
      parameters: ['reward_scheme', 'OPEN'],
    })
  })

  test('are listed by their use', async () => {
    const business = await closedLoop()
    const { call } = business
    await call('POST', codesPath, { codes: ['A', 'B', 'C'] })
    await signUp(business, 'MARIA', 'B')
    const { id } = (await call('GET', 'contacts/MARIA')).body
    const list = async (query: string) => (await call('GET', `${codesPath}?order=ASC${query}`)).body.content
    const now = Math.floor(server.clock.now.getTime() / 1000)
    const used = { code: 'B', state: 'USED', used_by: { id }, used_on: now, created_on: now }
    expect(await list('&state=USED')).toEqual([used])
    expect(await list('&state=UNUSED')).toMatchObject([
      { code: 'A', state: 'UNUSED', used_by: null, used_on: null },
      { code: 'C' },
    ])
    expect((await list('')).map(({ code }: { code: string }) => code)).toEqual(['A', 'B', 'C'])
  })

  test('of another business are not found', async () => {
    await closedLoop()
    const other = await server.business()
    expect((await other.call('GET', codesPath)).body.parameters).toEqual(['reward_scheme', 'VIP'])
    expect((await other.call('POST', codesPath, { count: 1 })).body.parameters).toEqual([
      'reward_scheme',
      'VIP',
    ])
  })
})

describe('a code', () => {
  test('lets one contact in, and the next is told that it was used', async () => {
    const business = await closedLoop()
    await business.call('POST', codesPath, { codes: ['GOLD'] })
    expect((await signUp(business, 'MARIA', ' gold ')).body).toMatchObject({ is_signed: true })
    const { body } = await signUp(business, 'PETROS', 'GOLD')
    expect(body).toMatchObject({
      status: 400,
      error: 'CRM.EXCEPTIONS.INVALIDVALUEEXCEPTION',
      detail: 'sign_up_code is "GOLD"; another contact has used it; an unused code is needed',
      field_errors: [{ path: 'sign_up_code' }],
    })
  })

  test('is needed, and one that nobody gave out is not found', async () => {
    const business = await closedLoop()
    expect((await signUp(business, 'MARIA')).body).toMatchObject({
      error: 'CRM.EXCEPTIONS.REQUIREDFIELDEXCEPTION',
      field_errors: [{ path: 'sign_up_code' }],
    })
    expect((await signUp(business, 'MARIA', 'GUESS')).body).toMatchObject({
      error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
      parameters: ['sign_up_code', 'GUESS'],
      field_errors: [{ path: 'sign_up_code' }],
    })
  })

  test('is not used up by who is in already, and lets its owner in again', async () => {
    const business = await closedLoop()
    const { call } = business
    await call('POST', codesPath, { codes: ['A', 'B'] })
    await signUp(business, 'MARIA', 'A')
    expect((await signUp(business, 'MARIA', 'B')).status).toBe(200)
    expect((await call('GET', `${codesPath}?state=UNUSED`)).body.content).toMatchObject([{ code: 'B' }])
    await call('POST', 'contacts/MARIA/reward_schemes', { reward_scheme_id: 'VIP', action: 'SIGN_OUT' })
    expect((await signUp(business, 'PETROS', 'A')).status).toBe(400)
    expect((await signUp(business, 'MARIA', 'A')).body).toMatchObject({ is_signed: true })
  })

  test('of another scheme does not count', async () => {
    const business = await closedLoop()
    const { call } = business
    const other = { sign_up_option: 'CLOSE_LOOP_SIGN_UP', sign_up_method: 'CODE' }
    await call('POST', 'reward_schemes', { code: 'OTHER', name: 'Other', ...other })
    await call('POST', 'reward_schemes/OTHER/sign_up_codes', { codes: ['GOLD'] })
    expect((await signUp(business, 'MARIA', 'GOLD')).body.parameters).toEqual(['sign_up_code', 'GOLD'])
  })
})

describe('at the same moment', () => {
  test('of eight contacts with one code exactly one comes in', async () => {
    const business = await closedLoop()
    const { call } = business
    await call('POST', codesPath, { codes: ['GOLD'] })
    const names = Array.from({ length: 8 }, (_, index) => `C${index}`)
    for (const code of names) await call('POST', 'contacts', { code })
    const answers = await Promise.all(names.map((name) => signUp(business, name, 'GOLD')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(400)])
    for (const { status, body } of answers) {
      if (status === 400) expect(body.detail).toContain('another contact has used it')
    }
    const winner = names[answers.findIndex(({ status }) => status === 200)]
    const { id } = (await call('GET', `contacts/${winner}`)).body
    expect((await call('GET', codesPath)).body.content).toMatchObject([{ code: 'GOLD', used_by: { id } }])
  })

  test('one contact with several codes uses up one', async () => {
    const business = await closedLoop()
    const { call } = business
    const { codes } = (await call('POST', codesPath, { count: 6 })).body
    const answers = await Promise.all(codes.map((code: string) => signUp(business, 'MARIA', code)))
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200))
    expect((await call('GET', `${codesPath}?state=USED&include_total=true`)).body.paging.total).toBe(1)
    const joined = await business.work(({ db, actor }) =>
      db
        .selectFrom('events')
        .select('entity_id')
        .where('tenant', '=', actor.tenant)
        .where('type', '=', 'scheme.joined')
        .execute(),
    )
    expect(joined).toHaveLength(1)
  })

  test('the same codes given twice are there once', async () => {
    const { call } = await closedLoop()
    const codes = Array.from({ length: 500 }, (_, index) => `C${index}`)
    const lists = [codes, codes.toReversed(), codes]
    const answers = await Promise.all(lists.map((each) => call('POST', codesPath, { codes: each })))
    const created = answers.map(({ body }) => body.created)
    expect(created.reduce((sum, each) => sum + each, 0)).toBe(500)
    expect((await call('GET', `${codesPath}?include_total=true`)).body.paging.total).toBe(500)
  })
})
