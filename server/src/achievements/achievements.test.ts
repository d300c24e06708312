import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const five = { type: 'ACHIEVEMENT', award: { kind: 'FIXED', amount: 5 } }

let numbers = 0
function report(shop: Shop, contact: string, more: object = {}): Promise<Answer> {
  numbers += 1
  return shop.call('POST', 'achievements', {
    contact: { code: contact },
    classification: { name: 'Review' },
    reference_number: `A-${numbers}`,
    ...more,
  })
}

function ok({ status, body, text }: Answer) {
  expect(status, text).toBe(200)
  return body
}

async function explained(shop: Shop, event: string) {
  return ok(await shop.call('GET', `reward_events/${event}`)).explain
}

describe('an achievement', () => {
  test('is awarded, and the answer says what was given by which offer', async () => {
    const shop = await openShop(server)
    const offer = await shop.offer({ ...five, name: 'Thank you' })
    const contact = await shop.shopper()
    const event = ok(await report(shop, contact, { reference_number: 'R-1' }))
    expect(event).toMatchObject({
      occasion: 'ACHIEVEMENT',
      reference_number: 'R-1',
      contact: { code: contact },
      organisation: { id: shop.actor.business },
      classification: { code: 'Review', name: 'Review' },
      amount: null,
      award: 5,
      awards: [{ amount: 5, offer: { id: offer, name: 'Thank you', version: 1 } }],
    })
    expect(await shop.balance(contact)).toBe(5)
    expect(await shop.verify()).toEqual([])
  })

  test('that is reported again gets the same answer and moves nothing', async () => {
    const shop = await openShop(server)
    await shop.offer(five)
    const contact = await shop.shopper()
    const body = { reference_number: 'R-1', amount: '12.50', date: '2026-11-23T10:00:00Z' }
    server.clock.now = new Date('2026-11-23T12:00:00Z')
    const first = await report(shop, contact, body)
    server.clock.now = new Date('2026-11-24T12:00:00Z')
    const second = await report(shop, contact, body)
    expect(second.text).toBe(first.text)
    expect(await shop.balance(contact)).toBe(5)
  })

  test('that is reported by many at the same moment is awarded once, with one answer for all', async () => {
    const shop = await openShop(server)
    await shop.offer(five)
    const contact = await shop.shopper()
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => report(shop, contact, { reference_number: 'R-1' })),
    )
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(ok(answers[0] ?? (await report(shop, contact))).award).toBe(5)
    expect(await shop.balance(contact)).toBe(5)
    expect(await shop.verify()).toEqual([])
  })

  test('with a known number and other content is refused, naming what differs', async () => {
    const shop = await openShop(server)
    const contact = await shop.shopper()
    ok(await report(shop, contact, { reference_number: 'R-1', amount: 10 }))
    const { status, body } = await report(shop, contact, {
      reference_number: 'R-1',
      amount: 11,
      classification: { name: 'Check-in' },
      organisation: { venue_tap: { code: 'V1' } },
    })
    expect(status).toBe(400)
    expect(body.error).toBe('CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION')
    expect(body.field_errors.map(({ path }: { path: string }) => path)).toEqual([
      'classification',
      'amount',
      'organisation',
    ])
  })

  test('of another contact may have the same number', async () => {
    const shop = await openShop(server)
    await shop.offer(five)
    const [one, other] = [await shop.shopper(), await shop.shopper()]
    for (const contact of [one, other]) ok(await report(shop, contact, { reference_number: 'R-1' }))
    expect([await shop.balance(one), await shop.balance(other)]).toEqual([5, 5])
  })

  test('of a new name is learnt once, by however many it is reported at once', async () => {
    const shop = await openShop(server)
    const contacts = await Promise.all(Array.from({ length: 6 }, () => shop.shopper()))
    const answers = await Promise.all(
      contacts.map((contact) => report(shop, contact, { classification: { name: 'Newcomer' } })),
    )
    const ids = new Set(answers.map((answer) => ok(answer).classification.id))
    expect(ids.size).toBe(1)
    const byCode = ok(await report(shop, contacts[0] ?? '', { classification: { code: 'Newcomer' } }))
    expect(byCode.classification.id).toBe([...ids][0])
  })

  test.each`
    what                                | more                                               | says
    ${'a code that nobody has entered'} | ${{ classification: { code: 'NOPE' } }}            | ${/No classification is known by "NOPE"/}
    ${'a contact who is not known'}     | ${{ contact: { code: 'NOBODY' } }}                 | ${/No contact is known by "NOBODY"/}
    ${'an amount of nothing'}           | ${{ amount: 0 }}                                   | ${/amount is 0; it must be above zero/}
    ${'an amount with three decimals'}  | ${{ amount: '1.005' }}                             | ${/at most 2 decimals/}
    ${'a place that is not known'}      | ${{ organisation: { venue_tap: { code: 'V9' } } }} | ${/venue_tap/}
    ${'a time long past'}               | ${{ date: '2020-01-01T00:00:00Z' }}                | ${/last 7 days/}
    ${'no number'}                      | ${{ reference_number: undefined }}                 | ${/reference_number/}
    ${'no classification'}              | ${{ classification: undefined }}                   | ${/classification/}
  `('with $what is refused and leaves nothing behind', async ({ more, says }) => {
    const shop = await openShop(server)
    const contact = await shop.shopper()
    const { status, body } = await report(shop, contact, more)
    expect(status).toBe(400)
    expect(body.detail).toMatch(says)
    const { content } = ok(await shop.call('GET', 'reward_events?occasion=ACHIEVEMENT'))
    expect(content).toEqual([])
  })
})

