import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, ask, startServer, type TestServer } from '../../test/harness.ts'
import { openPurseShop, type PurseShop } from '../../test/purse.ts'
import { DAY, epochSeconds, later } from '../kit/time.ts'

let server: TestServer
let shop: PurseShop
const opening = new Date('2026-11-23T12:00:00Z')

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = opening
  shop = await openPurseShop(server)
})

const inDays = (days: number) => epochSeconds(later(opening, days * DAY))
const adjust = (wallet: string, body: object, headers?: Record<string, string>) =>
  shop.call('POST', `wallets/${wallet}/adjustments`, { reason: 'Counted wrongly', ...body }, headers)
const decide = (id: string, action: string, body: object = {}) =>
  shop.call('PUT', `adjustments/${id}/actions`, { action, ...body })

/** What somebody with another key does. */
async function colleague(...scopes: string[]) {
  const { body } = await shop.call('POST', 'api_keys', { name: 'colleague', scopes })
  return (method: 'GET' | 'POST' | 'PUT', path: string, sent?: object): Promise<Answer> =>
    ask(server.url, body.key, { method, path, body: sent })
}

/** A shopper who owes 5.00. */
async function debtor() {
  const holder = await shop.holder()
  await shop.offer({ award: { kind: 'FIXED', amount: 5 } })
  const { body } = await shop.buy({ contact: holder.contact })
  await shop.buy({ contact: holder.contact, total: '5.00', spend: 5 })
  await shop.call('POST', `purchases/${body.id}/cancel`)
  return holder
}

