import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'
import { arrayOf } from '../db/index.ts'
import { idOf, type PassId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { createPasses, findPasses, passProblem, passUsedUp, readPassPlans, type WantedPass } from './index.ts'
import { listPasses } from './list-passes.ts'
import { findPlan } from './plans.store.ts'

let server: TestServer
let own: TestBusiness

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  own = await server.business()
  await plan()
})

const plan = (body: object = {}) =>
  own.call('POST', 'pass_plans', { code: 'SPRING', name: 'Spring', ...body })
const pass = (body: object = {}) => own.call('POST', 'passes', { pass_plan_id: 'SPRING', ...body })
const seconds = (at: Date) => Math.floor(at.getTime() / 1000)
const bulk = (wanted: readonly WantedPass[]) =>
  own.work(async (work) =>
    createPasses(work, present(await findPlan(work, 'SPRING'), 'the plan is there'), wanted),
  )
const find = (...codes: string[]) =>
  own.work(({ sql, actor }) =>
    findPasses(
      sql,
      codes.map((code, position) => ({ tenant: actor.tenant, code, position })),
    ),
  )

describe('a pass', () => {
  test('is made with a code of its own for a plan by code, and answered with 201', async () => {
    const made = await pass({ code: 'Hello-7', pin: '0815' })
    expect(made).toMatchObject({
      status: 201,
      body: {
        code: 'HELLO-7',
        state: 'ACTIVE',
        pass_plan: { code: 'SPRING', name: 'Spring' },
        contact: null,
        has_pin: true,
        valid_from: seconds(server.clock.now),
        valid_to: null,
        maximum_usage: 1,
        used: 0,
        passes: [{ id: made.body.id, code: 'HELLO-7' }],
      },
    })
    const { passes, ...told } = made.body
    for (const id of [made.body.id, 'HELLO-7', 'hello-7']) {
      expect((await own.call('GET', `passes/${id}`)).body).toEqual(told)
    }
  })

  test('is valid as long as its plan said when it was made', async () => {
    const until = seconds(server.clock.now) + 3_600
    await plan({ code: 'P', validity: { type: 'PERIOD', count: 2, unit: 'DAYS' } })
    await plan({ code: 'D', validity: { type: 'DATE', fixed_date: until } })
    const ofPeriod = await pass({ pass_plan_id: 'P' })
    const ofDate = await pass({ pass_plan_id: 'D' })
    expect(ofPeriod.body.valid_to).toBe(seconds(server.clock.now) + 2 * 86_400)
    expect(ofDate.body.valid_to).toBe(until)
    await own.call('PUT', 'pass_plans/P', { validity: null })
    expect((await own.call('GET', `passes/${ofPeriod.body.id}`)).body.valid_to).toBe(ofPeriod.body.valid_to)
  })

  test('is not made of a plan whose date has gone by', async () => {
    await plan({ code: 'D', validity: { type: 'DATE', fixed_date: seconds(server.clock.now) + 60 } })
    const now = server.clock.now
    try {
      server.clock.now = new Date(now.getTime() + 120_000)
      expect((await pass({ pass_plan_id: 'D' })).body.error).toBe('CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION')
    } finally {
      server.clock.now = now
    }
  })

  test('is made for one contact, by any means of identification', async () => {
    const { body: contact } = await own.call('POST', 'contacts', {
      first_name: 'Ann',
      code: 'C-1',
      emails: [{ email_address: 'ann@example.com' }],
    })
    for (const named of [{ id: contact.id }, { code: 'C-1' }, { email: 'Ann@Example.com' }]) {
      expect((await pass({ contact: named })).body.contact).toEqual({ id: contact.id, code: 'C-1' })
    }
    expect((await pass({ contact: { code: 'NOBODY' } })).body.parameters).toEqual(['contact', 'NOBODY'])
    expect((await pass({ contact: { code: 'C-1', id: contact.id } })).body.error).toBe(
      'CRM.EXCEPTIONS.INVALIDVALUEEXCEPTION',
    )
    const listed = await own.call('GET', 'passes?contact=ann@example.com&include_total=true')
    expect(listed.body.paging.total).toBe(3)
  })

  test('is refused for a code that is in use, in whatever case, and for a plan that nobody knows', async () => {
    await pass({ code: 'HELLO' })
    expect((await pass({ code: 'hello' })).body).toMatchObject({
      error: 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION',
      parameters: ['code', 'HELLO'],
    })
    expect((await pass({ pass_plan_id: 'AUTUMN' })).body).toMatchObject({
      error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
      parameters: ['pass_plan', 'AUTUMN'],
    })
  })

  test('is refused with a code or a pin for several, and with more than a thousand', async () => {
    for (const body of [{ code: 'A', count: 2 }, { pin: '1234', count: 2 }, { count: 1_001 }, { count: 0 }]) {
      const refused = await pass(body)
      expect([refused.status, refused.body.field_errors[0]?.path]).toEqual([400, 'count'])
    }
    expect((await pass({ pin: '12' })).body.field_errors[0].path).toBe('pin')
    expect((await pass({ code: 'TWO WORDS' })).body.field_errors[0].path).toBe('code')
  })

  test('of a plan whose code is for everybody is made alone and for no contact', async () => {
    await plan({ code: 'ALL', pass_code_type: 'MULTIPLE' })
    await own.call('POST', 'contacts', { code: 'C-1', first_name: 'Ann' })
    const made = await pass({ pass_plan_id: 'ALL', code: 'RADIO10' })
    expect(made).toMatchObject({ status: 201, body: { maximum_usage: null } })
    for (const body of [{ count: 2 }, { contact: { code: 'C-1' } }]) {
      const refused = await pass({ pass_plan_id: 'ALL', ...body })
      expect(refused.body.error).toBe('CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION')
    }
  })

  test('is taken out of use and into use again', async () => {
    await pass({ code: 'HELLO' })
    for (const state of ['INACTIVE', 'INACTIVE', 'ACTIVE']) {
      expect(await own.call('PUT', 'passes/hello', { state })).toMatchObject({ status: 200, body: { state } })
      expect((await own.call('GET', 'passes/HELLO')).body.state).toBe(state)
    }
    expect((await own.call('PUT', 'passes/NONE', { state: 'ACTIVE' })).body.parameters).toEqual([
      'pass',
      'NONE',
    ])
  })

  test('of another business is not found, and its code is free there', async () => {
    await pass({ code: 'HELLO' })
    const other = await server.business()
    expect((await other.call('GET', 'passes/HELLO')).body.parameters).toEqual(['pass', 'HELLO'])
    expect((await other.call('PUT', 'passes/HELLO', { state: 'INACTIVE' })).status).toBe(400)
    expect((await other.call('GET', 'passes')).body.content).toEqual([])
    await other.call('POST', 'pass_plans', { code: 'SPRING', name: 'Other' })
    expect((await other.call('POST', 'passes', { pass_plan_id: 'SPRING', code: 'HELLO' })).status).toBe(201)
  })

  test('keeps its pin nowhere', async () => {
    await pass({ code: 'HELLO', pin: 'zebra815' })
    await pass({ code: 'OTHER', pin: 'zebra815' })
    const [hello, other] = await find('HELLO', 'OTHER')
    expect(hello?.pinHash).toHaveLength(48)
    expect(hello?.pinHash).not.toEqual(other?.pinHash)
    expect((await own.call('GET', 'passes')).text).not.toContain('zebra815')
    const rows = await own.work(({ sql }) =>
      sql.run<{ row: string }>(
        { name: 'all', text: 'select passes::text as row from passes where id = any ($1)' },
        [arrayOf([hello?.id ?? ''])],
      ),
    )
    expect(rows[0]?.row).not.toMatch(/zebra815|7a65627261383135/)
  })
})

