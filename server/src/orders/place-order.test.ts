import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { type OrderShop, openOrderShop } from '../../test/order-shop.ts'

let server: TestServer
let shop: OrderShop
let contact: string
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = new Date('2026-11-23T12:00:00Z')
  shop = await openOrderShop(server)
  contact = await shop.shopper()
})

const fieldsOf = ({ body }: Answer) => body.field_errors.map(({ path }: { path: string }) => path)

describe('an order', () => {
  test('with the id that the client gave is one order, however often it is sent', async () => {
    const id = '0193a1b2-0000-7000-8000-000000000001'
    const answers = await Promise.all(Array.from({ length: 8 }, () => shop.order(contact, { id })))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 201, body: { id, number: 'O000001' } })
    expect((await shop.call('GET', 'orders')).body.content).toHaveLength(1)
    const other = await shop.order(contact, { id, notes: 'another' })
    expect([other.status, other.body.error]).toEqual([400, 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION'])
  })

  test('has a number of its own, also when many are placed at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => shop.order(contact)))
    const numbers = answers.map(({ body }) => body.number).sort()
    expect(numbers).toEqual(
      Array.from({ length: 12 }, (_, index) => `O${String(index + 1).padStart(6, '0')}`),
    )
  })

  test('tells its amounts to the cent: components, taxes in and on top, a discount', async () => {
    const { body } = await shop.order(contact, {
      items: [
        {
          sku: 'PIE',
          quantity: 2,
          price: '10.00',
          tax_rate: 19,
          components: [{ sku: 'ICE', quantity: 3, price: '0.50' }],
        },
        { sku: 'TEA', quantity: '0.5', price: '4.00', tax_model: 'TAX_EXCLUSIVE', tax_rate: '5' },
      ],
      discount: { amount: 10, type: 'PERCENTAGE' },
    })
    const order = await shop.read(body.id)
    expect(order).toMatchObject({ sub_total: 25.1, total: 22.59, discount: { amount_incl_tax: 2.51 } })
    expect(Math.round((order.net_amount + order.tax_amount) * 100)).toBe(2259)
    expect(order.items).toMatchObject([
      {
        quantity: 2,
        price: 10,
        total: 20,
        tax: 3.19,
        net: 16.81,
        tax_rate: 19,
        components: [{ quantity: 6, total: 3, product: { sku: 'ICE' } }],
      },
      { quantity: 0.5, net: 2, tax: 0.1, total: 2.1, tax_model: 'TAX_EXCLUSIVE' },
    ])
    await shop.act(body.id, 'COMPLETE')
    const { body: purchase } = await shop.call('GET', `purchases/${(await shop.read(body.id)).purchase.id}`)
    expect(purchase.transaction_amounts).toMatchObject({ total: 22.59, discount: 2.51 })
    expect(purchase.products).toHaveLength(3)
  })

  test('that was paid with cards leaves nothing to collect, one that was paid in part the rest', async () => {
    const paid = await shop.order(contact, {
      payments: [{ payment_method_type: 'CARD', paid_on: 'ON_ORDER' }],
    })
    expect(paid.body).toMatchObject({ amount_due: 5, amount_to_collect: 0 })
    const part = await shop.order(contact, {
      payments: [{ payment_method_type: 'CARD', amount: 2 }, { payment_method_type: 'CASH' }],
    })
    expect(part.body).toMatchObject({ amount_due: 5, amount_to_collect: 3 })
  })

  test('with half a character in what is kept as sent is refused, naming the field', async () => {
    for (const custom_fields of ['{"note":"cut \\ud83d"}', '{"cut \\ud83d":"note"}']) {
      const { status, body } = await shop.call('POST', 'orders', `{"custom_fields":${custom_fields}}`)
      expect([status, body.detail]).toEqual([
        400,
        expect.stringMatching(/^custom_fields.* half a character; send whole characters$/),
      ])
    }
  })

  test('names products by id or SKU, and teaches those that nobody knew once it is completed', async () => {
    const { body: known } = await shop.call('POST', 'products', { sku: 'KNOWN', name: 'A known one' })
    const { body } = await shop.order(contact, {
      items: [
        { id: known.id, price: 1 },
        { id: 'KNOWN', price: 1 },
        { sku: 'NEW', name: 'A new one', price: 1 },
      ],
    })
    const { items } = await shop.read(body.id)
    expect(items.map(({ product }: { product: object }) => product)).toEqual([
      { id: known.id, sku: 'KNOWN', name: 'A known one' },
      { id: known.id, sku: 'KNOWN', name: 'A known one' },
      { id: null, sku: 'NEW', name: 'A new one' },
    ])
    expect((await shop.call('GET', 'products/NEW')).status).toBe(400)
    await shop.act(body.id, 'COMPLETE')
    expect((await shop.call('GET', 'products/NEW')).body).toMatchObject({
      source: 'PURCHASE',
      name: 'A new one',
    })
  })

  test('with a pass is quoted with its offers, and completed without it when it is used up by then', async () => {
    await shop.call('POST', 'pass_plans', {
      code: 'PROMO',
      name: 'Promo',
      classification: 'PROMOTION',
      maximum_usage: 1,
    })
    await shop.offer({
      award: { kind: 'FIXED', amount: 2 },
      conditions: [{ kind: 'PASS', pass_plans: [{ code: 'PROMO' }] }],
    })
    const made = await shop.call('POST', 'passes', { pass_plan_id: 'PROMO' })
    expect(made.status, made.text).toBe(201)
    const { code } = made.body
    const { body } = await shop.order(contact, { pass: { code } })
    expect(body.rewards.award).toBe(2)
    await shop.buy({ contact, total: '1.00', pass: { code } })
    expect((await shop.act(body.id, 'COMPLETE')).status).toBe(200)
    expect((await shop.read(body.id)).rewards.award).toBe(0)
    expect(await shop.verify()).toEqual([])
  })

  test.each`
    what                         | field                                | body
    ${'no contact'}              | ${'contact_id'}                      | ${{ contact_id: undefined }}
    ${'no items'}                | ${'items'}                           | ${{ items: undefined }}
    ${'empty items'}             | ${'items'}                           | ${{ items: [] }}
    ${'no supply method'}        | ${'supply_method'}                   | ${{ supply_method: undefined }}
    ${'no place'}                | ${'organisation'}                    | ${{ fulfilled_by: undefined }}
    ${'an item without product'} | ${'items[0].id'}                     | ${{ items: [{ price: 1 }] }}
    ${'an item without price'}   | ${'items[0].price'}                  | ${{ items: [{ sku: 'X' }] }}
    ${'a negative price'}        | ${'items[0].price'}                  | ${{ items: [{ sku: 'X', price: -1 }] }}
    ${'parts of a cent'}         | ${'items[0].price'}                  | ${{ items: [{ sku: 'X', price: '1.001' }] }}
    ${'nothing of it'}           | ${'items[0].quantity'}               | ${{ items: [{ sku: 'X', price: 1, quantity: 0 }] }}
    ${'a component without one'} | ${'items[0].components[0].price'}    | ${{ items: [{ sku: 'X', price: 1, components: [{ sku: 'Y' }] }] }}
    ${'more tax than all'}       | ${'items[0].tax_rate'}               | ${{ items: [{ sku: 'X', price: 1, tax_rate: 101 }] }}
    ${'more off than it costs'}  | ${'discount.amount'}                 | ${{ discount: { amount: '5.01' } }}
    ${'a time that is over'}     | ${'requested_delivery_at.date'}      | ${{ requested_delivery_at: { date: 1 } }}
    ${'an unknown payment'}      | ${'payments[0].payment_method_type'} | ${{ payments: [{ payment_method_type: 'SHELLS' }] }}
    ${'a field nobody knows'}    | ${'suply_method'}                    | ${{ suply_method: 'PICK_UP' }}
  `('with $what is refused by the name of the field, and nothing is numbered', async ({ field, body }) => {
    const refused = await shop.order(contact, body)
    expect([refused.status, fieldsOf(refused)]).toEqual([400, expect.arrayContaining([field])])
    expect((await shop.order(contact)).body.number).toBe('O000001')
  })

  test.each`
    what         | entity            | body
    ${'contact'} | ${'contact'}      | ${{ contact_id: 'NOBODY' }}
    ${'place'}   | ${'organisation'} | ${{ fulfilled_by: 'NOWHERE' }}
    ${'product'} | ${'product'}      | ${{ items: [{ id: '0193a1b2-0000-7000-8000-00000000dead', price: 1 }] }}
  `('of an unknown $what is refused as not found', async ({ entity, body }) => {
    const refused = await shop.order(contact, body)
    expect([refused.status, refused.body.error, refused.body.parameters[0]]).toEqual([
      400,
      'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
      entity,
    ])
  })
})