describe('a correction by hand', () => {
  test('puts money into a wallet, with its pool, its expiry, its reason and who asked for it', async () => {
    const { wallet } = await shop.holder()
    const pool = await shop.pool('TEA', { validity: { count: 7, unit: 'DAYS' } })
    const { status, body } = await adjust(wallet, {
      type: 'CREDIT',
      amount: '3.50',
      commerce_pool: { code: 'TEA' },
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      wallet_id: wallet,
      type: 'CREDIT',
      state: 'POSTED',
      amount: 3.5,
      commerce_pool: { id: pool, name: 'TEA' },
      expires_on: inDays(7),
      reason: 'Counted wrongly',
      asked_by: { kind: 'key' },
      decided_by: null,
      created_on: inDays(0),
    })
    const until = inDays(2)
    expect((await adjust(wallet, { type: 'CREDIT', amount: 1, expires_on: until })).body.expires_on).toBe(
      until,
    )
    const { lots, total_open, total_commerce } = await shop.wallet(wallet)
    expect([total_open, total_commerce]).toEqual([1, 3.5])
    expect(lots).toMatchObject([
      { remaining: 1, pool: null, expires_on: until },
      { remaining: 3.5, pool: { id: pool }, expires_on: inDays(7) },
    ])
    const { content } = (await shop.call('GET', `wallets/${wallet}/transactions`)).body
    expect(content).toMatchObject([{ transaction_type: 'MANUAL_JOURNAL' }, { type: 'CREDIT' }])
    expect((await shop.call('GET', `wallets/${wallet}/adjustments?include_total=true`)).body).toMatchObject({
      content: [{ amount: 1 }, { amount: 3.5 }],
      paging: { total: 2 },
    })
    expect((await shop.call('GET', `adjustments/${body.id}`)).body).toEqual(body)
    expect(await shop.verify()).toEqual([])
  })

  test('takes money out in the order of use: commerce before open, soonest expiry first', async () => {
    const { wallet } = await shop.holder()
    await shop.pool('TEA')
    await shop.credit(wallet, '2.00', { expires_on: inDays(1) })
    await shop.credit(wallet, '3.00', { expires_on: inDays(9), commerce_pool: { code: 'TEA' } })
    await shop.credit(wallet, '4.00', { expires_on: inDays(5), commerce_pool: { code: 'TEA' } })
    expect((await adjust(wallet, { type: 'DEBIT', amount: '5.00' })).body.state).toBe('POSTED')
    expect(await shop.left(wallet)).toEqual([2, 2])
    expect((await adjust(wallet, { type: 'DEBIT', amount: '3.00' })).body.state).toBe('POSTED')
    expect(await shop.left(wallet)).toEqual([1])
    expect(await shop.verify()).toEqual([])
  })

  test('sent 20 times at once under one reference is one correction, of money for one', async () => {
    const { wallet } = await shop.holder()
    await shop.credit(wallet, '10.00')
    const body = { type: 'DEBIT', amount: '6.00', reference_number: 'ONCE-1' }
    const answers = await Promise.all(Array.from({ length: 20 }, () => adjust(wallet, body)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1)
    expect(await shop.left(wallet)).toEqual([4])
  })

  test('never takes more than is held, and says what was asked and what is there', async () => {
    const { wallet } = await shop.holder()
    await shop.pool('TEA')
    await shop.credit(wallet, '2.00')
    await shop.credit(wallet, '9.00', { expires_on: inDays(1) })
    await shop.credit(wallet, '4.00', { commerce_pool: { code: 'TEA' } })
    server.clock.now = later(opening, DAY)
    const refused = await adjust(wallet, { type: 'DEBIT', amount: '6.01' })
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({
      error: 'CRM.EXCEPTIONS.CANNOTSPENDAMOUNTWALLETBALANCENOTENOUGHEXCEPTION',
      parameters: ['6.01', '6'],
    })
    const ofPool = await adjust(wallet, { type: 'DEBIT', amount: 5, commerce_pool: { code: 'TEA' } })
    expect(ofPool.body.parameters).toEqual(['5', '4'])
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => adjust(wallet, { type: 'DEBIT', amount: '1.00' })),
    )
    expect(tries.filter(({ status }) => status === 201)).toHaveLength(6)
    expect((await shop.wallet(wallet)).total_balance).toBe(0)
    expect(await shop.verify()).toEqual([])
  })

  test('lets off what a contact owes, never more', async () => {
    const { wallet } = await debtor()
    expect((await shop.wallet(wallet)).debt).toBe(5)
    const tooMuch = await adjust(wallet, { type: 'DEBT_RELIEF', amount: '5.01' })
    expect(tooMuch.body.detail).toBe('amount is 5.01 EUR; the contact owes 5.00 EUR')
    expect((await adjust(wallet, { type: 'DEBT_RELIEF', amount: '2.00' })).status).toBe(201)
    expect((await shop.wallet(wallet)).debt).toBe(3)
    expect(await shop.verify()).toEqual([])
  })

  test.each`
    what                        | body                                                                      | field
    ${'no reason'}              | ${{ type: 'CREDIT', amount: 1, reason: undefined }}                       | ${'reason'}
    ${'an empty reason'}        | ${{ type: 'CREDIT', amount: 1, reason: ' ' }}                             | ${'reason'}
    ${'nothing'}                | ${{ type: 'CREDIT', amount: 0 }}                                          | ${'amount'}
    ${'less than nothing'}      | ${{ type: 'DEBIT', amount: -1 }}                                          | ${'amount'}
    ${'parts of a cent'}        | ${{ type: 'CREDIT', amount: '0.001' }}                                    | ${'amount'}
    ${'money that has expired'} | ${{ type: 'CREDIT', amount: 1, expires_on: 1_700_000_000 }}               | ${'expires_on'}
    ${'a debit that expires'}   | ${{ type: 'DEBIT', amount: 1, expires_on: 2_000_000_000 }}                | ${'expires_on'}
    ${'a debt of a pool'}       | ${{ type: 'DEBT_RELIEF', amount: 1, commerce_pool: { code: 'DEFAULT' } }} | ${'commerce_pool'}
  `('is refused with $what, naming the field', async ({ body, field }) => {
    const { wallet } = await shop.holder()
    const { status, body: said } = await adjust(wallet, body)
    expect(status).toBe(400)
    expect(said.field_errors.map(({ path }: { readonly path: string }) => path)).toEqual([field])
  })

  test('sent again, by reference number or by idempotency key, is one correction', async () => {
    const { wallet } = await shop.holder()
    const body = { type: 'CREDIT', amount: '4.00', reference_number: 'CASE-1' }
    const answers = await Promise.all([1, 2, 3, 4].map(() => adjust(wallet, body)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1)
    const other = await adjust(wallet, { ...body, amount: '4.01', reason: 'Another' })
    expect(other.status).toBe(400)
    expect(other.body).toMatchObject({
      error: 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION',
      parameters: ['reference_number', 'CASE-1', 'amount', 'reason'],
    })
    const key = { 'Idempotency-Key': 'once' }
    for (const _ of [1, 2]) await adjust(wallet, { type: 'CREDIT', amount: '1.00' }, key)
    expect((await shop.wallet(wallet)).total_balance).toBe(5)
    expect((await shop.call('GET', 'adjustments/CASE-1')).body).toEqual(answers[0]?.body)
  })

  test('is known in its own business only, and not for a key of one merchant', async () => {
    const { wallet } = await shop.holder()
    const { body } = await adjust(wallet, { type: 'CREDIT', amount: 1 })
    const stranger = await server.business()
    for (const path of [`adjustments/${body.id}`, `wallets/${wallet}/adjustments`]) {
      expect((await stranger.call('GET', path)).body.error).toBe('CRM.EXCEPTIONS.NOTFOUNDEXCEPTION')
    }
    const till = await shop.call('POST', 'api_keys', {
      name: 'till',
      scopes: ['adjustments:write'],
      organisation: { id: shop.merchant },
    })
    const path = `wallets/${wallet}/adjustments`
    const sent = { type: 'CREDIT', amount: 1, reason: 'x' }
    const refused = await ask(server.url, till.body.key, { method: 'POST', path, body: sent })
    expect(refused.status).toBe(403)
  })
})

