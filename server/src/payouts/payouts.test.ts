import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { account, card, openPayoutShop, type PayoutShop, paypal } from '../../test/payout-shop.ts'

let server: TestServer
let shop: PayoutShop
beforeAll(async () => {
  server = await startServer()
  shop = await openPayoutShop(server)
})
afterAll(() => server.stop())

const HOUR = 3_600_000
function waitHours(hours: number) {
  server.clock.now = new Date(server.clock.now.getTime() + hours * HOUR)
}

async function open(contact: string): Promise<number> {
  const { body } = await shop.call('GET', `contacts?code=${contact}&include_wallet=true`)
  return body.content[0].wallet.open
}

describe('a back-end spend', () => {
  test('is paid to the wallet of a contact who registered no method, as open money', async () => {
    const maria = await shop.rich()
    const { body } = await shop.spend(maria, 30)
    expect(body.payout.state).toBe('PENDING')
    await server.sendPayouts()
    expect(await shop.payout(body.payout.id)).toMatchObject({
      state: 'PAID',
      money: 'WALLET',
      amount: 30,
      provider: 'WALLET',
      purchase_id: body.id,
    })
    expect([await open(maria), await shop.verify()]).toEqual([30, []])
  })

  test('is paid to the preferred method', async () => {
    const maria = await shop.rich()
    await shop.method(maria, paypal)
    await shop.method(maria, { ...card, is_primary: true })
    const { body } = await shop.spend(maria, 30)
    await server.sendPayouts()
    expect(await shop.payout(body.payout.id)).toMatchObject({ state: 'PAID', payment_method_type: 'CARD' })
  })

  test('is paid to the card that the purchase was paid with, when it is registered', async () => {
    const maria = await shop.rich()
    await shop.method(maria, paypal)
    const id = await shop.method(maria, card)
    const { body } = await shop.spend(maria, 30, { payment_medium_identifier: '42424242' })
    await server.sendPayouts()
    const payout = await shop.payout(body.payout.id)
    expect(payout.attempts).toMatchObject([
      { payment_method_type: 'CARD', payment_method_id: id, state: 'PAID' },
    ])
  })

  test('that is declined goes to the next method, and to the wallet at last', async () => {
    const maria = await shop.rich()
    await shop.method(maria, card)
    const { body } = await shop.spend(maria, 30.07)
    await server.sendPayouts()
    expect(await shop.payout(body.payout.id)).toMatchObject({ state: 'FAILED', reason: 'METHOD_DECLINED' })
    expect(await shop.verify()).toEqual([])
    await server.sendPayouts()
    const payout = await shop.payout(body.payout.id)
    expect(payout.attempts.map(({ state }: { state: string }) => state)).toEqual(['DECLINED', 'PAID'])
    expect([payout.state, payout.money, await shop.verify()]).toEqual(['PAID', 'WALLET', []])
  })

  test('that comes back after it was paid goes to the wallet', async () => {
    const maria = await shop.rich()
    await shop.method(maria, card)
    const { body } = await shop.spend(maria, 30.03)
    await server.sendPayouts()
    expect((await shop.payout(body.payout.id)).state).toBe('PAID')
    waitHours(2)
    await server.sendPayouts()
    expect(await shop.payout(body.payout.id)).toMatchObject({
      state: 'RETURNED',
      reason: 'ACCOUNT_CLOSED',
      money: 'CLEARING',
    })
    await server.sendPayouts()
    expect(await shop.payout(body.payout.id)).toMatchObject({ state: 'PAID', money: 'WALLET' })
    expect(await shop.verify()).toEqual([])
  })
})

describe('the pretend provider', () => {
  test.each`
    amount   | first        | then
    ${20.0}  | ${'PAID'}    | ${'PAID'}
    ${20.01} | ${'PAID'}    | ${'PAID'}
    ${20.02} | ${'SENT'}    | ${'PAID'}
    ${20.03} | ${'PAID'}    | ${'RETURNED'}
    ${20.04} | ${'UNKNOWN'} | ${'PAID'}
    ${20.05} | ${'UNKNOWN'} | ${'PAID'}
    ${20.06} | ${'UNKNOWN'} | ${'PAID'}
    ${20.07} | ${'FAILED'}  | ${'PAID'}
  `('makes $first and then $then of $amount', async ({ amount, first, then }) => {
    const maria = await shop.rich()
    await shop.method(maria, card)
    const { body } = await shop.spend(maria, amount)
    await server.sendPayouts()
    expect((await shop.payout(body.payout.id)).state).toBe(first)
    waitHours(2)
    await server.sendPayouts()
    const payout = await shop.payout(body.payout.id)
    expect([payout.state, payout.attempts[0].asked]).toEqual([then, amount === 20.05 ? 2 : 1])
    expect(await shop.verify()).toEqual([])
  })
})

