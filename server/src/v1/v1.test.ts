import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
  shop = await openShop(server)
  await shop.offer(tenPercent)
})
afterAll(() => server.stop())

const v1 = (path: string) => `/backoffice/v1/${path}`
const flat = { venue_tap: { code: 'V1' }, total_amount: 12.5, net_amount: 10.5, tax_amount: 2 }

describe('the body and the answer of a purchase', () => {
  test('are flat', async () => {
    const contact_id = await shop.shopper()
    const spend_request = { amount: 3, restrict_fully_covered: false }
    await shop.buy({ contact: contact_id, total: 100 })
    const { status, body } = await shop.call('POST', v1('purchases'), {
      contact_id,
      reduction_method: 'FRONT_END',
      organisation_id: shop.venue,
      total_amount: 12.5,
      net_amount: 12.5,
      tax_amount: 0,
      spend_request,
      classification: { name: 'Dine in' },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      total_amount: 12.5,
      total_net_amount: 12.5,
      total_tax_amount: 0,
      discount_amount: null,
      state: 'POSTED',
      life_cycle_state: 'POSTED',
      number: body.code,
      amount_due: 9.5,
    })
    expect(body.performed_on).toBe(Math.floor(server.clock.now.getTime() / 1000))
    expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['transaction_amounts']))

    const { body: read } = await shop.call('GET', v1(`purchases/${body.id}`))
    expect(read).toMatchObject({ total_amount: 12.5, number: body.code, classification: { name: 'Dine in' } })
    expect(read.created_date).toBeTypeOf('number')
    expect(read.created_on).toBeUndefined()
  })

  test('are of the same purchase in both versions', async () => {
    const first = await shop.call('POST', v1('purchases'), { ...flat, reference_number: 'BOTH' })
    const nested = { transaction_amounts: { total: 12.5, net: 10.5, tax: 2 } }
    const again = await shop.buy({ reference: 'BOTH', ...nested })
    expect([again.status, again.body.id]).toEqual([200, first.body.id])
    const { body } = await shop.call('POST', v1('purchases/BOTH/cancel'), {})
    expect([body.id, body.life_cycle_state]).toEqual([first.body.id, 'CANCELLED'])
    expect((await shop.call('GET', 'purchases/BOTH')).body.state).toBe('CANCELLED')
  })

  test('are repeated by the same bytes under an idempotency key', async () => {
    const body = { ...flat, reference_number: 'KEYED' }
    const headers = { 'idempotency-key': 'v1-key' }
    const first = await shop.call('POST', v1('purchases'), body, headers)
    const again = await shop.call('POST', v1('purchases'), body, headers)
    expect([again.text, again.headers['idempotent-replayed']]).toEqual([first.text, 'true'])
  })

  test('may be quoted with reasons, a share left out is null', async () => {
    const query = 'purchases?simulate=true&include_explain=true'
    const { body } = await shop.call('POST', v1(query), { ...flat, net_amount: undefined })
    expect(body).toMatchObject({ total_amount: 12.5, total_net_amount: null, explain: expect.anything() })
  })
})

describe('a refusal names the field as version 1 does', () => {
  test.each<[string, object, string]>([
    ['of the schema', { total_amount: 'ten' }, 'total_amount'],
    ['of the currency', { total_amount: '1.005' }, 'total_amount'],
    ['of a rule', { total_amount: -1 }, 'total_amount'],
    ['of a share', { tax_amount: '0.005' }, 'tax_amount'],
    ['of a time', { performed_on: 1_000_000_000 }, 'performed_on'],
    ['that is only of version 2', { transaction_amounts: { total: 1 } }, 'transaction_amounts'],
    ['that version 2 has elsewhere', { contact: { id: 'x' } }, 'contact.id'],
  ])('%s', async (_, body, path) => {
    const answer = await shop.call('POST', v1('purchases'), { ...flat, ...body })
    expect([answer.status, answer.body.parameters[0]]).toEqual([400, path])
    expect(answer.body.field_errors[0].path).toBe(path)
    expect(answer.body.detail.startsWith(`${path} is`)).toBe(true)
  })

  test('of a part that is missing, where version 2 needs one', async () => {
    const body = { venue_tap: { code: 'V1' }, return_amount: 1 }
    const answer = await shop.call('POST', v1('purchases/ad_hoc_return'), body)
    expect([answer.status, answer.body.parameters[0]]).toEqual([400, 'contact'])
  })

  test('of what a part of version 2 cannot be without', async () => {
    const contact = { code: await shop.shopper() }
    const body = { contact, id: 'R-1', venue_tap: { code: 'V1' }, tax_amount: 0.01 }
    const answer = await shop.call('POST', v1('purchases/reclaim'), body)
    expect([answer.status, answer.body.parameters]).toEqual([400, ['total_amount']])
    expect(answer.body.detail).toBe('total_amount is missing; it is needed beside tax')
  })

  test('of the place', async () => {
    const organisation_id = '789dacae-cf71-414f-9483-ca88acaa4643'
    const { body } = await shop.call('POST', v1('purchases'), {
      ...flat,
      venue_tap: undefined,
      organisation_id,
    })
    expect([body.error, body.parameters]).toEqual([
      'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
      ['organisation', organisation_id],
    ])
  })
})

test('purchases are listed by from_date and to_date', async () => {
  const own = await openShop(server)
  const contact_id = await own.shopper()
  const at = Math.floor(server.clock.now.getTime() / 1000)
  for (const [index, ago] of [300, 200, 100].entries()) {
    await own.buy({ contact: contact_id, reference: `D-${index}`, date: at - ago })
  }
  const list = async (query: string) =>
    (await own.call('GET', v1(`purchases?${query}&order=ASC`))).body.content.map(
      ({ reference_number }: { reference_number: string }) => reference_number,
    )
  expect(await list(`contact_id=${contact_id}&from_date=${at - 200}`)).toEqual(['D-1', 'D-2'])
  expect(await list(`from_date=${at - 250}&to_date=${at - 150}`)).toEqual(['D-1'])
  const { status, body } = await own.call('GET', v1('purchases?date[gte]=1'))
  expect([status, body.field_errors[0].code]).toEqual([400, 'unknown_field'])
})

test('an offer is switched by life_cycle_state', async () => {
  const own = await openShop(server)
  const id = await own.offer(tenPercent)
  const set = { life_cycle_state: 'INACTIVE' }
  const { body } = await own.call('POST', v1(`reward_offers/${id}/life_cycle_state`), set)
  expect(body.life_cycle_state).toBe(body.state)
  const listed = await own.call('GET', v1(`reward_offers?life_cycle_state=${body.state}`))
  expect(listed.body.content.map((each: { id: string }) => each.id)).toEqual([id])
})
