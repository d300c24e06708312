import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openPurseShop, type PurseShop } from '../../test/purse.ts'

// docs/test-mode.md promises; each row of its tables is tried here.
const page = await readFile(new URL('../../../docs/test-mode.md', import.meta.url), 'utf8')
const cells = (row: string) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''))
const rowsOf = (first: string): readonly string[][] => {
  const lines = page.split('\n')
  const start = lines.findIndex((line) => cells(line)[0] === first)
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'))
  return lines.slice(start + 2, end).map(cells)
}

let server: TestServer
let shop: PurseShop
beforeAll(async () => {
  server = await startServer()
})
beforeEach(async () => {
  shop = await openPurseShop(server)
})
afterAll(() => server.stop())

async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body, text } = await asked
  expect(status, text).toBeLessThan(300)
  return body
}

test('the page has its tables', () => {
  expect(rowsOf('One-time code')).toHaveLength(4)
  expect(rowsOf('Behaves as')).toHaveLength(4)
  expect(rowsOf('Cents')).toHaveLength(7)
})

test.each(rowsOf('One-time code'))('the code %s is answered with %s', async (otp, error) => {
  for (let tries = 0; tries < 7; tries++) {
    const refused = await shop.buy({ otp: String(otp), total: 5, spend: 1 })
    expect(refused.body.error).toBe(error)
  }
  // None of them was counted.
  const contact = await shop.shopper()
  const { value } = await ok(shop.call('POST', `contacts/${contact}/tokens`, { intent: 'SPEND' }))
  await ok(shop.buy({ otp: value, total: 5 }))
})

test('in LIVE mode such a code is a wrong one like any other', async () => {
  const live = await openPurseShop(server, { mode: 'LIVE' })
  for (const [otp] of rowsOf('One-time code').slice(0, 2))
    expect((await live.buy({ otp: String(otp), total: 5, spend: 1 })).body.parameters).toEqual([
      'otp',
      '******',
    ])
})

describe('people', () => {
  const identified = (email = '', phone = '', card = '') => [
    { emails: [{ email_address: email }] },
    { phones: [{ number: phone }] },
    ...(card === '' ? [] : [{ loyalty_identifiers: [{ identifier: card }] }]),
  ]
  const people = new Map(rowsOf('Behaves as').map(([as = '', ...by]) => [as, identified(...by.slice(0, 3))]))
  const by = (as: string) => people.get(as) ?? []

  test.each(['TAKEN', 'NOBODY'])('%s are registered never', async (as) => {
    for (const body of by(as)) {
      const { status, text } = await shop.call('POST', 'contacts', body)
      expect([status, text]).toEqual([400, expect.stringContaining('ALREADYEXISTS')])
    }
    const live = await openPurseShop(server, { mode: 'LIVE' })
    for (const body of by(as)) await ok(live.call('POST', 'contacts', body))
  })

  test('FIXED_CODE proves who they are with one code', async () => {
    for (const body of by('FIXED_CODE')) {
      const { id } = await ok(shop.call('POST', 'contacts', body))
      const method = 'emails' in body ? 'EMAIL' : 'SMS'
      const { auth_otp } = await ok(shop.call('POST', `contacts/${id}/otp`, { method }))
      await ok(shop.call('POST', `contacts/${id}/validate_otp`, { auth_otp, code: '246810' }))
    }
  })

  test('BLOCKED are sent no code', async () => {
    for (const body of by('BLOCKED')) {
      const { id } = await ok(shop.call('POST', 'contacts', body))
      const method = 'emails' in body ? 'EMAIL' : 'SMS'
      const { status, headers } = await shop.call('POST', `contacts/${id}/otp`, { method })
      expect(status).toBe(429)
      expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    }
  })
})

test.each(rowsOf('Cents'))(
  'a payout with %s is tried and ends as %s',
  async (cents = '', state) => {
    const { id, wallet } = await ok(shop.call('POST', 'contacts?include_wallet=true', { first_name: 'P' }))
    const paypal = { email: 'p@example.com' }
    const method = { payment_method_type: 'PAYPAL', paypal }
    await ok(shop.call('POST', `contacts/${id}/payment_methods`, method))
    const credit = { type: 'CREDIT', amount: 9, reason: 'A test' }
    await ok(shop.call('POST', `wallets/${wallet.id}/adjustments`, credit))
    const spend = Number(`1${cents}`)
    await ok(
      shop.call('POST', 'purchases', {
        contact: { id },
        organisation: { venue_tap: { code: 'V1' } },
        transaction_amounts: { total: 30 },
        spend_request: { amount: spend },
        reduction_method: 'BACK_END',
      }),
    )
    for (let day = 0; day < 5; day++) await ok(shop.call('POST', 'test_helpers/clock', { by: 'P1D' }))
    const { content } = await ok(shop.call('GET', 'payouts'))
    const { attempts } = await ok(shop.call('GET', `payouts/${content[0].id}`))
    expect(attempts[0]).toMatchObject({ provider: 'PRETEND', state })
  },
  60_000,
)
