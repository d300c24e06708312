import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

function ok({ status, body, text }: Answer) {
  expect(status, text).toBe(200)
  return body
}

const fixed = (type: string, amount: number, more: object = {}) => ({
  type,
  name: type,
  award: { kind: 'FIXED', amount },
  ...more,
})

const whole = {
  first_name: 'Anna',
  last_name: 'Petrou',
  birthday: '1990-05-31',
  emails: [{ email_address: 'anna@example.com' }],
}

let codes = 0
async function register(shop: Shop, more: object = {}): Promise<string> {
  codes += 1
  return ok(await shop.call('POST', 'contacts', { code: `N${codes}`, ...more })).code
}

async function events(shop: Shop, contact: string) {
  const { content } = ok(await shop.call('GET', `reward_events?contact=${contact}&order=ASC`))
  return content.map(({ occasion, award }: { occasion: string; award: number }) => [occasion, award])
}

describe('signing up', () => {
  test('is awarded in the moment of it, once', async () => {
    const shop = await openShop(server)
    await shop.offer(fixed('SIGNUP', 3))
    const key = { 'idempotency-key': 'sign-up-1' }
    const body = { code: 'ANNA', first_name: 'Anna' }
    const [first, second] = [
      await shop.call('POST', 'contacts', body, key),
      await shop.call('POST', 'contacts', body, key),
    ]
    expect(second.text).toBe(first.text)
    expect(await shop.balance('ANNA')).toBe(3)
    expect(await events(shop, 'ANNA')).toEqual([['SIGN_UP', 3]])
    expect(await shop.verify()).toEqual([])
  })

  test('of many at the same moment never overruns the budget', async () => {
    const shop = await openShop(server)
    await shop.offer(fixed('SIGNUP', 3, { limits: { budget: 10 } }))
    const contacts = await Promise.all(Array.from({ length: 8 }, () => register(shop)))
    const balances = await Promise.all(contacts.map((contact) => shop.balance(contact)))
    expect(balances.sort()).toEqual([0, 0, 0, 0, 1, 3, 3, 3])
    expect(await shop.verify()).toEqual([])
  })

  test('without an offer is kept, so that it can be told that there was none', async () => {
    const shop = await openShop(server)
    const contact = await register(shop)
    const { content } = ok(await shop.call('GET', `reward_events?contact=${contact}`))
    expect(content).toMatchObject([{ occasion: 'SIGN_UP', award: 0, awards: [] }])
    const { explain } = ok(await shop.call('GET', `reward_events/${content[0].id}`))
    expect(explain).toMatchObject({ awards: [], refused: [], not_concerned: 0 })
  })

  test('that is refused leaves no award', async () => {
    const shop = await openShop(server)
    await shop.offer(fixed('SIGNUP', 3))
    await register(shop, { code: 'TWICE' })
    const { status } = await shop.call('POST', 'contacts', { code: 'TWICE' })
    expect(status).toBe(400)
    expect(await shop.balance('TWICE')).toBe(3)
    expect(ok(await shop.call('GET', 'reward_events')).content).toHaveLength(1)
  })

  test('through the key of a merchant happens at that merchant', async () => {
    const shop = await openShop(server)
    await shop.offer(
      fixed('SIGNUP', 3, { conditions: [{ kind: 'ORGANISATIONS', organisations: [{ code: 'CORNER' }] }] }),
    )
    const made = ok(
      await shop.call('POST', 'api_keys', {
        name: 'Till',
        kind: 'SECRET',
        scopes: ['contacts:write'],
        organisation: { id: shop.merchant },
      }),
    )
    ok(await shop.call('POST', 'contacts', { code: 'THERE' }, { api_key: made.key }))
    await register(shop, { code: 'ELSEWHERE' })
    expect([await shop.balance('THERE'), await shop.balance('ELSEWHERE')]).toEqual([3, 0])
  })
})