describe('a correction above the limit of the business', () => {
  test('moves nothing until somebody else approves it, and then once', async () => {
    const { wallet } = await shop.holder()
    const { status, body } = await adjust(wallet, { type: 'CREDIT', amount: '100.01' })
    expect([status, body.state, body.decided_on]).toEqual([201, 'PENDING_APPROVAL', null])
    expect((await shop.wallet(wallet)).total_balance).toBe(0)
    expect((await shop.call('GET', 'adjustments?state=PENDING_APPROVAL')).body.content).toMatchObject([
      { id: body.id },
    ])

    const own = await decide(body.id, 'APPROVE')
    expect(own.status).toBe(400)
    expect(own.body.error).toBe('CRM.EXCEPTIONS.SECONDAPPROVALNEEDEDEXCEPTION')
    const withoutRight = await colleague('adjustments:write', 'adjustments:read')
    expect((await withoutRight('PUT', `adjustments/${body.id}/actions`, { action: 'APPROVE' })).status).toBe(
      403,
    )

    const other = await colleague('adjustments:approve')
    const approve = () => other('PUT', `adjustments/${body.id}/actions`, { action: 'APPROVE', notes: 'Seen' })
    const answers = await Promise.all([approve(), approve(), approve()])
    for (const answer of answers) {
      expect(answer.body).toMatchObject({
        state: 'POSTED',
        decided_by: { kind: 'key' },
        decision_notes: 'Seen',
      })
      expect(answer.body.decided_by.id).not.toBe(answer.body.asked_by.id)
    }
    expect((await shop.wallet(wallet)).total_balance).toBe(100.01)
    const late = await other('PUT', `adjustments/${body.id}/actions`, { action: 'REJECT' })
    expect(late.body.error).toBe('CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION')
    expect(await shop.verify()).toEqual([])
  })

  test('moves nothing when it is rejected', async () => {
    const { wallet } = await shop.holder()
    const { body } = await adjust(wallet, { type: 'CREDIT', amount: '500.00' })
    const other = await colleague('adjustments:approve')
    const answer = await other('PUT', `adjustments/${body.id}/actions`, {
      action: 'REJECT',
      notes: 'No receipt',
    })
    expect(answer.body).toMatchObject({ state: 'REJECTED', decision_notes: 'No receipt' })
    expect((await other('PUT', `adjustments/${body.id}/actions`, { action: 'APPROVE' })).status).toBe(400)
    expect((await shop.wallet(wallet)).total_balance).toBe(0)
    expect(await shop.verify()).toEqual([])
  })

  test('is judged by the setting of the business, also when that is nothing', async () => {
    const set = (amount: string | null) =>
      shop.call('PUT', `organisations/${shop.actor.business}`, {
        settings: { adjustment_approval_above: amount },
      })
    const state = async (amount: string) => {
      const { wallet } = await shop.holder()
      return (await adjust(wallet, { type: 'CREDIT', amount })).body.state
    }
    expect((await set('0')).body.settings.adjustment_approval_above).toBe(0)
    expect(await state('0.01')).toBe('PENDING_APPROVAL')
    await set('1000')
    expect([await state('1000'), await state('1000.01')]).toEqual(['POSTED', 'PENDING_APPROVAL'])
    await set(null)
    expect([await state('100'), await state('100.01')]).toEqual(['POSTED', 'PENDING_APPROVAL'])
  })

  test('cannot be had in parts, not even at once: what one hand corrected alone in a day counts together', async () => {
    const { wallet } = await shop.holder()
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => adjust(wallet, { type: 'CREDIT', amount: '10.00' })),
    )
    const posted = answers.filter(({ body }) => body.state === 'POSTED')
    expect(posted).toHaveLength(10)
    expect((await shop.wallet(wallet)).total_balance).toBe(100)
    server.clock.now = later(opening, DAY)
    expect((await adjust(wallet, { type: 'DEBIT', amount: '10.00' })).body.state).toBe('POSTED')
  })

  test('is posted by what the wallet holds when it is approved', async () => {
    const { wallet } = await shop.holder()
    const { body } = await adjust(wallet, { type: 'DEBIT', amount: '130.00' })
    const other = await colleague('adjustments:approve')
    const approve = () => other('PUT', `adjustments/${body.id}/actions`, { action: 'APPROVE' })
    expect((await approve()).body.parameters).toEqual(['130', '0'])
    expect((await shop.call('GET', `adjustments/${body.id}`)).body.state).toBe('PENDING_APPROVAL')
    await shop.credit(wallet, '100.00')
    server.clock.now = later(opening, DAY)
    await shop.credit(wallet, '40.00')
    expect((await approve()).body.state).toBe('POSTED')
    expect((await shop.wallet(wallet)).total_balance).toBe(10)
    expect(await shop.verify()).toEqual([])
  })

  test('approved and rejected at once is one of the two', async () => {
    const { wallet } = await shop.holder()
    const other = await colleague('adjustments:approve')
    for (let round = 0; round < 6; round++) {
      const { body } = await adjust(wallet, { type: 'CREDIT', amount: '101.00' })
      const answers = await Promise.all(
        ['APPROVE', 'REJECT', 'APPROVE', 'REJECT'].map((action) =>
          other('PUT', `adjustments/${body.id}/actions`, { action }),
        ),
      )
      expect(new Set(answers.flatMap(({ body: { state } }) => state ?? [])).size).toBe(1)
    }
    expect(await shop.verify()).toEqual([])
  })

  test('follows its wallet into that of a merged contact', async () => {
    const gone = await shop.holder()
    const stays = await shop.holder()
    const earlier = await adjust(gone.wallet, { type: 'CREDIT', amount: '1.00' })
    const { body } = await adjust(gone.wallet, { type: 'CREDIT', amount: '200.00' })
    const merged = await shop.call('POST', `contacts/${stays.contact}/merge`, { contact_id: gone.contact })
    expect(merged.status).toBeLessThan(300)
    const other = await colleague('adjustments:approve')
    const approved = await other('PUT', `adjustments/${body.id}/actions`, { action: 'APPROVE' })
    expect(approved.body).toMatchObject({ state: 'POSTED', wallet_id: stays.wallet })
    expect((await shop.wallet(stays.wallet)).total_balance).toBe(201)
    const { content } = (await shop.call('GET', `wallets/${stays.wallet}/adjustments`)).body
    expect(content).toMatchObject([{ id: body.id }, { id: earlier.body.id }])
    expect(await shop.verify()).toEqual([])
  })
})
