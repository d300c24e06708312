import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

type Call = TestBusiness['call']
const named = (call: Call, path: string) =>
  call('GET', path).then(({ body }) => body.content.map(({ name }: { name: string }) => name))

describe('adding organisations', () => {
  test('a merchant hangs below the business, takes its time zone and is told back in full', async () => {
    const { call, actor } = await server.business({ timeZone: 'Europe/Athens' })
    const made = await call('POST', 'organisations', {
      type: 'MERCHANT',
      name: 'Bakery',
      code: 'BAK',
      taps: [{ code: '4711', name: 'Tills of the bakery' }],
      settings: { reduction_method: 'BACK_END', minimum_spend: '1.50', maximum_spend: 20 },
    })
    expect(made).toMatchObject({
      status: 200,
      body: {
        type: 'MERCHANT',
        code: 'BAK',
        name: 'Bakery',
        state: 'ACTIVE',
        time_zone: 'Europe/Athens',
        parent: { id: actor.business },
        taps: [{ code: '4711', name: 'Tills of the bakery' }],
        settings: { reduction_method: 'BACK_END', minimum_spend: 1.5, maximum_spend: 20 },
        currency_code: 'EUR',
      },
    })
    expect((await call('GET', `organisations/${made.body.id}`)).body).toEqual(made.body)
    expect((await call('GET', 'organisations/BAK')).body).toEqual(made.body)
  })

  test('a form says the same as JSON', async () => {
    const { call } = await server.business()
    const json = await call('POST', 'organisations', {
      type: 'MERCHANT',
      name: 'As JSON',
      taps: [{ code: '1' }],
      settings: { grace_days: 3, minimum_spend: 0.5 },
    })
    const form = await call(
      'POST',
      'organisations',
      'type=MERCHANT&name=As+JSON&taps[0][code]=2&settings[grace_days]=3&settings.minimum_spend=0.50',
      { 'content-type': 'application/x-www-form-urlencoded' },
    )
    const { name, settings } = json.body
    expect(form).toMatchObject({ status: 200, body: { name, settings } })
  })

  test.each`
    what                         | path                        | body
    ${'three decimals of euro'}  | ${'settings.minimum_spend'} | ${{ settings: { minimum_spend: '1.234' } }}
    ${'an amount below zero'}    | ${'settings.maximum_spend'} | ${{ settings: { maximum_spend: -1 } }}
    ${'most below least'}        | ${'settings.maximum_spend'} | ${{ settings: { minimum_spend: 5, maximum_spend: 4 } }}
    ${'an unknown setting'}      | ${'settings.minimum_spent'} | ${{ settings: { minimum_spent: 5 } }}
    ${'a zone that is none'}     | ${'time_zone'}              | ${{ time_zone: 'Europe/Atlantis' }}
    ${'an offset as a zone'}     | ${'time_zone'}              | ${{ time_zone: '+02:00' }}
    ${'a zone by three letters'} | ${'time_zone'}              | ${{ time_zone: 'PST' }}
    ${'a zone of Node alone'}    | ${'time_zone'}              | ${{ time_zone: 'SystemV/AST4' }}
    ${'a semicolon in a tap'}    | ${'taps[0].code'}           | ${{ taps: [{ code: '1;2' }] }}
    ${'the same tap twice'}      | ${'taps[1].code'}           | ${{ taps: [{ code: '1' }, { code: '1' }] }}
    ${'a parent without a name'} | ${'parent'}                 | ${{ parent: {} }}
    ${'a second business'}       | ${'type'}                   | ${{ type: 'BUSINESS' }}
  `('$what is refused, naming $path', async ({ body, path }) => {
    const { call } = await server.business()
    const refused = await call('POST', 'organisations', { type: 'VENUE', name: 'X', ...body })
    expect(refused.status).toBe(400)
    expect(refused.body.field_errors[0].path).toBe(path)
    expect(await named(call, 'organisations?type=VENUE')).toEqual([])
  })

  test('an unknown field is refused with the name that was meant', async () => {
    const { call } = await server.business()
    const refused = await call('POST', 'organisations', { type: 'VENUE', name: 'X', timezone: 'UTC' })
    expect(refused).toMatchObject({ status: 400, body: { error: 'CRM.EXCEPTIONS.INVALIDVALUEEXCEPTION' } })
    expect(refused.body.detail).toContain('did you mean time_zone?')
  })

  test('codes and merchants’ taps are unique in the business, venues’ taps in their merchant', async () => {
    const { call } = await server.business()
    const add = (body: object) => call('POST', 'organisations', body)
    await add({ type: 'MERCHANT', name: 'A', code: 'A', taps: [{ code: '1' }] })
    await add({ type: 'MERCHANT', name: 'B', code: 'B', taps: [{ code: '2' }] })
    const venue = { type: 'VENUE', name: 'V', taps: [{ code: '9' }] }
    expect((await add({ ...venue, parent: { code: 'A' } })).status).toBe(200)
    expect((await add({ ...venue, parent: { code: 'B' } })).status).toBe(200)

    const taken = { status: 400, body: { error: 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION' } }
    const sameCode = await add({ type: 'MERCHANT', name: 'C', code: 'A' })
    expect(sameCode).toMatchObject(taken)
    expect(sameCode.body).toMatchObject({ parameters: ['code', 'A'], field_errors: [{ path: 'code' }] })
    const sameTap = await add({ type: 'MERCHANT', name: 'C', taps: [{ code: '7' }, { code: '1' }] })
    expect(sameTap).toMatchObject(taken)
    expect(sameTap.body.field_errors[0].path).toBe('taps[1].code')
    expect(await add({ ...venue, parent: { code: 'B' } })).toMatchObject(taken)
    expect(await named(call, 'organisations?type=MERCHANT&order=ASC')).toEqual(['A', 'B'])
  })

  test('merchants added at once with one tap code leave exactly one', async () => {
    const { call } = await server.business()
    const body = { type: 'MERCHANT', name: 'Same', taps: [{ code: '1' }] }
    const answers = await Promise.all(Array.from({ length: 6 }, () => call('POST', 'organisations', body)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await named(call, 'organisations?tap_code=1')).toEqual(['Same'])
  })

  test('a venue hangs below a merchant or the business, a merchant below the business only', async () => {
    const { call, actor } = await server.business()
    const add = (body: object) => call('POST', 'organisations', body)
    await add({ type: 'MERCHANT', name: 'M', code: 'M' })
    const own = await add({ type: 'VENUE', name: 'Own', code: 'OWN' })
    expect(own.body.parent.id).toBe(actor.business)
    const refused = [
      await add({ type: 'VENUE', name: 'X', parent: { code: 'OWN' } }),
      await add({ type: 'MERCHANT', name: 'X', parent: { id: 'M' } }),
    ]
    expect(refused.map(({ body }) => body.field_errors[0].path)).toEqual(['parent', 'parent'])
  })

  test('every change moves the configuration on, so that no process judges by the old tree', async () => {
    const { call, actor } = await server.business()
    const revision = async () => {
      const { query } = server.database
      const rows = query.selectFrom('revisions').select('configuration').where('tenant', '=', actor.tenant)
      return (await rows.executeTakeFirstOrThrow()).configuration
    }
    const first = await revision()
    await call('POST', 'organisations', { type: 'MERCHANT', name: 'M', code: 'M' })
    const second = await revision()
    await call('PUT', 'organisations/M', { state: 'INACTIVE' })
    expect([second > first, (await revision()) > second]).toEqual([true, true])
  })
})

describe('changing organisations', () => {
  test('what is named changes, the rest stays, and the same change again changes nothing', async () => {
    const { call } = await server.business()
    const { body: before } = await call('POST', 'organisations', {
      type: 'MERCHANT',
      name: 'Old',
      code: 'M',
      taps: [{ code: '1', name: 'One' }],
      settings: { grace_days: 3, minimum_spend: 2 },
    })
    const changes = {
      name: 'New',
      time_zone: 'Asia/Tokyo',
      taps: [{ code: '2' }, { code: '1', name: 'First' }],
      settings: { minimum_spend: null, maximum_spend: '9.99' },
    }
    const once = await call('PUT', 'organisations/M', changes)
    expect(once).toMatchObject({
      status: 200,
      body: {
        ...before,
        name: 'New',
        time_zone: 'Asia/Tokyo',
        taps: [{ code: '1', name: 'First', id: before.taps[0].id }, { code: '2' }],
        settings: { grace_days: 3, maximum_spend: 9.99 },
      },
    })
    expect(once.body.settings).not.toHaveProperty('minimum_spend')
    expect((await call('PUT', `organisations/${before.id}`, changes)).body).toEqual(once.body)
  })
})

describe('finding organisations', () => {
  test('filters narrow the list and a page says whether there is more', async () => {
    const { call, actor } = await server.business()
    const add = (body: object) => call('POST', 'organisations', body)
    const { body: m } = await add({ type: 'MERCHANT', name: 'Bakers 100%', code: 'M', taps: [{ code: '5' }] })
    await add({ type: 'VENUE', name: 'North', code: 'N', parent: { id: m.id }, taps: [{ code: '5' }] })
    await add({ type: 'VENUE', name: 'South', code: 'S', parent: { id: m.id } })
    await call('PUT', 'organisations/S', { state: 'INACTIVE' })

    expect(await named(call, 'organisations?type=VENUE&order=ASC')).toEqual(['North', 'South'])
    expect(await named(call, `organisations?parent_id=${actor.business}`)).toEqual(['Bakers 100%'])
    expect(await named(call, 'organisations?search_value=0%25')).toEqual(['Bakers 100%'])
    expect(await named(call, 'organisations?search_value=ort')).toEqual(['North'])
    expect(await named(call, 'organisations?tap_code=5&order=ASC')).toEqual(['Bakers 100%', 'North'])
    expect(await named(call, 'organisations?state=INACTIVE')).toEqual(['South'])
    const page = await call('GET', 'organisations?page=2&size=1&include_total=true')
    expect(page.body.paging).toEqual({ page: 2, size: 1, total: 4, has_more: true })
  })

  test('an unknown filter is refused, never ignored', async () => {
    const { call } = await server.business()
    const refused = await call('GET', 'organisations?tapcode=5')
    expect(refused.status).toBe(400)
    expect(refused.body.field_errors[0]).toMatchObject({ path: 'tapcode', code: 'unknown_field' })
    expect(refused.body.detail).toContain('did you mean tap_code?')
  })

  test('another business’s organisation is the same not-found as one that never was', async () => {
    const [mine, theirs] = [await server.business(), await server.business()]
    const id = theirs.actor.business
    const foreign = await mine.call('GET', `organisations/${id}`)
    expect(foreign).toMatchObject({
      status: 400,
      body: { error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION', parameters: ['organisation', id] },
    })
    expect((await mine.call('PUT', `organisations/${id}`, { name: 'Mine now' })).status).toBe(400)
    expect((await theirs.call('GET', `organisations/${id}`)).body.name).not.toBe('Mine now')
  })

  test('a key of one merchant sees that merchant and its venues, and adds only there', async () => {
    const { call } = await server.business()
    const add = (body: object) => call('POST', 'organisations', body)
    await add({ type: 'MERCHANT', name: 'Mine', code: 'MINE' })
    await add({ type: 'VENUE', name: 'Mine 1', code: 'MINE1', parent: { code: 'MINE' } })
    await add({ type: 'MERCHANT', name: 'Other', code: 'OTHER' })
    const { body } = await call('POST', 'api_keys', {
      name: 'till',
      scopes: ['organisations:read', 'organisations:write'],
      organisation: { id: 'MINE' },
    })
    const till: Call = (method, path, sent) => ask(server.url, body.key, { method, path, body: sent })

    expect(await named(till, 'organisations?order=ASC')).toEqual(['Mine', 'Mine 1'])
    expect((await till('GET', 'organisations/OTHER')).body.parameters).toEqual(['organisation', 'OTHER'])
    const venue = { type: 'VENUE', name: 'Mine 2' }
    expect((await till('POST', 'organisations', venue)).body.parent.name).toBe('Mine')
    expect((await till('POST', 'organisations', { ...venue, parent: { code: 'OTHER' } })).status).toBe(400)
    expect((await till('POST', 'organisations', { type: 'MERCHANT', name: 'New' })).status).toBe(400)
  })
})
