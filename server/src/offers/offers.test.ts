import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, ask, startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { terms } from '../../test/words.ts'
import { createApiKey } from '../access/index.ts'
import { readRevisions } from '../events/index.ts'
import { API_VERSION } from '../http/index.ts'
import { idOf, type OrganisationId } from '../kit/id.ts'
import { epochSeconds } from '../kit/time.ts'
import { createOffers, readOffersChangedSince } from './index.ts'

let server: TestServer
let shop: Shop

beforeAll(async () => {
  server = await startServer()
  shop = await openShop(server)
  await shop.call('POST', 'commerce_pools', {
    code: 'WEEKENDS',
    name: 'Weekends',
    timings: [{ days: [1, 7] }],
  })
})
afterAll(() => server.stop())

const revisionOf = (business: TestBusiness) =>
  business.work(async ({ sql, actor }) => (await readRevisions(sql, [actor.tenant]))[0]?.configuration ?? 0n)

const messagesOf = ({ body }: Answer): string[] =>
  body.field_errors.map(({ message }: { message: string }) => message)

const full = {
  code: 'AUTUMN',
  name: 'Autumn dairy',
  description: 'Half of the leaves',
  goal: 'SPEND',
  type: 'HAPPYHOUR',
  availability: { from: 1_790_000_000, to: '2026-12-31T23:00:00Z' },
  conditions: [
    { kind: 'ORGANISATIONS', organisations: [{ code: 'CORNER' }] },
    {
      kind: 'PRODUCTS',
      products: [{ type: 'FAMILY', code: 'dairy' }],
      except: [{ type: 'PRODUCT', code: 'MILK-1' }],
      minimum_quantity: '1.5',
      minimum_amount: 4,
    },
    { kind: 'AMOUNT', minimum: 10, maximum: '99.90' },
    { kind: 'TIMINGS', timings: [{ days: [7, 1], start_time: '22:00', end_time: '02:00' }, { month: 12 }] },
  ],
  award: { kind: 'PERCENTAGE', rate: 7.5, cap: '10.00' },
  award_base: 'NET',
  commerce_pool: { code: 'WEEKENDS' },
  expires_after: { count: 3, unit: 'MONTHS' },
  funder: { code: 'CORNER' },
  limits: { budget: 1000, per_contact: { amount: 20.5, uses: 3, period: 'MONTH' } },
  priority: 5,
  on_top: true,
}

