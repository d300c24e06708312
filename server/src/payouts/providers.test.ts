import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { card, openProviderShop, paypal, simulated } from '../../test/payout-shop.ts'
import { type PayoutSimulator, startPayoutSimulator } from '../../test/payout-simulator/index.ts'

type ProviderShop = Awaited<ReturnType<typeof openProviderShop>>

let simulator: PayoutSimulator
let server: TestServer
let shop: ProviderShop
beforeAll(async () => {
  simulator = await startPayoutSimulator()
  server = await startServer(simulated(simulator.url))
  shop = await openProviderShop(server)
})
beforeEach(() => {
  simulator.misbehave(() => 'NONE')
  simulator.delay(0)
})
afterAll(async () => {
  await server.stop()
  await simulator.stop()
})

function waitMinutes(minutes: number) {
  server.clock.now = new Date(server.clock.now.getTime() + minutes * 60_000)
}

/** A spend of 30.00 by a shopper who is paid by the method, sent once. */
async function sent(method: object, amount = 30) {
  const maria = await shop.rich()
  await shop.method(maria, method)
  const { body } = await shop.spend(maria, amount)
  const id: string = body.payout.id
  await server.sendPayouts()
  const payout = await shop.payout(id)
  const reference: string = payout.attempts[0].reference
  const mine = () => simulator.payments.filter((each) => each.reference === reference)
  return { maria, purchase: body.id, id, payout, reference, mine }
}