describe('cancellation reasons', () => {
  test('are added, changed and removed; those that are inactive or removed cancel nothing more', async () => {
    const added = await shop.call('POST', 'order_cancellation_reasons', {
      name: 'Kitchen closed',
      is_default: true,
    })
    expect(added.body).toMatchObject({ code: 'KITCHEN_CLOSED', is_default: true, state: 'ACTIVE' })
    const { body: list } = await shop.call('GET', 'order_cancellation_reasons?include_total=true')
    expect(list.content[0].id).toBe(added.body.id)
    expect(list.content.filter(({ is_default }: { is_default: boolean }) => is_default)).toHaveLength(1)
    expect(list.paging.total).toBe(5)
    const taken = await shop.call('POST', 'order_cancellation_reasons', { name: 'x', code: 'KITCHEN_CLOSED' })
    expect(taken.body.error).toBe('CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION')

    const path = 'order_cancellation_reasons/KITCHEN_CLOSED'
    const { id } = (await shop.order(contact)).body
    await shop.call('PUT', path, { state: 'INACTIVE' })
    const inactive = await shop.act(id, 'CANCEL', { cancellation_reason_id: added.body.id })
    expect(fieldsOf(inactive)).toEqual(['cancellation_reason_id'])
    const active = (await shop.call('GET', 'order_cancellation_reasons?search_value=kitchen')).body.content
    expect(active).toEqual([])

    await shop.call('PUT', path, { state: 'ACTIVE', name: 'Kitchen is closed' })
    await shop.act(id, 'CANCEL', { cancellation_reason_id: added.body.id })
    for (let times = 0; times < 2; times++) {
      const removed = await shop.call('DELETE', `order_cancellation_reasons/${added.body.id}`)
      expect([removed.status, removed.body]).toEqual([200, { id: added.body.id }])
    }
    expect((await shop.read(id)).cancellation_reason).toEqual({
      id: added.body.id,
      name: 'Kitchen is closed',
    })
    const next = (await shop.order(contact)).body
    const gone = await shop.act(next.id, 'CANCEL', { cancellation_reason_id: added.body.id })
    expect(gone.body.parameters).toEqual(['order_cancellation_reason', added.body.id])
  })

  test('that were all removed do not come back by themselves', async () => {
    const { body } = await shop.call('GET', 'order_cancellation_reasons')
    for (const { id } of body.content) await shop.call('DELETE', `order_cancellation_reasons/${id}`)
    expect((await shop.call('GET', 'order_cancellation_reasons')).body.content).toEqual([])
  })
})