describe('an offer', () => {
  test('is created with everything there is, and reads back in the same words and as a sentence', async () => {
    const made = await shop.call('POST', 'reward_offers', full)
    expect(made).toMatchObject({
      status: 200,
      body: {
        ...full,
        state: 'DRAFT',
        version: 1,
        currency_code: 'EUR',
        availability: { from: 1_790_000_000, to: Date.parse('2026-12-31T23:00:00Z') / 1_000 },
        conditions: [
          { kind: 'ORGANISATIONS', organisations: [{ id: shop.merchant, code: 'CORNER', name: 'Corner' }] },
          {
            kind: 'PRODUCTS',
            products: [{ type: 'FAMILY', code: 'dairy' }],
            except: [{ type: 'SKU', code: 'MILK-1' }],
            minimum_quantity: 1.5,
            minimum_amount: 4,
          },
          { kind: 'AMOUNT', minimum: 10, maximum: 99.9 },
          {
            kind: 'TIMINGS',
            timings: [{ days: [1, 7], start_time: '22:00', end_time: '02:00' }, { months: [12] }],
          },
        ],
        award: { kind: 'PERCENTAGE', rate: 7.5, cap: 10 },
        commerce_pool: { code: 'WEEKENDS', name: 'Weekends' },
        funder: { id: shop.merchant, code: 'CORNER', name: 'Corner' },
        owner: { id: shop.merchant, name: 'Corner' },
        created_on: epochSeconds(server.clock.now),
        updated_on: epochSeconds(server.clock.now),
      },
    })
    expect(made.body.sentence).toBe(
      'Earn 7.5 % back, at most 10.00 EUR at Corner on family dairy but not on sku MILK-1, ' +
        'at least 1.5 of them and at least 4.00 EUR of them when the purchase is from 10.00 EUR to 99.90 EUR ' +
        'on Sat, Sun 22:00–02:00 or in Dec. Reckoned on prices before tax. Each contact at most 3 times and 20.50 EUR a month. ' +
        'At most 1000.00 EUR in all. To spend within 3 months.',
    )
    for (const id of [made.body.id, 'AUTUMN']) {
      expect((await shop.call('GET', `reward_offers/${id}`)).body).toEqual(made.body)
    }
  })

  test('needs no more than a name and an award', async () => {
    const { body } = await shop.call('POST', 'reward_offers', {
      name: 'Two back',
      award: { kind: 'FIXED', amount: 2 },
    })
    expect(body).toMatchObject({
      code: expect.stringMatching(/^[0-9A-Z]{12}$/),
      type: 'DISCOUNT',
      conditions: [],
      award_base: 'GROSS',
      commerce_pool: { code: 'DEFAULT' },
      funder: { id: shop.actor.business },
      limits: { budget: null, per_contact: null },
      expires_after: null,
      availability: { from: null, to: null },
      priority: 0,
      on_top: false,
      budget_used: null,
      sentence: 'Earn 2.00 EUR back.',
    })
  })

  test('comes as a form just as well', async () => {
    const form = [
      'name=Form',
      'award[kind]=PERCENTAGE',
      'award[rate]=2.5',
      'conditions[0][kind]=AMOUNT',
      'conditions[0][minimum]=5.00',
      'conditions[1][kind]=TIMINGS',
      'conditions[1][timings][0][days][0]=2',
      'limits[per_contact][uses]=1',
      'on_top=true',
      'priority=3',
    ].join('&')
    const { body } = await shop.call('POST', 'reward_offers', form, {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(body).toMatchObject({
      type: 'HAPPYHOUR',
      award: { rate: 2.5 },
      conditions: [
        { kind: 'AMOUNT', minimum: 5 },
        { kind: 'TIMINGS', timings: [{ days: [2] }] },
      ],
      limits: { per_contact: { uses: 1, amount: null, period: 'EVER' } },
      on_top: true,
      priority: 3,
    })
  })

  test('keeps exact amounts in currencies of no and of three decimals', async () => {
    for (const [currency, amount, tooFine] of [
      ['JPY', 150, 150.5],
      ['KWD', 1.255, 1.2555],
    ] as const) {
      const own = await server.business({ currency })
      const award = { kind: 'FIXED', amount }
      expect((await own.call('POST', 'reward_offers', { name: 'O', award })).body.award).toEqual(award)
      const refused = await own.call('POST', 'reward_offers', {
        name: 'O',
        award: { ...award, amount: tooFine },
      })
      expect(refused.body.field_errors[0]).toMatchObject({ path: 'award.amount', code: 'invalid' })
    }
  })
})

describe('an offer is refused', () => {
  const offer = (change: object) => ({ name: 'Offer', ...tenPercent, ...change })

  test.each`
    what                         | change                                                          | path                        | says
    ${'an unknown award'}        | ${{ award: { kind: 'BINGO' } }}                                 | ${'award.kind'}             | ${'one of PERCENTAGE, FIXED'}
    ${'no rate'}                 | ${{ award: { kind: 'PERCENTAGE' } }}                            | ${'award.rate'}             | ${'is missing'}
    ${'a rate of nothing'}       | ${{ award: { kind: 'PERCENTAGE', rate: 0 } }}                   | ${'award.rate'}             | ${'is 0; it must be above zero'}
    ${'a rate above all'}        | ${{ award: { kind: 'PERCENTAGE', rate: 100.01 } }}              | ${'award.rate'}             | ${'is 100.01; at most 100 percent'}
    ${'a rate too fine'}         | ${{ award: { kind: 'PERCENTAGE', rate: 1.234 } }}               | ${'award.rate'}             | ${'at most 2 decimals'}
    ${'a third of a cent'}       | ${{ award: { kind: 'FIXED', amount: '0.333' } }}                | ${'award.amount'}           | ${'is 0.333; at most 2 decimals'}
    ${'an exponent'}             | ${{ award: { kind: 'FIXED', amount: '1e3' } }}                  | ${'award.amount'}           | ${'decimal number'}
    ${'an unknown condition'}    | ${{ conditions: [{ kind: 'MOON' }] }}                           | ${'conditions[0].kind'}     | ${'one of TIMINGS, AMOUNT, CHANNELS'}
    ${'a condition of nothing'}  | ${{ conditions: [{ kind: 'AMOUNT' }] }}                         | ${'conditions[0]'}          | ${'a minimum or a maximum'}
    ${'a mistyped field'}        | ${{ conditions: [{ kind: 'AMOUNT', minimun: 5 }] }}             | ${'conditions[0].minimun'}  | ${'did you mean minimum?'}
    ${'bounds the wrong way'}    | ${{ conditions: [{ kind: 'AMOUNT', minimum: 9, maximum: 5 }] }} | ${'conditions[0].maximum'}  | ${'at least the minimum, 9'}
    ${'no products'}             | ${{ conditions: [{ kind: 'PRODUCTS', products: [] }] }}         | ${'conditions[0].products'} | ${'list of 0'}
    ${'a negative minimum'} | ${{ conditions: [{ kind: 'AMOUNT', minimum: 1 }, { kind: 'AMOUNT', minimum: -1 }] }} | ${'conditions[1].minimum'} | ${'is -1; it must be above zero'}
    ${'an end before the start'} | ${{ availability: { from: 2_000_000_000, to: 1_900_000_000 } }} | ${'availability.to'}        | ${'a time after'}
    ${'a limit of nothing'}      | ${{ limits: { per_contact: { period: 'DAY' } } }}               | ${'limits.per_contact'}     | ${'an amount or a number of uses'}
    ${'a budget of nothing'}     | ${{ limits: { budget: 0 } }}                                    | ${'limits.budget'}          | ${'above zero'}
    ${'an unknown field'}        | ${{ prority: 5 }}                                               | ${'prority'}                | ${'did you mean priority?'}
  `('for $what: $path $says', async ({ change, path, says }) => {
    const refused = await shop.call('POST', 'reward_offers', offer(change))
    expect(refused.status).toBe(400)
    expect(refused.body.field_errors.map((each: { path: string }) => each.path)).toContain(path)
    expect(messagesOf(refused).join('; ')).toContain(says)
  })

  test.each`
    change                                                                            | parameters
    ${{ conditions: [{ kind: 'ORGANISATIONS', organisations: [{ code: 'NOPE' }] }] }} | ${['organisation', 'NOPE']}
    ${{ commerce_pool: { code: 'NOPE' } }}                                            | ${['commerce_pool', 'NOPE']}
    ${{ funder: { id: 'NOPE' } }}                                                     | ${['organisation', 'NOPE']}
  `('for what nobody knows: $parameters', async ({ change, parameters }) => {
    const refused = await shop.call('POST', 'reward_offers', offer(change))
    expect(refused.body).toMatchObject({ error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION', parameters })
  })

  test('for a code that is in use, and it is not found by another business', async () => {
    const taken = await shop.call('POST', 'reward_offers', offer({ code: 'AUTUMN' }))
    expect(taken.body.error).toBe('CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION')
    const other = await server.business()
    for (const answer of [
      await other.call('GET', 'reward_offers/AUTUMN'),
      await other.call('PUT', 'reward_offers/AUTUMN', { name: 'Mine' }),
      await other.call('GET', 'reward_offers/AUTUMN/versions'),
      await other.call('POST', 'reward_offers/AUTUMN/life_cycle_state', { life_cycle_state: 'ACTIVE' }),
    ]) {
      expect(answer).toMatchObject({ status: 400, body: { parameters: ['reward_offer', 'AUTUMN'] } })
    }
  })
})

describe('a change of an offer', () => {
  test('makes a version, keeps what it leaves out, and leaves the versions before it as they were', async () => {
    const { body: made } = await shop.call('POST', 'reward_offers', {
      ...full,
      code: 'HISTORY',
      limits: { per_contact: { uses: 1, period: 'DAY' } },
    })
    const before = await revisionOf(shop)
    const changed = await shop.call('PUT', 'reward_offers/HISTORY', {
      award: { kind: 'FIXED', amount: 3 },
      conditions: null,
      description: null,
      expires_after: null,
      funder: null,
      limits: null,
      availability: null,
    })
    expect(changed.body).toMatchObject({
      id: made.id,
      name: 'Autumn dairy',
      version: 2,
      description: null,
      conditions: [],
      award: { kind: 'FIXED', amount: 3 },
      expires_after: null,
      funder: { id: shop.actor.business },
      limits: { budget: null, per_contact: null },
      availability: { from: null, to: null },
      commerce_pool: { code: 'WEEKENDS' },
      priority: 5,
    })
    expect(await revisionOf(shop)).toBe(before + 1n)

    const versions = await shop.call('GET', 'reward_offers/HISTORY/versions?include_total=true')
    expect(versions.body.paging).toMatchObject({ total: 2, has_more: false })
    expect(versions.body.content).toMatchObject([
      { id: made.id, version: 2, is_current: true, award: { kind: 'FIXED', amount: 3 } },
      {
        version: 1,
        is_current: false,
        award: made.award,
        conditions: made.conditions,
        sentence: made.sentence,
        limits: made.limits,
      },
    ])
  })

  test('that says the same makes no version and raises nothing', async () => {
    const before = await revisionOf(shop)
    const { body } = await shop.call('PUT', 'reward_offers/AUTUMN', full)
    expect(body.version).toBe(1)
    expect(await revisionOf(shop)).toBe(before)
  })

  test('twenty at once make twenty versions, none lost', async () => {
    await shop.call('POST', 'reward_offers', { code: 'BUSY', name: 'Busy', ...tenPercent })
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        shop.call('PUT', 'reward_offers/BUSY', { name: `Busy ${index}` }),
      ),
    )
    expect(answers.map(({ body }) => body.version).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 2),
    )
  })
})

describe('the life of an offer', () => {
  const state = (code: string, life_cycle_state: string, method: 'POST' | 'PUT' = 'POST') =>
    shop.call(method, `reward_offers/${code}/life_cycle_state`, { life_cycle_state })

  test('goes from draft to active to inactive and back; the same again changes nothing', async () => {
    await shop.call('POST', 'reward_offers', { code: 'LIFE', name: 'Life', ...tenPercent })
    expect((await state('LIFE', 'INACTIVE')).body.error).toBe('CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION')
    expect((await state('LIFE', 'ACTIVE')).body).toMatchObject({ state: 'ACTIVE', version: 1 })
    const before = await revisionOf(shop)
    expect((await state('LIFE', 'ACTIVE')).status).toBe(200)
    expect(await revisionOf(shop)).toBe(before)
    expect((await state('LIFE', 'INACTIVE', 'PUT')).body.state).toBe('INACTIVE')
    expect((await state('LIFE', 'ACTIVE')).body.state).toBe('ACTIVE')
    await state('LIFE', 'INACTIVE')
  })

  test('decides about the very next purchase', async () => {
    const contact = await shop.shopper()
    const award = async () => (await shop.buy({ contact })).body.rewards.award
    const own = await shop.offer({ ...tenPercent, code: 'NEXT' })
    expect(await award()).toBe(1)
    await state('NEXT', 'INACTIVE')
    expect(await award()).toBe(0)
    await state(own, 'ACTIVE')
    expect(await award()).toBe(1)
    await shop.call('PUT', 'reward_offers/NEXT', { award: { kind: 'PERCENTAGE', rate: 20 } })
    expect(await award()).toBe(2)
    await state('NEXT', 'INACTIVE')
  })

  test('a budget is counted from the start, so it comes and goes only with a draft', async () => {
    await shop.call('POST', 'reward_offers', { code: 'BUDGET', name: 'B', ...tenPercent })
    expect(
      (await shop.call('PUT', 'reward_offers/BUDGET', { limits: { budget: 1.5 } })).body.limits.budget,
    ).toBe(1.5)
    expect((await state('BUDGET', 'ACTIVE')).body.budget_used).toBe(0)
    const contact = await shop.shopper()
    await shop.buy({ contact })
    expect((await shop.call('GET', 'reward_offers/BUDGET')).body.budget_used).toBe(1)
    const raised = await shop.call('PUT', 'reward_offers/BUDGET', { limits: { budget: 2 } })
    expect(raised.body).toMatchObject({ version: 3, limits: { budget: 2 }, budget_used: 1 })
    const removed = await shop.call('PUT', 'reward_offers/BUDGET', { limits: null })
    expect(removed.body).toMatchObject({ error: 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION' })
    expect(removed.body.detail).toContain('raise it instead')
    await shop.offer({ code: 'FREE', ...tenPercent })
    const added = await shop.call('PUT', 'reward_offers/FREE', { limits: { budget: 5 } })
    expect(added.body.detail).toContain('create an offer with it')
    await state('FREE', 'INACTIVE')
    await state('BUDGET', 'INACTIVE')
  })
})

test('a key of one merchant gives only its own money away', async () => {
  const { key } = await shop.work((work) =>
    createApiKey(work, {
      name: 'till',
      kind: 'SECRET',
      scopes: ['*'],
      organisation: idOf<OrganisationId>(shop.merchant),
      apiVersion: API_VERSION,
    }),
  )
  const call = (method: string, path: string, body: object) => ask(server.url, key, { method, path, body })
  const own = await call('POST', 'reward_offers', { name: 'Own', code: 'OWN', ...tenPercent })
  expect(own.body).toMatchObject({ funder: { id: shop.merchant } })
  const foreign = { name: 'Foreign', ...tenPercent, funder: { id: shop.actor.business } }
  expect((await call('POST', 'reward_offers', foreign)).status).toBe(403)
  expect((await call('PUT', 'reward_offers/OWN', { funder: { id: shop.actor.business } })).status).toBe(403)
  expect((await call('PUT', 'reward_offers/LIFE', { name: 'Mine' })).status).toBe(403)
  expect(
    (await call('POST', 'reward_offers/LIFE/life_cycle_state', { life_cycle_state: 'ACTIVE' })).status,
  ).toBe(403)
})

test('the list is filtered by state, funder, type and words', async () => {
  const own = await openShop(server)
  await own.offer({ code: 'A', name: 'Apples', ...tenPercent, funder: { code: 'CORNER' } })
  const timings = [{ kind: 'TIMINGS', timings: [{ days: [1] }] }]
  await own.call('POST', 'reward_offers', {
    code: 'B',
    name: 'Bread 50%',
    ...tenPercent,
    conditions: timings,
  })
  const codes = async (query: string) =>
    (await own.call('GET', `reward_offers?${query}`)).body.content
      .map(({ code }: { code: string }) => code)
      .join(' ')
  expect(await codes('')).toBe('B A')
  expect(await codes('order=ASC')).toBe('A B')
  expect(await codes('state=ACTIVE')).toBe('A')
  expect(await codes('funder=CORNER')).toBe('A')
  expect(await codes('type=HAPPYHOUR')).toBe('B')
  expect(await codes('goal=VISITS&code=B')).toBe('B')
  expect(await codes('search_value=apple')).toBe('A')
  expect(await codes('search_value=50%25')).toBe('B')
  const counted = await own.call('GET', 'reward_offers?size=1&include_total=true')
  expect(counted.body.paging).toEqual({ page: 1, size: 1, total: 2, has_more: true })
  expect((await own.call('GET', 'reward_offers?stat=ACTIVE')).body.field_errors[0].message).toContain(
    'state?',
  )
})

test('10,000 offers are made in a few statements, and only what changed since is read again', async () => {
  const own = await openShop(server)
  const pool = (await own.call('POST', 'commerce_pools', { name: 'Pool' })).body.id
  const base = { ...terms('5 %; on bun'), commerce_pool_id: pool, funder_id: own.actor.business }
  const before = await revisionOf(own)
  const started = performance.now()
  const many = Array.from({ length: 10_000 }, (_, index) => ({
    code: `O-${index}`,
    terms: { ...base, name: `Offer ${index}`, limits: index % 2 === 0 ? { budget: '1000' } : {} },
  }))
  const ids = await own.work((work) => createOffers(work, many))
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(await revisionOf(own)).toBe(before + 1n)
  const since = (revision: bigint) =>
    readOffersChangedSince(server.database.query, own.actor.tenant, revision)
  expect(await since(before)).toHaveLength(10_000)
  expect(await since(before + 1n)).toEqual([])
  await own.call('PUT', `reward_offers/${ids[7]}`, { name: 'Changed' })
  expect(await since(before + 1n)).toMatchObject([
    { id: ids[7], version: 2, state: 'ACTIVE', terms: { name: 'Changed' } },
  ])
  const { rows } = await server.database.pool.query(
    "select count(*)::int as budgets from offer_counters where tenant = $1 and subject_id = offer_id and period = ''",
    [own.actor.tenant],
  )
  expect(rows).toEqual([{ budgets: 5_000 }])
})
