import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, ask, startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'
import { createApiKey } from '../access/index.ts'
import { readRevisions } from '../events/index.ts'
import { API_VERSION } from '../http/index.ts'
import { idOf, type OrganisationId } from '../kit/id.ts'
import { deletePlan } from './delete-plan.ts'
import { readPassPlans } from './index.ts'

let server: TestServer
let own: TestBusiness

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  own = await server.business()
})

const revisionOf = () =>
  own.work(async ({ sql, actor }) => (await readRevisions(sql, [actor.tenant]))[0]?.configuration ?? 0n)
const errorsOf = ({ body }: Answer) =>
  body.field_errors.map(({ path, message }: { path: string; message: string }) => `${path}: ${message}`)
const plan = (body: object = {}) =>
  own.call('POST', 'pass_plans', { code: 'SPRING', name: 'Spring', ...body })

describe('a pass plan', () => {
  test('is created with everything, reads back by id and code, and raises the revision', async () => {
    const before = await revisionOf()
    const wanted = {
      code: 'SPRING',
      name: 'Spring',
      description: 'Flyers',
      classification: 'PROMOTION',
      state: 'INACTIVE',
      pass_code_type: 'SINGLE',
      maximum_usage: 3,
      maximum_usage_per_contact: 2,
      validity: { type: 'PERIOD', count: 2, unit: 'MONTHS' },
      code_format: { type: 'ALPHABETIC', length: 9, prefix: 'SP-', suffix: '!' },
    }
    const made = await plan(wanted)
    expect(made).toMatchObject({ status: 200, body: wanted })
    for (const id of [made.body.id, 'SPRING']) {
      expect((await own.call('GET', `pass_plans/${id}`)).body).toEqual(made.body)
    }
    expect(await revisionOf()).toBe(before + 1n)
    const held = await readPassPlans(server.database.query, own.actor.tenant)
    expect([...held.values()]).toMatchObject([
      { id: made.body.id, code: 'SPRING', state: 'INACTIVE', maximumUsage: 3, maximumUsagePerContact: 2 },
    ])
  })

  test.each`
    sent                                                 | maximum
    ${{}}                                                | ${1}
    ${{ pass_code_type: 'SINGLE' }}                      | ${1}
    ${{ pass_code_type: 'MULTIPLE' }}                    | ${null}
    ${{ pass_code_type: 'SINGLE', maximum_usage: null }} | ${null}
    ${{ pass_code_type: 'MULTIPLE', maximum_usage: 50 }} | ${50}
  `('that is sent as $sent lets a pass be used $maximum times', async ({ sent, maximum }) => {
    expect((await plan(sent)).body).toMatchObject({ maximum_usage: maximum, maximum_usage_per_contact: null })
  })

  test('that only has a name is active, for promotions, and its passes are always valid', async () => {
    const { body } = await own.call('POST', 'pass_plans', { name: 'Plain' })
    expect(body).toMatchObject({
      classification: 'PROMOTION',
      state: 'ACTIVE',
      pass_code_type: 'SINGLE',
      validity: { type: 'ALWAYS', count: null, unit: null, fixed_date: null },
      code_format: { type: 'ALPHANUMERIC', length: 12, prefix: null, suffix: null },
    })
    expect((await own.call('GET', `pass_plans/${body.code}`)).body.id).toBe(body.id)
  })

  test('comes as a form just as well', async () => {
    const until = Math.floor(server.clock.now.getTime() / 1000) + 86_400
    const form = `name=Form&maximum_usage=5&validity[type]=DATE&validity[fixed_date]=${until}&code_format[length]=8`
    const { body } = await own.call('POST', 'pass_plans', form, {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(body).toMatchObject({
      maximum_usage: 5,
      validity: { type: 'DATE', fixed_date: until },
      code_format: { type: 'ALPHANUMERIC', length: 8 },
    })
  })

  test('is refused with every field that is wrong', async () => {
    const refused = await plan({
      state: 'OFF',
      maximum_usage: 0,
      validity: { type: 'PERIOD', count: 1, unit: 'HOURS' },
      code_format: { length: 6, prefix: 'A B' },
    })
    expect(errorsOf(refused).join('\n')).toMatchInlineSnapshot(`
      "state: state is "OFF"; one of ACTIVE, INACTIVE is needed
      maximum_usage: maximum_usage is 0; a whole number from 1 to 1000000000 is needed
      validity.unit: validity.unit is "HOURS"; one of DAYS, MONTHS, YEARS is needed
      code_format.length: code_format.length is 6; a whole number from 7 to 16 is needed
      code_format.prefix: code_format.prefix is "A B"; visible characters without spaces are needed"
    `)
    const other = await plan({ validity: { type: 'SOMETIMES' } })
    expect(errorsOf(other)).toMatchInlineSnapshot(`
      [
        "validity.type: validity.type is "SOMETIMES"; a type is needed: PERIOD, DATE or ALWAYS",
      ]
    `)
  })

  test('is refused for a date that has gone by, and for a code that is in use', async () => {
    const past = await plan({ validity: { type: 'DATE', fixed_date: '2020-01-01T00:00:00Z' } })
    expect(errorsOf(past)).toEqual([
      'validity.fixed_date: validity.fixed_date is 2020-01-01T00:00:00.000Z; a time to come is needed',
    ])
    await plan()
    expect((await plan()).body).toMatchObject({
      error: 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION',
      parameters: ['code', 'SPRING'],
    })
  })

  test('of another business is not found, and its code is free there', async () => {
    await plan()
    const other = await server.business()
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      const answer = await other.call(
        method,
        'pass_plans/SPRING',
        method === 'PUT' ? { name: 'M' } : undefined,
      )
      expect(answer).toMatchObject({ status: 400, body: { parameters: ['pass_plan', 'SPRING'] } })
    }
    expect((await other.call('POST', 'pass_plans', { code: 'SPRING', name: 'Other' })).status).toBe(200)
    expect((await readPassPlans(server.database.query, other.actor.tenant)).size).toBe(1)
  })
})

describe('a change of a plan', () => {
  test('keeps what it leaves out, clears what is null, and raises the revision once', async () => {
    await plan({
      description: 'Flyers',
      maximum_usage_per_contact: 1,
      validity: { type: 'PERIOD', count: 2, unit: 'MONTHS' },
      code_format: { type: 'NUMERIC', prefix: 'SP-' },
    })
    const before = await revisionOf()
    const change = {
      state: 'INACTIVE',
      description: null,
      maximum_usage: null,
      maximum_usage_per_contact: null,
      validity: null,
      code_format: { length: 16 },
    }
    const { body } = await own.call('PUT', 'pass_plans/SPRING', change)
    expect(body).toMatchObject({
      name: 'Spring',
      state: 'INACTIVE',
      description: null,
      maximum_usage: null,
      maximum_usage_per_contact: null,
      validity: { type: 'ALWAYS' },
      code_format: { type: 'NUMERIC', length: 16, prefix: 'SP-' },
    })
    expect((await own.call('PUT', 'pass_plans/SPRING', change)).body).toEqual(body)
    expect(await revisionOf()).toBe(before + 1n)
  })

  test('may repeat a date that has gone by meanwhile', async () => {
    const until = Math.floor(server.clock.now.getTime() / 1000) + 60
    const validity = { type: 'DATE', fixed_date: until }
    await plan({ validity })
    const now = server.clock.now
    try {
      server.clock.now = new Date((until + 60) * 1000)
      const changed = await own.call('PUT', 'pass_plans/SPRING', { name: 'Gone', validity })
      expect(changed).toMatchObject({ status: 200, body: { name: 'Gone', validity } })
    } finally {
      server.clock.now = now
    }
  })

  test('does not turn passes that are one contact’s own into everybody’s', async () => {
    await plan()
    expect((await own.call('PUT', 'pass_plans/SPRING', { pass_code_type: 'MULTIPLE' })).status).toBe(200)
    await own.call('POST', 'passes', { pass_plan_id: 'SPRING' })
    const refused = await own.call('PUT', 'pass_plans/SPRING', { pass_code_type: 'SINGLE' })
    expect(refused).toMatchObject({
      status: 400,
      body: { error: 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION', parameters: ['pass_plan', 'SPRING'] },
    })
  })
})

describe('a plan that is to be deleted', () => {
  test('goes once, gives the same answer again, and leaves its code free', async () => {
    const { body } = await plan()
    const before = await revisionOf()
    const deleted = await own.call('DELETE', 'pass_plans/SPRING')
    expect(deleted).toMatchObject({ status: 200, body: { id: body.id, code: 'SPRING' } })
    expect((await own.call('DELETE', `pass_plans/${body.id}`)).body).toEqual(deleted.body)
    expect(await revisionOf()).toBe(before + 1n)
    expect((await own.call('GET', 'pass_plans/SPRING')).status).toBe(400)
    expect((await readPassPlans(server.database.query, own.actor.tenant)).size).toBe(0)
    expect((await plan()).status).toBe(200)
  })

  test('stays while it has passes or an offer names it', async () => {
    await plan()
    const named = own.work((work) => deletePlan(work, 'SPRING', async () => true))
    await expect(named).rejects.toMatchObject({ facts: { parameters: ['pass_plan', 'SPRING'] } })
    await own.call('POST', 'passes', { pass_plan_id: 'SPRING' })
    const refused = await own.call('DELETE', 'pass_plans/SPRING')
    expect(refused).toMatchObject({ status: 400, body: { error: 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION' } })
    expect((await own.call('GET', 'pass_plans/SPRING')).status).toBe(200)
  })

  test('never leaves a pass behind, however the two meet', async () => {
    for (let round = 0; round < 8; round++) {
      const { body } = await plan({ code: `P${round}` })
      const [made, deleted] = await Promise.all([
        own.call('POST', 'passes', { pass_plan_id: body.id }),
        own.call('DELETE', `pass_plans/${body.id}`),
      ])
      expect([
        [201, 400],
        [400, 200],
      ]).toContainEqual([made.status, deleted.status])
    }
  })
})

test('the key of one merchant reads plans and passes, and changes none', async () => {
  const { body: merchant } = await own.call('POST', 'organisations', {
    type: 'MERCHANT',
    name: 'C',
    code: 'C',
  })
  await plan()
  await own.call('POST', 'passes', { pass_plan_id: 'SPRING', code: 'HELLO' })
  const { key } = await own.work((work) =>
    createApiKey(work, {
      name: 'till',
      kind: 'SECRET',
      scopes: ['*'],
      organisation: idOf<OrganisationId>(merchant.id),
      apiVersion: API_VERSION,
    }),
  )
  const till = (method: string, path: string, body?: object) => ask(server.url, key, { method, path, body })
  expect((await till('GET', 'passes/HELLO')).status).toBe(200)
  const refused = await Promise.all([
    till('POST', 'pass_plans', { name: 'Mine' }),
    till('PUT', 'pass_plans/SPRING', { name: 'Mine' }),
    till('DELETE', 'pass_plans/SPRING'),
    till('POST', 'passes', { pass_plan_id: 'SPRING' }),
    till('PUT', 'passes/HELLO', { state: 'INACTIVE' }),
  ])
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
})

test('the list of plans is found by state, code and part of the name', async () => {
  await plan()
  await plan({ code: 'AUTUMN', name: 'Leaves', state: 'INACTIVE' })
  const codes = async (query: string) =>
    (await own.call('GET', `pass_plans${query}`)).body.content.map(({ code }: { code: string }) => code)
  expect(await codes('')).toEqual(['AUTUMN', 'SPRING'])
  expect(await codes('?state=ACTIVE')).toEqual(['SPRING'])
  expect(await codes('?code=AUTUMN')).toEqual(['AUTUMN'])
  expect(await codes('?search_value=leav')).toEqual(['AUTUMN'])
  expect(await codes('?classification=GIFT')).toEqual([])
  const { body } = await own.call('GET', 'pass_plans?include_total=true&size=1')
  expect(body.paging).toEqual({ page: 1, size: 1, total: 2, has_more: true })
})