describe('why an achievement brought nothing', () => {
  test('is kept with it: the condition, the value seen and the value needed', async () => {
    const shop = await openShop(server)
    const wanted = [
      { kind: 'CLASSIFICATIONS', classifications: ['CHECK-IN'] },
      { kind: 'AMOUNT', minimum: 20 },
      { kind: 'ORGANISATIONS', organisations: [{ code: 'MAIN' }] },
      { kind: 'SEGMENTS', any_of: ['VIP'] },
    ]
    for (const condition of wanted) await shop.offer({ ...five, conditions: [condition], on_top: true })
    await shop.offer({ award: { kind: 'FIXED', amount: 1 } })
    const { id, award } = ok(await report(shop, await shop.shopper(), { amount: 19.99 }))
    expect(award).toBe(0)
    const { refused, not_concerned } = await explained(shop, id)
    expect(not_concerned).toBe(0)
    const reasons = new Map(refused.map((each: { condition: string }) => [each.condition, each]))
    expect([...reasons.keys()].sort()).toEqual(['AMOUNT', 'CLASSIFICATIONS', 'ORGANISATIONS', 'SEGMENTS'])
    expect(reasons.get('CLASSIFICATIONS')).toMatchObject({ seen: 'Review', needed: 'CHECK-IN' })
    expect(reasons.get('AMOUNT')).toMatchObject({ seen: '19.99 EUR', needed: 'at least 20.00 EUR' })
    expect(reasons.get('ORGANISATIONS')).toMatchObject({ needed: 'Corner, Main St' })
  })

  test('is the better offer, where one was better', async () => {
    const shop = await openShop(server)
    const less = await shop.offer({ ...five, name: 'Less', award: { kind: 'FIXED', amount: 2 } })
    const more = await shop.offer({ ...five, name: 'More' })
    const event = ok(await report(shop, await shop.shopper()))
    expect(event.awards.map(({ offer }: { offer: { id: string } }) => offer.id)).toEqual([more])
    const { refused } = await explained(shop, event.id)
    expect(refused).toMatchObject([
      { offer: less, name: 'Less', condition: 'BETTER_OFFER', seen: '2.00 EUR' },
    ])
  })
})

