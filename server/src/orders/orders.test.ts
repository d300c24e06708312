import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask, startServer, type TestServer } from '../../test/harness.ts'
import { type OrderShop, openOrderShop } from '../../test/order-shop.ts'
import { tenPercent } from '../../test/shop.ts'
import { HOUR, later } from '../kit/time.ts'

let server: TestServer
let shop: OrderShop
const opening = new Date('2026-11-23T12:00:00Z')

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = opening
  shop = await openOrderShop(server)
})

const epoch = (at: Date) => Math.floor(at.getTime() / 1_000)

describe('the flow of the guide', () => {
  test('order completion: placed by the contact, polled by the agent, started, completed, awarded', async () => {
    await shop.offer(tenPercent)
    const contact = await shop.shopper()
    const placed = await shop.order(contact, { notes: 'No sugar' })
    expect(placed.status).toBe(201)
    expect(placed.body).toMatchObject({
      number: 'O000001',
      state: 'NEW',
      currency_code: 'EUR',
      total: 5,
      amount_due: 5,
      amount_to_collect: 5,
      rewards: { award: 0.5, discount: 0, spend: 0 },
      fulfilled_by: { id: shop.venue, name: 'Corner, Main St' },
    })
    expect(await shop.balance(contact)).toBe(0)

    const { body: polled } = await shop.call('GET', 'orders?state=NEW')
    expect(polled.content).toMatchObject([
      {
        number: 'O000001',
        state: 'NEW',
        currency: 'EUR',
        submitted_date: epoch(opening),
        contact: { code: contact },
        items: [
          {
            quantity: 2,
            life_cycle_state: 'PENDING_DELIVERY',
            product: { sku: 'COF', price: 2.5, cost: 5 },
          },
        ],
      },
    ])
    const [{ id }] = polled.content

    server.clock.now = later(opening, HOUR)
    expect((await shop.act(id, 'START_PROGRESS')).body).toEqual({ id })
    server.clock.now = later(opening, 2 * HOUR)
    const completed = await shop.act(id, 'COMPLETE')
    expect([completed.status, completed.body]).toEqual([200, { id }])

    const order = await shop.read(id)
    expect(order).toMatchObject({
      state: 'COMPLETED',
      notes: 'No sugar',
      key_dates: {
        submitted_on: epoch(opening),
        started_on: epoch(later(opening, HOUR)),
        completed_on: epoch(later(opening, 2 * HOUR)),
        cancelled_on: null,
      },
      rewards: { award: 0.5 },
    })
    expect(await shop.balance(contact)).toBe(0.5)
    const { body: purchase } = await shop.call('GET', `purchases/${order.purchase.id}`)
    expect(purchase).toMatchObject({
      state: 'POSTED',
      transaction_reference: 'O000001',
      date: epoch(opening),
      transaction_amounts: { total: 5 },
      rewards: { award: 0.5, spend: 0 },
      organisation: { id: shop.venue },
      products: [{ product_sku: { sku: 'COF', name: 'Coffee' }, quantity: 2, total_amount: 5 }],
      metadata: { order_id: id, supply_method: 'PICK_UP' },
    })
    expect(await shop.verify()).toEqual([])
  })

  test('order cancellation: a reason is chosen of those that apply, and the contact gets nothing', async () => {
    await shop.offer(tenPercent)
    const contact = await shop.shopper()
    const { id } = (await shop.order(contact)).body
    const { body: reasons } = await shop.call('GET', 'order_cancellation_reasons')
    expect(reasons.content[0]).toMatchObject({ name: 'Items out of stock', is_default: true })

    const without = await shop.act(id, 'CANCEL')
    expect([without.status, without.body.error]).toEqual([400, 'CRM.EXCEPTIONS.REQUIREDFIELDEXCEPTION'])
    const unknown = await shop.act(id, 'CANCEL', { cancellation_reason_id: 'NONE' })
    expect(unknown.body.parameters).toEqual(['order_cancellation_reason', 'NONE'])
    expect((await shop.read(id)).state).toBe('NEW')

    const reason = reasons.content[0].id
    expect((await shop.act(id, 'CANCEL', { cancellation_reason_id: reason })).body).toEqual({ id })
    expect(await shop.read(id)).toMatchObject({
      state: 'CANCELLED',
      key_dates: { cancelled_on: epoch(opening) },
      cancellation_reason: { id: reason, name: 'Items out of stock' },
      purchase: null,
    })
    expect(await shop.balance(contact)).toBe(0)
    expect((await shop.call('GET', 'purchases')).body.content).toEqual([])
  })

  test('every change is told to whoever polls events, with the order as GET reads it', async () => {
    const contact = await shop.shopper()
    const { id } = (await shop.order(contact)).body
    const other = (await shop.order(contact)).body
    await shop.act(id, 'START_PROGRESS')
    await shop.act(id, 'COMPLETE')
    await shop.act(id, 'COMPLETE')
    await shop.act(other.id, 'CANCEL', { cancellation_reason_id: await shop.reason() })
    await server.sendWebhooks()
    const { body } = await shop.call('GET', 'events?size=100')
    const told = body.content.filter(({ type }: { type: string }) => type.startsWith('order.'))
    expect(told.map(({ type, entity_id }: { type: string; entity_id: string }) => [type, entity_id])).toEqual(
      [
        ['order.created', id],
        ['order.created', other.id],
        ['order.started', id],
        ['order.completed', id],
        ['order.cancelled', other.id],
      ],
    )
    expect(told.at(-2).data).toEqual(await shop.read(id))
    expect(told.at(-1).data).toMatchObject({ state: 'CANCELLED', number: other.number })
  })
})

