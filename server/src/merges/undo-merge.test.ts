import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { digestOf } from '../../test/access/foreign.ts'
import { openAuthenticator } from '../../test/authenticator.ts'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { type Shopper, signIn } from '../../test/self-service/shopper.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'

let server: TestServer
let shop: Shop
let anna: Shopper
let ben: Shopper
beforeAll(async () => {
  server = await startServer()
  return () => server.stop()
})
beforeEach(async () => {
  shop = await openShop(server)
  anna = await signIn(server.url, shop, 'ANNA')
  ben = await signIn(server.url, shop, 'BEN')
})

async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body, text } = await asked
  expect(status, text).toBeLessThan(300)
  return body
}
const merge = (left = 'ANNA', gone = 'BEN') =>
  ok(shop.call('POST', `contacts/${left}/merge`, { contact_id: gone }))
const undo = (left = 'ANNA', gone = 'BEN') =>
  shop.call('POST', `contacts/${left}/unmerge`, { contact_id: gone })
const INVALID_STATE = 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION'

// What tells of both, the merge and its undoing, and is never taken back.
const TOLD = ['events', 'event_feeds', 'transfers', 'merges', 'ledger_seals', 'ledger_seal_heads']
// Compared by what they say: an account that was opened is empty, a document may be written otherwise.
const READ = {
  accounts:
    'select id, kind, owner_id, balance, closed from accounts where tenant = $1 and (balance <> 0 or closed) order by id',
  identifiers:
    'select kind, value, contact_id, details::jsonb, merged_from, was_primary from identifiers where tenant = $1 order by 1, 2',
}

async function everything() {
  const digests = Object.entries(await digestOf(server.database, shop.actor.tenant))
  const read = Object.entries(READ).map(async ([table, statement]) => [
    table,
    (await server.database.pool.query(statement, [shop.actor.tenant])).rows,
  ])
  const rest = digests.filter(([table]) => !TOLD.includes(table) && !(table in READ))
  return Object.fromEntries([...rest, ...(await Promise.all(read))])
}

/** Something of all that a merge moves, of both. */
async function live(who: Shopper, total: string): Promise<void> {
  await shop.buy({ contact: who.code, total })
  await shop.buy({ contact: who.code, total: '8.00', spend: 1 })
  await ok(
    who.call('PUT', `contacts/${who.id}`, {
      phone: { type: 'MOBILE', number: who.code === 'BEN' ? '+35799111111' : '+35799222222' },
    }),
  )
  await ok(
    shop.call('POST', 'topups', { wallet_id: who.wallet, amount: 3, payment_method: { type: 'CASH' } }),
  )
  await ok(
    shop.call('POST', `contacts/${who.id}/payment_methods`, {
      payment_method_type: 'ACCOUNT',
      account_debit: { iban: 'CY17002001280000001200527600', account_name: who.code },
    }),
  )
  const { public_key } = await ok(who.call('POST', `contacts/${who.id}/passkeys/options`))
  await ok(
    who.call('POST', `contacts/${who.id}/passkeys`, { credential: openAuthenticator().create(public_key) }),
  )
}

/** What they are in the middle of: a code that nobody used, an order, a claim, and what they wish. */
async function leaveMore(who: Shopper): Promise<void> {
  await ok(shop.call('POST', `contacts/${who.code}/tokens`, { intent: 'SPEND' }))
  await ok(shop.call('POST', `contacts/${who.code}/notes`, { text: `is ${who.code}` }))
  const unclaimed = await ok(shop.buy({ total: '6.00' }))
  const claim = { contact: { code: who.code }, transaction_code: unclaimed.receipt.qr }
  await ok(shop.call('POST', 'purchases/reclaim', claim))
  const items = [{ sku: 'COF', name: 'Coffee', quantity: 2, price: '2.50' }]
  const order = { contact_id: who.code, fulfilled_by: shop.venue, supply_method: 'PICK_UP', items }
  await ok(shop.call('POST', 'orders', order))
  const wishes = { enable_automatic_spend: true, maximum_spend_amount: who.code === 'BEN' ? 2 : 3 }
  await ok(shop.call('PUT', `contacts/${who.id}/spend_preferences`, wishes))
}

async function oweMoney(who: Shopper): Promise<void> {
  const earned = await shop.buy({ contact: who.code, total: '500.00' })
  const { balance } = (await shop.call('GET', `contacts/${who.code}`)).body.wallet
  await shop.buy({ contact: who.code, total: String(balance), spend: balance })
  await ok(shop.call('POST', `purchases/${earned.body.id}/cancel`))
}