describe.each([
  ['Stripe', card, 'acct_maria', 'eur'],
  ['PayPal', paypal, 'maria@example.com', 'EUR'],
])('%s', (name, method, recipient, currency) => {
  const url = () => (name === 'Stripe' ? shop.stripeMessages : shop.paypalMessages)

  test('is asked once, under our reference, and tells how it stands when it is asked', async () => {
    const { id, payout, reference, mine } = await sent(method)
    expect(payout).toMatchObject({ state: 'SENT', money: 'PAID_OUT', provider: name.toUpperCase() })
    expect(mine()).toMatchObject([{ minor: 3_000, currency, recipient, status: 'processing' }])
    expect(reference).toMatch(/^[0-9A-Z]{26}-1$/)

    simulator.move((each) => each.reference === reference, 'posted')
    waitMinutes(2)
    await server.sendPayouts()
    expect((await shop.payout(id)).state).toBe('PAID')
    expect([simulator.asks.get(reference), await shop.verify()]).toEqual([1, []])
  })

  test.each(['HANG_AFTER', 'ERROR_AFTER', 'CLOSE_AFTER'] as const)(
    'that paid and lost its answer (%s) is asked what became of it, and pays once',
    async (fault) => {
      simulator.misbehave((_, number) => (number === 1 ? fault : 'NONE'))
      const { id, payout, mine } = await sent(method)
      // A connection that is closed is tried once more by Stripe's own library, under the same key.
      expect(['UNKNOWN', 'SENT']).toContain(payout.state)
      waitMinutes(1)
      await server.sendPayouts()
      expect((await shop.payout(id)).state).toBe('SENT')
      expect([mine().length, await shop.verify()]).toEqual([1, []])
    },
  )

  test.each(['HANG_BEFORE', 'ERROR_BEFORE'] as const)(
    'that did not pay (%s) is asked to pay again under the same reference',
    async (fault) => {
      simulator.misbehave((_, number) => (number === 1 ? fault : 'NONE'))
      const { id, payout, mine } = await sent(method)
      expect(payout).toMatchObject({ state: 'UNKNOWN', money: 'CLEARING' })
      expect(mine()).toEqual([])
      waitMinutes(1)
      await server.sendPayouts()
      expect(await shop.payout(id)).toMatchObject({ state: 'SENT', attempts: [{ number: 1 }] })
      expect([mine().length, await shop.verify()]).toEqual([1, []])
    },
  )

  test('that declines is left for the wallet', async () => {
    simulator.misbehave(() => 'DECLINE')
    const { id, payout, mine } = await sent(method)
    expect(payout).toMatchObject({ state: 'FAILED', attempts: [{ state: 'DECLINED' }] })
    expect(payout.reason).toMatch(/^[\w]+$/)
    await server.sendPayouts()
    expect(await shop.payout(id)).toMatchObject({ state: 'PAID', money: 'WALLET' })
    expect([mine(), await shop.verify()]).toEqual([[], []])
  })

  test('that sends the money back after it was paid has it paid to the wallet', async () => {
    const { id, reference } = await sent(method)
    const [payment] = simulator.move((each) => each.reference === reference, 'posted')
    if (!payment) throw new Error('it was paid')
    expect(await simulator.tell(payment, url())).toBe(200)
    expect((await shop.payout(id)).state).toBe('PAID')
    simulator.move((each) => each.reference === reference, 'returned', 'payout_method_closed')
    expect(await simulator.tell(payment, url())).toBe(200)
    expect(await shop.payout(id)).toMatchObject({
      state: 'RETURNED',
      reason: 'payout_method_closed',
      money: 'CLEARING',
    })
    await server.sendPayouts()
    expect(await shop.payout(id)).toMatchObject({ state: 'PAID', money: 'WALLET' })
    expect(await shop.verify()).toEqual([])
  })

  test('may send its message ten times at once, and in any order', async () => {
    const { id, reference, mine } = await sent(method)
    const [payment] = mine()
    if (!payment) throw new Error('it was paid')
    // The message says processing, and is late: the payment is posted when it is asked about.
    const late = { ...payment }
    simulator.move((each) => each.reference === reference, 'posted')
    const statuses = await Promise.all(
      Array.from({ length: 10 }, (_, number) => simulator.tell(number % 2 === 0 ? late : payment, url())),
    )
    expect(statuses).toEqual(Array(10).fill(200))
    const payout = await shop.payout(id)
    expect([payout.state, payout.attempts.length, await shop.verify()]).toEqual(['PAID', 1, []])
  })

  test('is not believed when its message was changed, or comes from somebody else', async () => {
    const { id, mine } = await sent(method)
    const [payment] = mine()
    if (!payment) throw new Error('it was paid')
    expect(await simulator.tell(payment, url(), (body) => body.replace('"id"', '"id" '))).toBe(400)
    const forged = await fetch(url(), {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect(forged.status).toBe(400)
    expect((await shop.payout(id)).state).toBe('SENT')
  })

  test('that sends back what a voided purchase had paid out ends the matter', async () => {
    const { maria, purchase, id, reference, mine } = await sent(method)
    await shop.call('POST', `purchases/${purchase}/cancel`, {})
    expect((await shop.payout(id)).state).toBe('REVERSAL_REQUIRED')
    const [payment] = mine()
    if (!payment) throw new Error('it was paid')
    simulator.move((each) => each.reference === reference, 'returned', 'recalled')
    expect(await simulator.tell(payment, url())).toBe(200)
    expect(await shop.payout(id)).toMatchObject({ state: 'REVERSED', money: 'BACK' })
    expect([await shop.balance(maria), await shop.verify()]).toEqual([100, []])
  })
})

test('a message to a provider that nobody configured is not found', async () => {
  const answer = await fetch(`${server.url}/webhooks/payouts/0199b1c4-5a7e-7c21-9f3d-6b0c8d2e4f11`, {
    method: 'POST',
    body: '{}',
  })
  expect(answer.status).toBe(404)
})

test('a provider whose configuration is gone leaves the payout unknown, and it is paid when it is back', async () => {
  const other = await openProviderShop(server)
  const maria = await other.rich()
  await other.method(maria, card)
  const { body } = await other.spend(maria, 10)
  await other.call('PUT', 'payout_providers/STRIPE', { stripe: { secret_key: 'sk_test_rolled00' } })
  await server.sendPayouts()
  expect(await other.payout(body.payout.id)).toMatchObject({ state: 'UNKNOWN', reason: 'status 401' })
  await other.call('PUT', 'payout_providers/STRIPE', { stripe: { secret_key: 'sk_test_simulator0000' } })
  waitMinutes(10)
  await server.sendPayouts()
  expect((await other.payout(body.payout.id)).state).toBe('SENT')
})

test('nothing is locked while a provider is asked', async () => {
  const maria = await shop.rich()
  await shop.method(maria, card)
  const { body } = await shop.spend(maria, 10)
  const { id } = body.payout
  const locked: unknown[] = []
  let isChecked = false
  simulator.onAsked(async () => {
    const lock = (table: string) =>
      server.database.pool.query(
        `select 1 from ${table} where tenant = ${shop.actor.tenant} for update nowait`,
      )
    for (const table of ['payouts', 'purchases', 'accounts'])
      await lock(table).catch((error) => locked.push(error))
    isChecked = true
  })
  simulator.misbehave(() => 'HANG_AFTER')
  await server.sendPayouts()
  simulator.onAsked(() => {})
  expect([(await shop.payout(id)).state, isChecked, locked]).toEqual(['UNKNOWN', true, []])
})