describe('limits', () => {
  test('of a contact and of the budget hold for achievements at the same moment, to the cent', async () => {
    const shop = await openShop(server)
    await shop.offer({
      ...five,
      limits: { budget: 12, per_contact: { uses: 2, period: 'DAY' } },
    })
    const contacts = await Promise.all(Array.from({ length: 3 }, () => shop.shopper()))
    await Promise.all(contacts.flatMap((contact) => [1, 2, 3].map(() => report(shop, contact))))
    const balances = await Promise.all(contacts.map((contact) => shop.balance(contact)))
    expect(balances.reduce((sum, each) => sum + each, 0)).toBe(12)
    for (const balance of balances) expect(balance).toBeLessThanOrEqual(10)
    expect(await shop.verify()).toEqual([])
  })

  test('count the day of the business: the next day brings another award', async () => {
    const shop = await openShop(server, { timeZone: 'Europe/Nicosia' })
    await shop.offer({ ...five, limits: { per_contact: { uses: 1, period: 'DAY' } } })
    const contact = await shop.shopper()
    const at = async (time: string) => {
      server.clock.now = new Date(time)
      return ok(await report(shop, contact))
    }
    expect((await at('2026-11-23T21:59:00Z')).award).toBe(5)
    const second = await at('2026-11-23T21:59:30Z')
    expect(second.award).toBe(0)
    expect((await explained(shop, second.id)).refused).toMatchObject([
      { condition: 'PER_CONTACT_USES', seen: '1 times used', needed: 'less than 1 times' },
    ])
    expect((await at('2026-11-23T22:00:00Z')).award).toBe(5)
  })

  test('and goals count every third achievement', async () => {
    const shop = await openShop(server)
    await shop.offer({ ...five, progress: { of: 'VISITS', target: 3 } })
    const contact = await shop.shopper()
    const awards: number[] = []
    for (let time = 0; time < 6; time++) awards.push(ok(await report(shop, contact)).award)
    expect(awards).toEqual([0, 0, 5, 0, 0, 5])
  })
})

test('a lottery for achievements draws for each of them, and the draw can be told again', async () => {
  const shop = await openShop(server)
  await shop.offer({
    ...five,
    type: 'LOTTERY',
    goal: 'ACHIEVEMENT',
    conditions: [{ kind: 'LOTTERY', one_in: 2 }],
  })
  const contact = await shop.shopper()
  const events = await Promise.all(Array.from({ length: 40 }, () => report(shop, contact)))
  const awards = events.map((event) => ok(event).award)
  expect(new Set(awards)).toEqual(new Set([0, 5]))
  const lost = events[awards.indexOf(0)]?.body.id
  const { luck, refused } = await explained(shop, lost)
  expect(luck).toBeGreaterThanOrEqual(0)
  expect(refused).toMatchObject([{ condition: 'LOTTERY', seen: 'drew 1 of 2', needed: '0' }])
})