describe('a merge and its undoing with nothing between', () => {
  test('leave every row as it was, and the books hold', async () => {
    await shop.offer({ ...tenPercent, limits: { per_contact: { amount: '90.00' } } })
    await ok(
      shop.call('POST', 'reward_schemes', { code: 'CLUB', name: 'Club', sign_up_option: 'SELF_SIGN_UP' }),
    )
    await ok(
      shop.call('POST', 'pass_plans', {
        code: 'P',
        name: 'P',
        validity: { type: 'PERIOD', count: 9, unit: 'DAYS' },
      }),
    )
    await ok(shop.call('POST', 'passes', { pass_plan_id: 'P', code: 'PASS', contact: { code: 'BEN' } }))
    await live(anna, '20.00')
    await live(ben, '70.00')
    await oweMoney(ben)
    for (const each of [anna, ben]) await leaveMore(each)
    const club = (await shop.call('GET', 'reward_schemes/CLUB')).body.id
    await ok(
      ben.call('POST', `contacts/${ben.id}/reward_schemes`, { action: 'SIGN_UP', reward_scheme_id: club }),
    )
    await ok(shop.call('PUT', 'contacts/BEN/communication_preferences', { email_opt_out: true }))
    await server.notify()
    const before = await everything()

    const merged = await merge()
    expect(merged).toMatchObject({ debt: expect.any(Number), purchases: expect.any(Number) })
    expect(await everything()).not.toEqual(before)
    const { body } = await undo()

    expect(body).toMatchObject({ id: merged.id, merged: { code: 'BEN' }, undone_on: expect.any(Number) })
    expect(await everything()).toEqual(before)
    expect(await shop.verify()).toEqual([])
    expect((await ben.call('GET', `contacts/${ben.id}`)).body.code).toBe('BEN')
  })

  test('leave it as it was for a contact into whom another had been merged, undone one after the other', async () => {
    await shop.offer(tenPercent)
    const carl = await shop.shopper()
    for (const contact of ['ANNA', 'BEN', carl]) await shop.buy({ contact, total: '30.00' })
    const before = await everything()
    await merge('BEN', carl)
    const between = await everything()
    await merge('ANNA', 'BEN')

    const early = await undo('ANNA', carl)
    expect([early.status, early.body.error]).toEqual([400, INVALID_STATE])
    expect((await undo('ANNA', 'BEN')).status).toBe(200)
    expect(await everything()).toEqual(between)
    expect((await undo('BEN', carl)).status).toBe(200)
    expect(await everything()).toEqual(before)
    expect(await shop.verify()).toEqual([])
  })

  test('may follow each other again and again, and the same undoing twice is one', async () => {
    await shop.offer(tenPercent)
    await shop.buy({ contact: 'BEN', total: '30.00' })
    await merge()
    const first = await undo()
    expect((await undo()).body).toEqual(first.body)
    await merge('BEN', 'ANNA')
    expect(await shop.balance('ANNA')).toBe(3)
    expect((await undo('BEN', 'ANNA')).status).toBe(200)
    expect([await shop.balance('ANNA'), await shop.balance('BEN')]).toEqual([0, 3])
    expect(await shop.verify()).toEqual([])
  })
})

describe('an undoing is refused', () => {
  const refused = async (what: unknown) => {
    const before = await everything()
    const { status, body } = await undo()
    expect([status, body.error, body.parameters]).toEqual([400, INVALID_STATE, ['merge', what]])
    expect(await everything()).toEqual(before)
    expect(await shop.verify()).toEqual([])
  }
  beforeEach(async () => {
    await shop.offer(tenPercent)
    await shop.buy({ contact: 'BEN', total: '30.00', reference: 'BEFORE' })
    await merge()
  })

  test('after a purchase, which it names', async () => {
    await shop.buy({ contact: 'ANNA', total: '5.00', reference: 'SINCE' })
    await refused('SINCE')
  })

  test('after merged money was spent', async () => {
    await shop.buy({ contact: 'BEN', total: '2.00', spend: 1, reference: 'SPENT' })
    await refused('SPENT')
  })

  test('after a purchase of before was voided', async () => {
    await ok(shop.call('POST', 'purchases/BEFORE/cancel'))
    await refused('BEFORE')
  })

  test('after money came without a purchase', async () => {
    await ok(
      shop.call('POST', 'topups', { wallet_id: anna.wallet, amount: 3, payment_method: { type: 'CASH' } }),
    )
    await refused('TOP_UP')
  })

  test('while a later merge stands on it', async () => {
    const later = await merge('ANNA', await shop.shopper())
    await refused(later.id)
  })
})

test('purchases and an undoing at one moment lose and double nothing', async () => {
  await shop.offer(tenPercent)
  await shop.buy({ contact: 'BEN', total: '30.00' })
  await merge()
  const [undone, ...bought] = await Promise.all([
    undo(),
    ...Array.from({ length: 12 }, (_, n) => shop.buy({ contact: n % 2 ? 'BEN' : 'ANNA', total: '10.00' })),
  ])
  expect([200, 400]).toContain(undone.status)
  expect(bought.map(({ status }) => status)).toEqual(bought.map(() => 200))
  const [one, other] = [await shop.balance('ANNA'), await shop.balance('BEN')]
  expect(undone.status === 200 ? one + other : one).toBe(15)
  expect(await shop.verify()).toEqual([])
})

test('what came since without money stays with the contact that was left', async () => {
  await merge()
  await ok(shop.call('PUT', 'contacts/ANNA', { loyalty_identifiers: [{ identifier: 'SINCE' }] }))
  expect((await undo()).status).toBe(200)
  expect((await shop.call('GET', 'contacts?loyalty_identifier=SINCE')).body.content).toMatchObject([
    { code: 'ANNA' },
  ])
})