describe('an action', () => {
  test.each`
    state            | actions                           | START_PROGRESS | COMPLETE | CANCEL
    ${'NEW'}         | ${[]}                             | ${200}         | ${200}   | ${200}
    ${'IN_PROGRESS'} | ${['START_PROGRESS']}             | ${200}         | ${200}   | ${200}
    ${'COMPLETED'}   | ${['COMPLETE']}                   | ${400}         | ${200}   | ${400}
    ${'CANCELLED'}   | ${['CANCEL']}                     | ${400}         | ${400}   | ${200}
    ${'COMPLETED'}   | ${['START_PROGRESS', 'COMPLETE']} | ${400}         | ${200}   | ${400}
  `(
    'on a $state order is taken or refused as the table of wire facts 1.10 says',
    async ({ actions, state, ...statuses }) => {
      const contact = await shop.shopper()
      const cancellation_reason_id = await shop.reason()
      for (const [action, status] of Object.entries(statuses)) {
        const { id } = (await shop.order(contact)).body
        for (const before of actions) await shop.act(id, before, { cancellation_reason_id })
        const read = await shop.read(id)
        expect(read.state).toBe(state)
        const answer = await shop.act(id, action, { cancellation_reason_id })
        expect([action, answer.status]).toEqual([action, status])
        if (status === 400) {
          expect(answer.body.error).toBe('CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION')
          expect(answer.body.parameters).toEqual(['order', read.number, state, action])
        }
        if (status === 400 || actions.includes(action)) expect(await shop.read(id)).toEqual(read)
      }
    },
  )

  test('of many COMPLETEs at once posts one purchase and awards once', async () => {
    await shop.offer(tenPercent)
    const contact = await shop.shopper()
    const { id } = (await shop.order(contact)).body
    const second = await server.another()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        ask(index % 2 === 0 ? server.url : second, shop.key, {
          method: 'PUT',
          path: `orders/${id}/actions`,
          body: { action: 'COMPLETE' },
        }),
      ),
    )
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(
      new Set([`200 {"id":"${id}"}`]),
    )
    expect((await shop.call('GET', 'purchases')).body.content).toHaveLength(1)
    expect(await shop.balance(contact)).toBe(0.5)
    expect(await shop.verify()).toEqual([])
  })

  test('of COMPLETE and CANCEL at once does one of them, and the other is refused', async () => {
    await shop.offer(tenPercent)
    const contact = await shop.shopper()
    const cancellation_reason_id = await shop.reason()
    for (let round = 0; round < 5; round++) {
      const { id } = (await shop.order(contact)).body
      const before = await shop.balance(contact)
      const [completed, cancelled] = await Promise.all([
        shop.act(id, 'COMPLETE'),
        shop.act(id, 'CANCEL', { cancellation_reason_id }),
      ])
      expect([completed.status, cancelled.status].sort()).toEqual([200, 400])
      const { state } = await shop.read(id)
      expect(state).toBe(completed.status === 200 ? 'COMPLETED' : 'CANCELLED')
      expect(await shop.balance(contact)).toBeCloseTo(before + (completed.status === 200 ? 0.5 : 0), 9)
    }
    expect(await shop.verify()).toEqual([])
  })

  test('that marks a favourite says so, in any state and again', async () => {
    const contact = await shop.shopper()
    const { id } = (await shop.order(contact)).body
    await shop.order(contact)
    for (let times = 0; times < 2; times++) expect((await shop.act(id, 'MARK_FAVORITE')).status).toBe(200)
    const { content } = (await shop.call('GET', 'orders?is_favorite=true')).body
    expect(content).toMatchObject([{ id, is_favorite: true }])
  })

  test('that names no order, another business’s, or another in its body is refused', async () => {
    const contact = await shop.shopper()
    const { id } = (await shop.order(contact)).body
    const neighbour = await openOrderShop(server)
    for (const answer of [await shop.act('O999999', 'COMPLETE'), await neighbour.act(id, 'COMPLETE')]) {
      expect([answer.status, answer.body.parameters[0]]).toEqual([400, 'order'])
    }
    expect((await shop.act(id, 'COMPLETE', { id: 'O000002' })).body.field_errors[0].path).toBe('id')
    expect((await shop.act(id, 'DANCE')).body.field_errors[0].path).toBe('action')
  })
})

