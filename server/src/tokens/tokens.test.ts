import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'

const NOON = new Date('2026-11-23T10:00:00Z')
const MINUTE = 60_000

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
})
beforeEach(async () => {
  server.clock.now = NOON
  shop = await openShop(server)
  await shop.offer(tenPercent)
})
afterAll(() => server.stop())

const ok = ({ status, body, text }: Answer): Answer['body'] => {
  expect(status, text).toBe(200)
  return body
}

/** A shopper with so much to spend. */
async function rich(amount: number): Promise<string> {
  const contact = await shop.shopper()
  ok(await shop.buy({ contact, total: amount * 10 }))
  return contact
}

interface Token {
  readonly id: string
  readonly value: string
  readonly alternative_token: string
}

async function tokenFor(contact: string, spend_amount?: number): Promise<Token> {
  return ok(await shop.call('POST', `contacts/${contact}/tokens`, { intent: 'SPEND', spend_amount }))
}

function later(minutes: number): void {
  server.clock.now = new Date(server.clock.now.getTime() + minutes * MINUTE)
}

/** Six digits that are nobody's. */
const wrong = ({ value }: Token, by = 1) => String((Number(value) + by) % 1_000_000).padStart(6, '0')

describe('a one-time code', () => {
  test('says who buys and allows one spend of as much as there is', async () => {
    const contact = await rich(3)
    const { value } = await tokenFor(contact)
    const answer = ok(await shop.buy({ otp: value, total: 20 }))
    expect(answer).toMatchObject({ rewards: { spend: 3, award: 1.7 }, amount_due: 17 })
    expect(answer.spends).toMatchObject([{ amount: 3, method: 'OTP' }])
    expect(await shop.balance(contact)).toBe(1.7)
    expect(await shop.verify()).toEqual([])
  })

  test('of 16 digits does the same, written with blanks or without', async () => {
    const contact = await rich(3)
    const { alternative_token } = await tokenFor(contact)
    const otp = alternative_token.replaceAll(/(\d{4})/g, '$1 ').trim()
    expect(ok(await shop.buy({ otp, total: 20 })).rewards.spend).toBe(3)
  })

  test('allows the amount that it was made for; another asked for beside it is refused', async () => {
    const contact = await rich(3)
    const { value } = await tokenFor(contact, 1.25)
    const other = await shop.buy({ otp: value, total: 20, spend: 2 })
    expect(other.body.field_errors[0]).toMatchObject({ path: 'spend_request.amount' })
    expect(other.body.detail).toContain('1.25 EUR')
    expect(ok(await shop.buy({ otp: value, total: 20, spend: 1.25 })).rewards.spend).toBe(1.25)
  })

  test('of an amount that the wallet does not hold is not made', async () => {
    const contact = await rich(3)
    const { status, body } = await shop.call('POST', `contacts/${contact}/tokens`, {
      intent: 'SPEND',
      spend_amount: 3.01,
    })
    expect([status, body.error]).toEqual([400, 'COM.CRM.EXCEPTIONS.SPENDAMOUNTNOTCOVEREDEXCEPTION'])
    expect(body.detail).toBe('3.01 EUR was asked for; the wallet holds 3.00 EUR.')
  })

  test('is told once: neither the list nor the same request again has it', async () => {
    const contact = await rich(3)
    const key = { 'idempotency-key': 'once' }
    const path = `contacts/${contact}/tokens`
    const made = ok(await shop.call('POST', path, { intent: 'SPEND' }, key))
    const again = ok(await shop.call('POST', path, { intent: 'SPEND' }, key))
    const { content } = ok(await shop.call('GET', path))
    expect([again.id, content[0].id]).toEqual([made.id, made.id])
    expect([again.value, again.alternative_token, content[0].value]).toEqual([null, null, null])
    const stored = await server.database.pool.query('select t::text as row from spend_tokens t')
    for (const { row } of stored.rows) expect(row).not.toMatch(new RegExp(`\\b${made.value}\\b`))
  })

  test('is over when it is used, when it is old, and when there is a newer one: each says so', async () => {
    const contact = await rich(3)
    const used = await tokenFor(contact, 1)
    ok(await shop.buy({ otp: used.value }))
    const errors = [(await shop.buy({ otp: used.value })).body.error]
    const replaced = await tokenFor(contact, 1)
    const old = await tokenFor(contact, 1)
    errors.push((await shop.buy({ otp: replaced.value })).body.error)
    later(5)
    errors.push((await shop.buy({ otp: old.value })).body.error)
    expect(errors).toEqual([
      'CRM.EXCEPTIONS.TOKENALREADYUSEDEXCEPTION',
      'CRM.EXCEPTIONS.TOKENEXPIREDEXCEPTION',
      'CRM.EXCEPTIONS.TOKENEXPIREDEXCEPTION',
    ])
    expect((await shop.call('GET', `contacts/${contact}/tokens`)).body.content).toEqual([])
  })

  test('of another contact than the till names is not found', async () => {
    const { value } = await tokenFor(await rich(3))
    const { status, body } = await shop.buy({ contact: await rich(1), otp: value })
    expect([status, body.error]).toEqual([400, 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION'])
    expect(body.parameters).toEqual(['otp', '******'])
  })

  test('is not used up by a quote, nor by a purchase that is refused', async () => {
    const contact = await rich(3)
    const { value } = await tokenFor(contact)
    expect(ok(await shop.buy({ otp: value, total: 20 }, '?simulate=true')).rewards.spend).toBe(3)
    const whole = { spend_request: { amount: 9, restrict_fully_covered: true } }
    expect((await shop.buy({ otp: value, total: 20, ...whole })).status).toBe(400)
    expect(ok(await shop.buy({ otp: value, total: 20 })).rewards.spend).toBe(3)
  })

  test('sent again with the same purchase gets the same answer', async () => {
    const { value } = await tokenFor(await rich(3))
    const first = await shop.buy({ otp: value, total: 20, reference: 'AGAIN' })
    expect((await shop.buy({ otp: value, total: 20, reference: 'AGAIN' })).text).toBe(first.text)
  })

  test('complaint: check-then-act races. Of 50 tills with one code exactly one wins', async () => {
    const contact = await rich(3)
    const { value, alternative_token } = await tokenFor(contact)
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, till) =>
        shop.buy({ otp: till % 2 === 0 ? value : alternative_token, total: 20 }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const refused = answers.filter(({ status }) => status !== 200)
    expect(new Set(refused.map(({ body }) => body.error))).toEqual(
      new Set(['CRM.EXCEPTIONS.TOKENALREADYUSEDEXCEPTION']),
    )
    expect(await shop.balance(contact)).toBe(1.7)
    expect(await shop.verify()).toEqual([])
  })

  test('made twenty times at once is one code that works', async () => {
    const contact = await rich(3)
    const made = await Promise.all(Array.from({ length: 20 }, () => tokenFor(contact)))
    const { content } = ok(await shop.call('GET', `contacts/${contact}/tokens`))
    expect(content).toHaveLength(1)
    const { value } = made.find(({ id }) => id === content[0].id) ?? { value: '' }
    expect(ok(await shop.buy({ otp: value })).rewards.spend).toBe(3)
  })
})

describe('complaint: hold not released after an abandoned checkout', () => {
  test('a code that nobody used and a quote that nobody posted keep no money back', async () => {
    const contact = await rich(3)
    await tokenFor(contact, 3)
    ok(await shop.buy({ contact, spend: 3 }, '?simulate=true'))
    expect(await shop.balance(contact)).toBe(3)
    expect(ok(await shop.buy({ contact, spend: 3 })).rewards.spend).toBe(3)
  })
})

describe('guessing', () => {
  test('of a hundred tries at one code from twenty tills at most five are judged; the 16 digits and other means still work', async () => {
    const contact = await rich(3)
    const token = await tokenFor(contact)
    const tills = await Promise.all(
      Array.from({ length: 20 }, async (_, till) =>
        ok(
          await shop.call('POST', 'organisations', {
            type: 'VENUE',
            name: `Till ${till}`,
            code: `T${till}`,
            parent: { id: shop.merchant },
            taps: [{ code: `TAP${till}`, name: 't' }],
          }),
        ),
      ),
    )
    const tries = Array.from({ length: 100 }, (_, index) => index)
    const answers = await Promise.all(
      tries.map((index) =>
        shop.buy({
          otp: wrong(token, index + 1),
          organisation: { venue_tap: { code: `TAP${index % tills.length}` } },
        }),
      ),
    )
    expect(answers.every(({ status }) => status === 400 || status === 429)).toBe(true)
    // Dead even for who knows it: so the sixth and every later guess would have told nothing.
    const right = await shop.buy({ otp: token.value })
    expect([right.status, right.body.error]).toEqual([429, 'CRM.EXCEPTIONS.TOOMANYATTEMPTSEXCEPTION'])
    await server.sendWebhooks()
    const { content } = ok(await shop.call('GET', 'events?type=token.blocked'))
    expect(content.map(({ entity_id }: { entity_id: string }) => entity_id)).toEqual([token.id])
    expect(ok(await shop.buy({ contact, total: 5, spend: 1 })).rewards.spend).toBe(1)
    expect(ok(await shop.buy({ otp: token.alternative_token, total: 5 })).rewards.spend).toBe(2.4)
  })

  test('a till that was wrong five times waits a quarter of an hour, other tills do not', async () => {
    const contact = await rich(3)
    for (let guess = 0; guess < 5; guess++) {
      const token = await tokenFor(contact)
      expect((await shop.buy({ otp: wrong(token) })).status).toBe(400)
    }
    const { value } = await tokenFor(contact)
    const waits = await shop.buy({ otp: value })
    expect([waits.status, waits.headers['retry-after']]).toEqual([429, '900'])
    const merchant = { organisation: { merchant_tap: { code: 'M1' } } }
    expect(ok(await shop.buy({ otp: value, ...merchant })).rewards.spend).toBe(3)
    later(15)
    const next = await tokenFor(contact)
    expect((await shop.buy({ otp: next.value })).status).toBe(200)
  })

  test('a code of the wrong length is refused by name and counts as no guess', async () => {
    const { status, body } = await shop.buy({ otp: '12345' })
    expect([status, body.field_errors[0].path]).toEqual([400, 'contact.otp'])
    expect(body.detail).toContain('6 or 16 digits')
  })
})
