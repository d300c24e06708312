import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { card, openProviderShop, paypal, simulated } from '../../test/payout-shop.ts'
import {
  type Fault,
  type PayoutSimulator,
  paidBy,
  startPayoutSimulator,
} from '../../test/payout-simulator/index.ts'
import { present } from '../kit/invariant.ts'

type ProviderShop = Awaited<ReturnType<typeof openProviderShop>>

let simulator: PayoutSimulator
let server: TestServer
let shop: ProviderShop
beforeAll(async () => {
  simulator = await startPayoutSimulator()
  server = await startServer(simulated(simulator.url, 60))
  // Further servers on the same database: each does rounds of its own.
  await server.another()
  await server.another()
})
beforeEach(async () => {
  simulator.misbehave(() => 'NONE')
  simulator.onAsked(() => {})
  shop = await openProviderShop(server)
})
afterAll(async () => {
  await server.stop()
  await simulator.stop()
})

function waitMinutes(minutes: number) {
  server.clock.now = new Date(server.clock.now.getTime() + minutes * 60_000)
}

/** Every payout of the shop, as its table has it. */
function allPayouts() {
  return server.database.query
    .selectFrom('payouts')
    .select(['id', 'state', 'money', 'amount', 'provider'])
    .where('tenant', '=', shop.actor.tenant)
    .execute()
}

async function ourPayments() {
  const attempts = await server.database.query
    .selectFrom('payout_attempts')
    .select('reference')
    .where('tenant', '=', shop.actor.tenant)
    .execute()
  const references = new Set(attempts.map(({ reference }) => reference))
  return simulator.payments.filter(({ reference }) => references.has(reference))
}

test('three servers that send at once ask for each payout once', async () => {
  const maria = await shop.rich(300)
  await shop.method(maria, card)
  for (let number = 0; number < 20; number++) await shop.spend(maria, 10)
  await Promise.all([server.sendPayouts(), server.sendPayouts(), server.sendPayouts()])
  const payments = await ourPayments()
  expect(payments).toHaveLength(20)
  expect(payments.map(({ reference }) => simulator.asks.get(reference))).toEqual(Array(20).fill(1))
  expect((await allPayouts()).map(({ state }) => state)).toEqual(Array(20).fill('SENT'))
  expect(await shop.verify()).toEqual([])
})

describe('a server that is killed', () => {
  const sender = fileURLToPath(new URL('../../test/payout-sender.ts', import.meta.url))

  /** Starts a process that sends, kills it when the provider was asked, and answers the payout. */
  async function killed(fault: Fault) {
    const maria = await shop.rich()
    await shop.method(maria, card)
    const { body } = await shop.spend(maria, 30)
    simulator.misbehave((_, number) => (number === 1 ? fault : 'NONE'))
    const child = spawn(process.execPath, [path.resolve(sender)], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        DATABASE_URL: server.database.url,
        SECRET: server.secret.toString('hex'),
        SIMULATOR: simulator.url,
        NOW: server.clock.now.toISOString(),
      },
    })
    const isOver = once(child, 'exit')
    await new Promise<void>((resolve, reject) => {
      simulator.onAsked(() => resolve())
      child.on('exit', (code) => reject(new Error(`it ended by itself with ${code}`)))
    })
    // The request has come; whatever its fault says has happened when this turn is over.
    await new Promise((resolve) => setTimeout(resolve, 50))
    child.kill('SIGKILL')
    await isOver
    return body.payout.id
  }

  test.each(['HANG_BEFORE', 'HANG_AFTER'] as const)(
    'between the intent and the record (%s) leaves a payout that is asked about and paid once',
    async (fault) => {
      const id = await killed(fault)
      expect(await shop.payout(id)).toMatchObject({ state: 'SENDING', money: 'CLEARING' })
      await server.sendPayouts()
      expect((await shop.payout(id)).state).toBe('SENDING')
      waitMinutes(3)
      await server.sendPayouts()
      const payout = await shop.payout(id)
      expect([payout.state, payout.attempts.length]).toEqual(['SENT', 1])
      expect(payout.attempts[0].asked).toBe(fault === 'HANG_BEFORE' ? 2 : 1)
      const payments = await ourPayments()
      expect([payments.length, paidBy(payments), await shop.verify()]).toEqual([1, 3_000, []])
    },
  )
})

/** Small, and the same on every run: mulberry32. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const FAULTS: readonly Fault[] = [
  'NONE',
  'NONE',
  'NONE',
  'DECLINE',
  'ERROR_BEFORE',
  'ERROR_AFTER',
  'HANG_BEFORE',
  'HANG_AFTER',
  'CLOSE_BEFORE',
  'CLOSE_AFTER',
]

test.each([1, 2])(
  'seed %i: of 150 payouts with faults at random, what providers paid is what the books say, to the cent',
  async (seed) => {
    const draw = random(seed)
    const pick = <Each>(from: readonly Each[]): Each =>
      present(from[Math.floor(draw() * from.length)], 'there is one of each number')
    simulator.misbehave((_, number) => (number > 3 ? 'NONE' : pick(FAULTS)))
    for (let person = 0; person < 6; person++) {
      const contact = await shop.rich(300)
      await shop.method(contact, person % 2 === 0 ? card : paypal)
      const amounts = Array.from({ length: 25 }, () => Math.floor(100 + draw() * 1_000) / 100)
      await Promise.all(amounts.map((amount) => shop.spend(contact, amount)))
    }
    for (let round = 0; round < 12; round++) {
      await Promise.all([server.sendPayouts(), server.sendPayouts()])
      const sent = (await ourPayments()).filter(({ status }) => status === 'processing')
      for (const payment of sent) {
        if (draw() < 0.3)
          simulator.move((each) => each === payment, draw() < 0.8 ? 'posted' : 'returned', 'closed')
        const url = payment.provider === 'STRIPE' ? shop.stripeMessages : shop.paypalMessages
        if (draw() < 0.2) expect([200, 503]).toContain(await simulator.tell(payment, url))
      }
      waitMinutes(60)
    }
    simulator.misbehave(() => 'NONE')
    simulator.move(({ status }) => status === 'processing', 'posted')
    for (let round = 0; round < 6; round++) {
      waitMinutes(8 * 60)
      await server.sendPayouts()
    }

    const payouts = await allPayouts()
    expect(payouts).toHaveLength(150)
    expect(payouts.filter(({ state }) => state !== 'PAID')).toEqual([])
    const out = payouts.filter(({ money }) => money === 'PAID_OUT')
    const inBooks = Number(out.reduce((sum, { amount }) => sum + amount, 0n))
    const payments = await ourPayments()
    const references = payments.map(({ reference }) => reference)
    expect(new Set(references).size).toBe(references.length)
    expect([paidBy(payments), await shop.verify()]).toEqual([inBooks, []])
  },
)