describe('a complete profile', () => {
  test('is awarded when it is complete from the start', async () => {
    const shop = await openShop(server)
    await shop.offer(fixed('PROFILE', 2))
    const contact = await register(shop, whole)
    expect(await events(shop, contact)).toEqual([
      ['SIGN_UP', 0],
      ['PROFILE', 2],
    ])
  })

  test('is awarded when the last of it is entered, and never again', async () => {
    const shop = await openShop(server)
    await shop.offer(fixed('PROFILE', 2))
    const { birthday, ...rest } = whole
    const contact = await register(shop, rest)
    const change = async (body: object) => ok(await shop.call('PUT', `contacts/${contact}`, body))
    await change({ language_code: 'el' })
    expect(await shop.balance(contact)).toBe(0)
    const changed = await change({ birthday })
    expect(changed.wallet.balance).toBe(2)
    await change({ birthday: null })
    await change({ birthday })
    await change({ language_code: 'en' })
    expect(await shop.balance(contact)).toBe(2)
    expect(await events(shop, contact)).toEqual([
      ['SIGN_UP', 0],
      ['PROFILE', 2],
    ])
  })

  test('that many complete at the same moment is awarded once', async () => {
    const shop = await openShop(server)
    await shop.offer(fixed('PROFILE', 2))
    const { birthday, ...rest } = whole
    const contact = await register(shop, rest)
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => shop.call('PUT', `contacts/${contact}`, { birthday })),
    )
    for (const answer of answers) ok(answer)
    expect(await shop.balance(contact)).toBe(2)
    expect(await shop.verify()).toEqual([])
  })
})

describe('a referral', () => {
  async function referrer(shop: Shop): Promise<string> {
    const code = await register(shop)
    ok(await shop.call('PUT', `contacts/${code}`, { referral_code: `FRIEND-OF-${code}` }))
    return code
  }
  const friendOf = (code: string) => ({ referral_code_used: `FRIEND-OF-${code}` })

  test('is awarded to who sent the friend, and the sign-up to the friend', async () => {
    const shop = await openShop(server)
    await shop.offer(fixed('REFER', 4))
    await shop.offer(fixed('SIGNUP', 1))
    const sender = await referrer(shop)
    const friend = await register(shop, friendOf(sender))
    expect([await shop.balance(sender), await shop.balance(friend)]).toEqual([5, 1])
    const { content } = ok(await shop.call('GET', `reward_events?contact=${sender}&occasion=REFERRAL`))
    const { id } = ok(await shop.call('GET', `contacts/${friend}`))
    expect(content).toMatchObject([{ reference_number: id, award: 4 }])
    expect(await shop.verify()).toEqual([])
  })

  test('by the code of a contact that was merged is awarded to the one that is left', async () => {
    const shop = await openShop(server)
    await shop.offer(fixed('REFER', 4))
    const sender = await referrer(shop)
    const left = await register(shop)
    ok(await shop.call('POST', `contacts/${sender}/merge`, { contact_id: left }))
    await register(shop, friendOf(sender))
    expect(await shop.balance(left)).toBe(4)
    expect(await shop.verify()).toEqual([])
  })

  test('is awarded twice a day when nothing else is said, and the third says why not', async () => {
    const shop = await openShop(server)
    server.clock.now = new Date('2026-11-23T10:00:00Z')
    await shop.offer(fixed('REFER', 4))
    const sender = await referrer(shop)
    await Promise.all([1, 2, 3, 4].map(() => register(shop, friendOf(sender))))
    expect(await shop.balance(sender)).toBe(8)
    const { content } = ok(await shop.call('GET', `reward_events?contact=${sender}&occasion=REFERRAL`))
    const refused = content.filter(({ award }: { award: number }) => award === 0)
    expect(refused).toHaveLength(2)
    const { explain } = ok(await shop.call('GET', `reward_events/${refused[0].id}`))
    expect(explain.refused).toMatchObject([
      { name: 'REFER', condition: 'PER_CONTACT_USES', seen: '2 times used', needed: 'less than 2 times' },
    ])
    server.clock.now = new Date('2026-11-24T10:00:00Z')
    await register(shop, friendOf(sender))
    expect(await shop.balance(sender)).toBe(12)
    expect(await shop.verify()).toEqual([])
  })

  test('while the referrer buys elsewhere loses neither award', async () => {
    const shop = await openShop(server)
    await shop.offer(fixed('REFER', 4, { limits: { budget: 1_000 } }))
    await shop.offer({ award: { kind: 'PERCENTAGE', rate: 10 }, limits: { budget: 1_000 } })
    const sender = await referrer(shop)
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        index % 2 === 0 ? register(shop, friendOf(sender)) : shop.buy({ contact: sender }).then(ok),
      ),
    )
    expect(await shop.balance(sender)).toBe(25)
    expect(await shop.verify()).toEqual([])
  })
})