describe('the list of passes', () => {
  test('is found by code, plan and state, newest first', async () => {
    await plan({ code: 'OTHER' })
    await pass({ code: 'ONE' })
    await pass({ code: 'TWO' })
    await pass({ code: 'THREE', pass_plan_id: 'OTHER' })
    await own.call('PUT', 'passes/TWO', { state: 'INACTIVE' })
    const codes = async (query: string) =>
      (await own.call('GET', `passes${query}`)).body.content.map(({ code }: { code: string }) => code)
    expect(await codes('')).toEqual(['THREE', 'TWO', 'ONE'])
    expect(await codes('?code=one')).toEqual(['ONE'])
    expect(await codes('?pass_code=TWO')).toEqual(['TWO'])
    expect(await codes('?pass_plan=SPRING&state=ACTIVE')).toEqual(['ONE'])
    expect((await own.call('GET', 'passes?pass_plan=NONE')).body.parameters).toEqual(['pass_plan', 'NONE'])
    expect((await own.call('GET', 'passes?code=ONE&pass_code=ONE')).status).toBe(400)
    expect((await own.call('GET', 'passes?size=2&include_total=true')).body.paging).toEqual({
      page: 1,
      size: 2,
      total: 3,
      has_more: true,
    })
  })

  test('shows how often each was used, asked for the whole page at once', async () => {
    const one = (await pass({ code: 'ONE' })).body.id
    const two = (await pass({ code: 'TWO' })).body.id
    const asked: PassId[][] = []
    const usesOf = async (_: unknown, ids: readonly PassId[]) => {
      asked.push([...ids])
      return new Map([[idOf<PassId>(one), 3]])
    }
    const query = { page: 1, size: 10, include_total: false, sort: 'CREATED_DATE', order: 'DESC' } as const
    const { content } = await own.work((work) => listPasses(work, query, usesOf))
    expect(content.map(({ code, used }) => [code, used])).toEqual([
      ['TWO', 0],
      ['ONE', 3],
    ])
    expect(asked).toEqual([[two, one]])
  })
})