describe('a contact’s own payout', () => {
  async function owner() {
    const maria = await shop.rich()
    const { body } = await shop.spend(maria, 50)
    await server.sendPayouts()
    const found = await shop.call('GET', `contacts?code=${maria}&include_wallet=true`)
    const method = await shop.method(maria, account)
    expect((await shop.payout(body.payout.id)).money).toBe('WALLET')
    return { maria, wallet: found.body.content[0].wallet.id, method }
  }

  test('takes open money at once and is sent afterwards', async () => {
    const { maria, wallet, method } = await owner()
    const asked = await shop.call('POST', 'payouts', {
      wallet_id: wallet,
      amount: '20.00',
      payment_method: { id: method, type: 'ACCOUNT' },
    })
    expect([asked.status, await open(maria)]).toEqual([201, 30])
    await server.sendPayouts()
    expect(await shop.payout(asked.body.id)).toMatchObject({
      state: 'PAID',
      money: 'PAID_OUT',
      purchase_id: null,
    })
    expect(await shop.verify()).toEqual([])
  })

  test('of more than there is is refused with the code that clients know', async () => {
    const { wallet, method } = await owner()
    const payment_method = { id: method, type: 'ACCOUNT' }
    const refused = await shop.call('POST', 'payouts', { wallet_id: wallet, amount: 50.01, payment_method })
    expect(refused.body).toMatchObject({
      status: 400,
      error: 'CRM.EXCEPTIONS.CANNOTSPENDAMOUNTWALLETBALANCENOTENOUGHEXCEPTION',
      parameters: ['50.01 EUR', '50.00 EUR'],
    })
  })

  test('asked 20 times at once of a balance for five is made five times', async () => {
    const { maria, wallet, method } = await owner()
    const body = { wallet_id: wallet, amount: 10, payment_method: { id: method, type: 'ACCOUNT' } }
    const answers = await Promise.all(Array.from({ length: 20 }, () => shop.call('POST', 'payouts', body)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5)
    expect([await open(maria), await shop.verify()]).toEqual([0, []])
  })

  test('that fails waits, and goes back into the wallet when it is cancelled', async () => {
    const { maria, wallet, method } = await owner()
    const body = { wallet_id: wallet, amount: 20.07, payment_method: { id: method, type: 'ACCOUNT' } }
    const { id } = (await shop.call('POST', 'payouts', body)).body
    await server.sendPayouts()
    await server.sendPayouts()
    expect((await shop.payout(id)).state).toBe('FAILED')
    expect((await shop.act(id, 'CANCEL')).body).toMatchObject({ state: 'CANCELLED', money: 'BACK' })
    expect((await shop.act(id, 'CANCEL')).status).toBe(200)
    expect([await open(maria), await shop.verify()]).toEqual([50, []])
  })

  test('to a method of somebody else is refused', async () => {
    const { wallet } = await owner()
    const other = await owner()
    const payment_method = { id: other.method, type: 'ACCOUNT' }
    const refused = await shop.call('POST', 'payouts', { wallet_id: wallet, amount: 1, payment_method })
    expect(refused.body).toMatchObject({
      error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
      parameters: ['payment_method', other.method],
    })
  })
})

describe('the void of a purchase', () => {
  async function paid(amount: number, method?: object) {
    const maria = await shop.rich()
    if (method) await shop.method(maria, method)
    const { body } = await shop.spend(maria, amount)
    return { maria, purchase: body.id, payout: body.payout.id }
  }
  const cancel = (purchase: string) => shop.call('POST', `purchases/${purchase}/cancel`, {})

  test('before anybody was asked ends the payout, and the spend is back', async () => {
    const { maria, purchase, payout } = await paid(30, card)
    expect((await cancel(purchase)).body.spend_returned).toBe(30)
    await server.sendPayouts()
    expect(await shop.payout(payout)).toMatchObject({ state: 'CANCELLED', money: 'BACK', attempts: [] })
    expect([await shop.balance(maria), await shop.verify()]).toEqual([100, []])
  })

  test('after the wallet was paid takes it from there, and the spend is back in its lots', async () => {
    const { maria, purchase, payout } = await paid(30)
    await server.sendPayouts()
    expect(await open(maria)).toBe(30)
    expect((await cancel(purchase)).body.spend_returned).toBe(30)
    expect(await shop.payout(payout)).toMatchObject({ state: 'REVERSED', money: 'BACK' })
    expect([await open(maria), await shop.balance(maria), await shop.verify()]).toEqual([0, 100, []])
  })

  test('after a provider paid requires the money back, and gives the spend back when it is', async () => {
    const { maria, purchase, payout } = await paid(30, card)
    await server.sendPayouts()
    expect((await cancel(purchase)).body.spend_returned).toBe(0)
    expect((await shop.payout(payout)).state).toBe('REVERSAL_REQUIRED')
    expect([await shop.balance(maria), await shop.verify()]).toEqual([70, []])

    expect((await shop.act(payout, 'CONFIRM_REVERSAL')).body).toMatchObject({
      state: 'REVERSED',
      money: 'BACK',
    })
    expect((await shop.act(payout, 'CONFIRM_REVERSAL')).status).toBe(200)
    expect([await shop.balance(maria), await shop.verify()]).toEqual([100, []])
  })

  test('while nobody knows whether it was paid stops it, and what turns out to be paid has to come back', async () => {
    const { maria, purchase, payout } = await paid(30.06, card)
    await server.sendPayouts()
    await cancel(purchase)
    expect(await shop.payout(payout)).toMatchObject({ state: 'UNKNOWN', is_stopped: true })
    waitHours(1)
    await server.sendPayouts()
    expect((await shop.payout(payout)).state).toBe('REVERSAL_REQUIRED')
    expect([await shop.balance(maria), await shop.verify()]).toEqual([69.94, []])
  })

  test('while nobody knows never sends it again, and ends it once it certainly never arrived', async () => {
    const { maria, purchase, payout } = await paid(30.05, card)
    await server.sendPayouts()
    await cancel(purchase)
    waitHours(0.5)
    await server.sendPayouts()
    expect((await shop.payout(payout)).state).toBe('UNKNOWN')
    waitHours(1)
    await server.sendPayouts()
    const ended = await shop.payout(payout)
    expect([ended.state, ended.attempts[0].asked]).toEqual(['CANCELLED', 1])
    expect([await shop.balance(maria), await shop.verify()]).toEqual([100, []])
  })

  test('after the wallet money was spent leaves a debt that the returning spend repays', async () => {
    const { maria, purchase } = await paid(100)
    await server.sendPayouts()
    const second = await shop.spend(maria, 40)
    await cancel(purchase)
    expect(await shop.verify()).toEqual([])
    // The first spend is back in its own lot; what is missing of the payout's is owed until its money returns.
    expect(await shop.balance(maria)).toBe(100)
    await cancel(second.body.id)
    expect([await shop.balance(maria), await shop.verify()]).toEqual([100, []])
  })

  test('a return of goods makes the payout smaller while it waits', async () => {
    const { maria, payout } = await paid(40, card)
    const returned = await shop.call('POST', 'purchases/ad_hoc_return', {
      reference_number: 'RET-1',
      contact: { code: maria },
      organisation: { venue_tap: { code: 'V1' } },
      return_amount: '100.00',
    })
    expect(returned.status).toBe(200)
    expect([(await shop.payout(payout)).amount, await shop.verify()]).toEqual([20, []])
    await server.sendPayouts()
    expect([(await shop.payout(payout)).state, await shop.verify()]).toEqual(['PAID', []])
  })
})

describe('an action', () => {
  test.each`
    amount   | action                | status | needed
    ${20.0}  | ${'RETRY'}            | ${200} | ${''}
    ${20.0}  | ${'CANCEL'}           | ${400} | ${'CANCEL is for one that is PENDING, FAILED, RETURNED.'}
    ${20.0}  | ${'CONFIRM_REVERSAL'} | ${400} | ${'CONFIRM_REVERSAL is for one that is REVERSAL_REQUIRED.'}
    ${20.0}  | ${'MARK_FAILED'}      | ${400} | ${'MARK_FAILED is for one that is SENDING, UNKNOWN.'}
    ${20.0}  | ${'MARK_RETURNED'}    | ${200} | ${''}
    ${20.02} | ${'MARK_PAID'}        | ${200} | ${''}
    ${20.06} | ${'MARK_FAILED'}      | ${200} | ${''}
  `('$action of one of $amount answers $status', async ({ amount, action, status, needed }) => {
    const maria = await shop.rich()
    await shop.method(maria, card)
    const { body } = await shop.spend(maria, amount)
    await server.sendPayouts()
    const answer = await shop.act(body.payout.id, action)
    expect(answer.status).toBe(status)
    if (status === 400) expect(answer.body.detail).toContain(needed)
    expect(await shop.verify()).toEqual([])
  })

  test('CANCEL of a purchase’s payout points to the void', async () => {
    const maria = await shop.rich()
    const { body } = await shop.spend(maria, 20)
    const refused = await shop.act(body.payout.id, 'CANCEL')
    expect(refused.body).toMatchObject({
      error: 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION',
      parameters: ['payout', 'PENDING'],
    })
    expect(refused.body.detail).toContain('void the purchase')
  })
})

test('payouts and methods of a contact that is merged go over to the one that is left', async () => {
  const [maria, twin] = [await shop.rich(), await shop.rich()]
  const kept = await shop.method(maria, paypal)
  const moved = await shop.method(twin, card)
  const { body } = await shop.spend(twin, 30)
  const [left, gone] = [await idOf(maria), await idOf(twin)]
  const merged = await shop.call('POST', `contacts/${left}/merge`, { contact_id: gone })
  expect(merged.status).toBe(200)
  await server.sendPayouts()
  const payout = await shop.payout(body.payout.id)
  expect([payout.state, payout.payment_method_type]).toEqual(['PAID', 'PAYPAL'])
  const { content } = (await shop.call('GET', `contacts/${maria}/payment_methods`)).body
  expect(content.map(({ id }: { id: string }) => id)).toEqual([kept, moved])
  expect(await shop.verify()).toEqual([])

  async function idOf(code: string): Promise<string> {
    return (await shop.call('GET', `contacts/${code}`)).body.id
  }
})