describe('the purchase of an order', () => {
  test('is judged as of the moment in which the order was placed', async () => {
    await shop.offer({ ...tenPercent, conditions: [{ kind: 'TIMINGS', timings: [{ days: [2] }] }] })
    const contact = await shop.shopper()
    const { id } = (await shop.order(contact)).body
    // Monday's offer, and it is Wednesday of the week after by now: older than tills may send purchases.
    server.clock.now = later(opening, 9 * 24 * HOUR)
    expect((await shop.act(id, 'COMPLETE')).status).toBe(200)
    expect((await shop.read(id)).rewards.award).toBe(0.5)
    expect(await shop.balance(contact)).toBe(0.5)
  })

  test('can be voided afterwards, which takes the award back', async () => {
    await shop.offer(tenPercent)
    const contact = await shop.shopper()
    const { id } = (await shop.order(contact)).body
    await shop.act(id, 'COMPLETE')
    const { purchase } = await shop.read(id)
    expect((await shop.call('POST', `purchases/${purchase.id}/cancel`)).status).toBe(200)
    expect(await shop.balance(contact)).toBe(0)
    expect((await shop.act(id, 'COMPLETE')).status).toBe(200)
    expect(await shop.balance(contact)).toBe(0)
    expect((await shop.read(id)).state).toBe('COMPLETED')
    expect(await shop.verify()).toEqual([])
  })

  test('has what offers take off its price as the order was quoted', async () => {
    await shop.offer({ award: { kind: 'PERCENTAGE', rate: 20 }, redeem_method: 'INSTANT' })
    const contact = await shop.shopper()
    const { body } = await shop.order(contact)
    expect(body).toMatchObject({ total: 5, amount_due: 4, rewards: { discount: 1, spend: 1 } })
    await shop.act(body.id, 'COMPLETE')
    const order = await shop.read(body.id)
    expect(order).toMatchObject({ total: 5, amount_due: 4, amount_to_collect: 4, rewards: { discount: 1 } })
    const { body: purchase } = await shop.call('GET', `purchases/${order.purchase.id}`)
    expect(purchase.amount_due).toBe(4)
  })

  test('never takes of the wallet by itself, although its contact prefers that for purchases', async () => {
    const { contact, wallet } = await shop.holder()
    await shop.credit(wallet, 3)
    await shop.call('PUT', `organisations/${shop.merchant}`, {
      settings: { allows_automatic_spend: true, automatic_spend: true },
    })
    const bought = await shop.buy({ contact, total: '1.00' })
    expect(bought.body.rewards.spend).toBe(1)
    const { id } = (await shop.order(contact)).body
    await shop.act(id, 'COMPLETE')
    expect(await shop.read(id)).toMatchObject({ amount_due: 5, wallet_funds: 0 })
    expect(await shop.balance(contact)).toBe(2)
  })
})

test('a COMPLETE whose connection is lost half-way posts nothing, and its repeat posts once', async () => {
  await shop.offer(tenPercent)
  const contact = await shop.shopper()
  const { id } = (await shop.order(contact)).body
  const { database } = server
  const waiting = sql<{ pid: number }>`
    select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  const held = await database.query.transaction().execute(async (db) => {
    // The order is locked by its COMPLETE, which now waits for the wallet.
    await sql`select from accounts where tenant = ${shop.actor.tenant} for update`.execute(db)
    const asked = shop.act(id, 'COMPLETE')
    for (let tries = 0; tries < 200; tries++) {
      const { rows } = await waiting.execute(database.query)
      for (const { pid } of rows) await sql`select pg_terminate_backend(${pid})`.execute(database.query)
      if (rows.length > 0) break
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    return { asked }
  })
  expect((await held.asked).status).toBe(200)
  expect((await shop.act(id, 'COMPLETE')).status).toBe(200)
  expect((await shop.call('GET', 'purchases')).body.content).toHaveLength(1)
  expect(await shop.balance(contact)).toBe(0.5)
  expect(await shop.verify()).toEqual([])
})