describe('codes that are made up', () => {
  test.each`
    format                                                           | like
    ${{}}                                                            | ${/^[2-9A-HJKMNP-TV-Z]{12}$/}
    ${{ type: 'NUMERIC', length: 16 }}                               | ${/^\d{16}$/}
    ${{ type: 'ALPHABETIC', length: 7, prefix: 'sp-', suffix: '!' }} | ${/^SP-[A-HJKMNP-TV-Z]{7}!$/}
  `('of $format are all like $like and all different', async ({ format, like }) => {
    await plan({ code: 'F', code_format: format })
    const { status, body } = await pass({ pass_plan_id: 'F', count: 1_000 })
    expect(status).toBe(201)
    const codes: string[] = body.passes.map(({ code }: { code: string }) => code)
    expect(new Set(codes).size).toBe(1_000)
    expect(codes.filter((code) => !like.test(code))).toEqual([])
    expect(body.code).toBe(codes[0])
  })

  test('are drawn again where they are taken', async () => {
    await plan({ code: 'F', code_format: { type: 'NUMERIC', length: 7 } })
    for (let round = 0; round < 4; round++) {
      await own.work(async (work) => {
        const found = present(await findPlan(work, 'F'), 'the plan is there')
        const made = await createPasses(work, found, Array(20_000).fill({}))
        expect(new Set(made.map(({ code }) => code)).size).toBe(20_000)
      })
    }
    expect((await own.call('GET', 'passes?include_total=true')).body.paging.total).toBe(80_000)
  })

  test('come ten thousand at a time in a few statements, in the order wanted', async () => {
    const wanted = Array.from(
      { length: 10_000 },
      (_, index): WantedPass =>
        index % 2 === 0 ? { code: `GIVEN-${index}` } : { pin: String(1_000 + (index % 9_000)) },
    )
    const { made, statements } = await own.work(async (work) => {
      let statements = 0
      const run: typeof work.sql.run = (statement, values) => {
        statements += 1
        return work.sql.run(statement, values)
      }
      const found = present(await findPlan(work, 'SPRING'), 'the plan is there')
      return { made: await createPasses({ ...work, sql: { run } }, found, wanted), statements }
    })
    expect(statements).toBe(2)
    expect(made.flatMap(({ code }, index) => (index % 2 === 0 ? code : []))).toEqual(
      wanted.flatMap(({ code }) => code ?? []),
    )
    expect(new Set(made.map(({ code }) => code)).size).toBe(10_000)
  })

  test('are made all or none, and one code twice is refused', async () => {
    await bulk([{ code: 'TAKEN' }])
    await expect(bulk([{ code: 'NEW' }, {}, { code: 'taken' }])).rejects.toMatchObject({
      facts: { parameters: ['code', 'TAKEN'] },
    })
    await expect(bulk([{ code: 'NEW' }, { code: 'new' }])).rejects.toMatchObject({
      facts: { parameters: ['code', 'NEW'] },
    })
    expect((await own.call('GET', 'passes?include_total=true')).body.paging.total).toBe(1)
  })
})

test('a plan whose codes are nearly all taken is told so', async () => {
  const never = { run: async () => [] }
  const refused = own.work(async (work) => {
    const found = present(await findPlan(work, 'SPRING'), 'the plan is there')
    return createPasses({ ...work, sql: never }, found, [{}])
  })
  await expect(refused).rejects.toMatchObject({
    kind: { error: 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION' },
    facts: { parameters: ['pass_plan', 'SPRING'] },
  })
})

describe('passes of purchases', () => {
  test('are found in one statement, each in its place, whatever the case; others are left out', async () => {
    await bulk([{ code: 'ONE' }, { code: 'TWO', pin: '4711' }])
    const found = await find('two', 'NONE', ' ONE ', 'TWO')
    expect(found.map(({ position, code }) => [position, code]).sort()).toEqual([
      [0, 'TWO'],
      [2, 'ONE'],
      [3, 'TWO'],
    ])
    const other = await server.business()
    expect(
      await other.work(({ sql, actor }) =>
        findPasses(sql, [{ tenant: actor.tenant, code: 'ONE', position: 0 }]),
      ),
    ).toEqual([])
  })

  test('carry everything that the rules ask for', async () => {
    const { body: contact } = await own.call('POST', 'contacts', { code: 'C-1', first_name: 'Ann' })
    await plan({ code: 'P', validity: { type: 'PERIOD', count: 1, unit: 'DAYS' } })
    await pass({ pass_plan_id: 'P', code: 'HERS', pin: '4711', contact: { code: 'C-1' } })
    const [hers] = await find('HERS')
    const found = present(hers, 'the pass is there')
    const plans = await readPassPlans(server.database.query, own.actor.tenant)
    const ofPlan = present(plans.get(found.plan), 'the plan is there')
    const at = server.clock.now
    const redeem = { at, contact: idOf<NonNullable<typeof found.contact>>(contact.id), pin: '4711' }
    expect(passProblem(found, ofPlan, redeem)).toBeUndefined()
    expect(passProblem(found, ofPlan, { ...redeem, pin: '4712' })?.kind.name).toBe('CannotRedeemPass')
    expect(found.validTo).toEqual(new Date(at.getTime() + 86_400_000))
    expect(passUsedUp(found).facts.parameters).toEqual(['pass', 'HERS'])
  })
})