test('an offer for who holds a tier awards achievements of who holds it', async () => {
  const shop = await openShop(server)
  const gold = { name: 'Gold', code: 'GOLD', value_units: 50 }
  ok(await shop.call('PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'YEAR' }))
  ok(await shop.call('POST', 'reward_tiers', gold))
  await shop.offer({ ...five, conditions: [{ kind: 'TIERS', tiers: [{ code: 'GOLD' }] }] })
  const contact = await shop.shopper()
  expect(ok(await report(shop, contact)).award).toBe(0)
  ok(await shop.buy({ contact, total: 60 }))
  expect(ok(await report(shop, contact)).award).toBe(5)
})

test('a debt is repaid first from what an achievement brings', async () => {
  const shop = await openShop(server)
  await shop.offer({ award: { kind: 'PERCENTAGE', rate: 10 } })
  await shop.offer({ ...five, limits: {} })
  const contact = await shop.shopper()
  const first = ok(await shop.buy({ contact, total: 30 }))
  ok(await shop.buy({ contact, total: 3, spend: 3 }))
  ok(await shop.call('POST', `purchases/${first.id}/cancel`, {}))
  expect(ok(await report(shop, contact)).award).toBe(5)
  expect(await shop.balance(contact)).toBe(2)
  expect(await shop.verify()).toEqual([])
})

test('an award is recorded as an event; an achievement without one is not', async () => {
  const shop = await openShop(server)
  await shop.offer({ ...five, limits: { per_contact: { uses: 1 } } })
  const contact = await shop.shopper()
  const [first, second] = [ok(await report(shop, contact)), ok(await report(shop, contact))]
  const rows = await shop.work(({ db, actor }) =>
    db
      .selectFrom('events')
      .select(['type', 'entity_id'])
      .where('tenant', '=', actor.tenant)
      .where('entity_id', 'in', [first.id, second.id])
      .execute(),
  )
  expect(rows).toEqual([{ type: 'reward.awarded', entity_id: first.id }])
})

test('the wallet says where the money is from, and names no purchase', async () => {
  const shop = await openShop(server)
  await shop.offer({ ...five, name: 'Thank you' })
  const event = ok(await report(shop, await shop.shopper(), { reference_number: 'R-1' }))
  const { wallet } = ok(await shop.call('GET', `contacts/${event.contact.code}`))
  const { content } = ok(await shop.call('GET', `wallets/${wallet.id}/transactions`))
  expect(content).toMatchObject([
    {
      amount: 5,
      type: 'CREDIT',
      reward_event: {
        type: 'AWARD',
        code: event.code,
        reference_number: 'R-1',
        reward_offer: { name: 'Thank you' },
        performed_by: { id: shop.actor.business },
        purchase_id: null,
      },
    },
  ])
  const { lots } = ok(await shop.call('GET', `wallets/${wallet.id}?include_lots=true`))
  expect(lots).toMatchObject([{ amount: 5, offer: { name: 'Thank you' }, purchase_id: null }])
})

describe('reward_events', () => {
  test('are listed by contact, occasion and number, newest first, and read by id or code', async () => {
    const shop = await openShop(server)
    const [one, other] = [await shop.shopper(), await shop.shopper()]
    const first = ok(await report(shop, one))
    const second = ok(await report(shop, one))
    ok(await report(shop, other))
    const list = async (query: string) =>
      ok(await shop.call('GET', `reward_events?${query}`)).content.map((each: { id: string }) => each.id)
    expect(await list(`contact=${one}&occasion=ACHIEVEMENT`)).toEqual([second.id, first.id])
    expect(await list(`contact=${one}&occasion=BIRTHDAY`)).toEqual([])
    expect(await list(`reference_number=${first.reference_number}`)).toEqual([first.id])
    const { paging } = ok(
      await shop.call('GET', 'reward_events?occasion=ACHIEVEMENT&size=2&include_total=true'),
    )
    expect(paging).toEqual({ page: 1, size: 2, total: 3, has_more: true })
    const { explain, ...read } = ok(await shop.call('GET', `reward_events/${first.code}`))
    expect(read).toEqual(first)
    expect(explain).toMatchObject({ currency: 'EUR', awards: [], refused: [] })
  })

  test('are seen by the key of a merchant when they happened there, and reported there by it', async () => {
    const shop = await openShop(server)
    const contact = await shop.shopper()
    const { key } = ok(
      await shop.call('POST', 'api_keys', {
        name: 'Till',
        kind: 'SECRET',
        scopes: ['purchases:read', 'purchases:write'],
        organisation: { id: shop.merchant },
      }),
    )
    const elsewhere = ok(await report(shop, contact))
    const body = { contact: { code: contact }, classification: { code: 'Review' }, reference_number: 'T-1' }
    const here = ok(await shop.call('POST', 'achievements', body, { api_key: key }))
    expect(here.organisation).toEqual({ id: shop.merchant, name: 'Corner' })
    const { content } = ok(await shop.call('GET', 'reward_events', undefined, { api_key: key }))
    expect(content).toEqual([here])
    const hidden = await shop.call('GET', `reward_events/${elsewhere.id}`, undefined, { api_key: key })
    expect(hidden.status).toBe(400)
  })

  test('of another business are not found, and its offers award nothing here', async () => {
    const [here, there] = [await openShop(server), await openShop(server)]
    await there.offer(five)
    const { id, award } = ok(await report(here, await here.shopper()))
    expect(award).toBe(0)
    const { status, body } = await there.call('GET', `reward_events/${id}`)
    expect([status, body.error]).toEqual([400, 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION'])
    expect(ok(await there.call('GET', 'reward_events')).content).toEqual([])
  })
})