describe('stages', () => {
  const stage = async (body: object) => (await shop.call('POST', 'order_stages', body)).body

  test('begin, follow the actions, and are walked through by hand, each step told', async () => {
    for (const { code } of (await shop.call('GET', 'order_stages')).body.content)
      await shop.call('DELETE', `order_stages/${code}`)
    const waiting = await stage({ name: 'To be paid', state: 'ON_HOLD', is_initial: true, priority: 1 })
    const kitchen = await stage({
      name: 'In the kitchen',
      state: 'IN_PROGRESS',
      is_default: true,
      priority: 2,
    })
    const oven = await stage({
      name: 'Out of the oven',
      state: 'IN_PROGRESS',
      priority: 3,
      colour: '#1a7f37',
    })
    const gone = await stage({ name: 'Handed over', state: 'COMPLETED', priority: 4 })
    const listed = (await shop.call('GET', 'order_stages')).body.content
    expect(listed.map(({ id }: { id: string }) => id)).toEqual([waiting.id, kitchen.id, oven.id, gone.id])

    const { id } = (await shop.order(contact)).body
    expect(await shop.read(id)).toMatchObject({ state: 'ON_HOLD', stage: { name: 'To be paid' } })
    const early = await shop.act(id, 'COMPLETE')
    expect(early.body.error).toBe('CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION')
    await shop.act(id, 'START_PROGRESS')
    expect(await shop.read(id)).toMatchObject({ state: 'IN_PROGRESS', stage: { id: kitchen.id } })
    const put = (stage_id: string) => shop.call('PUT', `orders/${id}`, { stage_id })
    expect((await put('OUT_OF_THE_OVEN')).body.stage).toEqual({ id: oven.id, name: 'Out of the oven' })
    expect((await shop.call('GET', `orders?stage_id=${oven.id}`)).body.content).toHaveLength(1)
    expect((await put(waiting.id)).body).toMatchObject({ state: 'ON_HOLD' })
    expect((await put(gone.id)).body.error).toBe('CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION')
    expect((await put(oven.id)).body).toMatchObject({ state: 'IN_PROGRESS', stage: { id: oven.id } })
    for (let times = 0; times < 2; times++) {
      expect((await put(gone.id)).body).toMatchObject({ state: 'COMPLETED', stage: { id: gone.id } })
    }
    expect((await shop.call('GET', 'purchases')).body.content).toHaveLength(1)

    await server.sendWebhooks()
    const { content } = (await shop.call('GET', 'events?size=100')).body
    const told = content.map(({ type }: { type: string }) => type)
    expect(told.filter((type: string) => type.startsWith('order.'))).toEqual([
      'order.created',
      'order.started',
      'order.updated',
      'order.updated',
      'order.started',
      'order.completed',
    ])
  })

  test('are not removed while open orders stand in them; a cancellation is no stage', async () => {
    const made = await stage({ name: 'New ones', state: 'NEW', is_default: true })
    const dropped = await stage({ name: 'Dropped', state: 'CANCELLED', is_default: true })
    const { id } = (await shop.order(contact)).body
    expect((await shop.read(id)).stage.id).toBe(made.id)
    expect((await shop.call('DELETE', `order_stages/${made.id}`)).status).toBe(400)
    const refused = await shop.call('PUT', `orders/${id}`, { stage_id: dropped.id })
    expect(refused.body.detail).toContain('takes the reason')
    await shop.act(id, 'CANCEL', { cancellation_reason_id: await shop.reason() })
    expect((await shop.read(id)).stage).toEqual({ id: dropped.id, name: 'Dropped' })
    for (let times = 0; times < 2; times++) {
      expect((await shop.call('DELETE', `order_stages/${made.id}`)).body).toEqual({ id: made.id })
    }
    const wrong = await shop.call('POST', 'order_stages', { name: 'x', state: 'COMPLETED', is_initial: true })
    expect(fieldsOf(wrong)).toEqual(['is_initial'])
  })
})
