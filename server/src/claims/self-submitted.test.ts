import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkExplanations } from '../../../scripts/check-explain/check.ts'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

type Policy = 'ACCEPT' | 'HOLD' | 'REFUSE'

async function shopThat(policy: Policy, settings: object = {}): Promise<Shop> {
  const shop = await openShop(server)
  await shop.offer(tenPercent)
  await shop.call('PUT', `organisations/${shop.merchant}`, {
    settings: { self_submitted_purchases: policy, ...settings },
  })
  return shop
}

const claim = (shop: Shop, contact: string, transaction_code: string) =>
  shop.call('POST', 'purchases/reclaim', { contact: { code: contact }, transaction_code })

const decide = (shop: Shop, id: string, body: object) => shop.call('PUT', `claims/${id}/actions`, body)
const read = async (shop: Shop, id: string) => (await shop.call('GET', `claims/${id}`)).body

const TAKEN = 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION'

describe('a receipt that no till has sent', () => {
  test('is awarded at once where the merchant accepts it', async () => {
    const shop = await shopThat('ACCEPT')
    const contact = await shop.shopper()
    const { status, body } = await claim(shop, contact, 'OWN-1;M1;V1;2500')
    expect([status, body.state, body.award]).toEqual([200, 'CLAIMED', 2.5])
    expect(await shop.balance(contact)).toBe(2.5)
    expect((await shop.call('GET', 'purchases/OWN-1')).body).toMatchObject({
      id: body.id,
      contact: { code: contact },
    })
    expect(await read(shop, body.claim_id)).toMatchObject({
      origin: 'CONTACT',
      total: 25,
      purchase_id: body.id,
    })
    const again = await claim(shop, await shop.shopper(), 'M1;OWN-1;2500;V1')
    expect(again.body.error).toBe(TAKEN)
    expect(await shop.verify()).toEqual([])
  })

  test('is not found by what is no id of a claim', async () => {
    const shop = await shopThat('HOLD')
    const answers = [await shop.call('GET', 'claims/UNKNOWN'), await decide(shop, '-', { action: 'APPROVE' })]
    for (const { status, body } of answers)
      expect([status, body.error]).toEqual([400, 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION'])
  })

  test('is held above the amount that is accepted, and earns nothing meanwhile', async () => {
    const shop = await shopThat('ACCEPT', { self_submitted_up_to: 50 })
    const contact = await shop.shopper()
    expect((await claim(shop, contact, 'BIG-1;M1;V1;5000')).body.state).toBe('CLAIMED')
    const { body } = await claim(shop, contact, 'BIG-2;M1;V1;5001')
    expect(body).toMatchObject({ state: 'HELD', award: 0, say: 'Waits for confirmation by Corner, Main St.' })
    expect(await shop.balance(contact)).toBe(5)
    await shop.call('PUT', `contacts/${contact}`, { language_code: 'el' })
    const greek = await claim(shop, contact, 'BIG-3;M1;V1;5001')
    expect(greek.body.say).toBe('Περιμένει επιβεβαίωση από το κατάστημα: Corner, Main St.')
  })

  test('is not known where the merchant refuses it', async () => {
    const shop = await shopThat('REFUSE')
    const { body } = await claim(shop, await shop.shopper(), 'OWN-1;M1;V1;2500')
    expect(body.error).toBe('CRM.EXCEPTIONS.NOTFOUNDEXCEPTION')
  })

  test('is held unless the merchant says otherwise, once, and listed for review', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    const [contact, other] = [await shop.shopper(), await shop.shopper()]
    const { body } = await claim(shop, contact, 'HELD-1;M1;V1;2500')
    expect(body.state).toBe('HELD')
    for (const who of [contact, other]) {
      expect((await claim(shop, who, 'HELD-1;M1;V1;2500')).body.error).toBe(TAKEN)
    }
    const counted = async (of: string) =>
      (await shop.call('GET', `claims?include_total=true&organisation_id=${of}`)).body.paging.total
    const elsewhere = { type: 'MERCHANT', name: 'Elsewhere', code: 'ELSE' }
    await shop.call('POST', 'organisations', elsewhere)
    expect([await counted(shop.venue), await counted('CORNER'), await counted('ELSE')]).toEqual([1, 1, 0])
    const { body: listed } = await shop.call('GET', 'claims?state=HELD&include_total=true')
    expect(listed.content.map(({ id }: { id: string }) => id)).toEqual([body.claim_id])
    expect(listed.paging.total).toBe(1)
    expect(await shop.balance(contact)).toBe(0)
  })

  test('is listed with the name of who claims it, to a key that may see people', async () => {
    const shop = await shopThat('HOLD')
    const contact = await shop.shopper()
    await claim(shop, contact, 'HELD-1;M1;V1;2500')
    const { body: desk } = await shop.call('POST', 'api_keys', { name: 'desk', scopes: ['claims:read'] })
    const shown = async (headers?: Record<string, string>) =>
      (await shop.call('GET', 'claims', undefined, headers)).body.content[0].contact
    expect(await shown()).toMatchObject({ code: contact, name: expect.stringContaining('Shopper') })
    expect(await shown({ api_key: desk.key })).toMatchObject({ code: contact, name: null })
  })

  test('that is approved is awarded once', async () => {
    const shop = await shopThat('HOLD')
    const contact = await shop.shopper()
    const { body } = await claim(shop, contact, 'HELD-1;M1;V1;2500')
    for (let n = 0; n < 2; n++) {
      const { status, body: decided } = await decide(shop, body.claim_id, { action: 'APPROVE' })
      expect([status, decided.state]).toEqual([200, 'CLAIMED'])
    }
    expect(await shop.balance(contact)).toBe(2.5)
    expect((await decide(shop, body.claim_id, { action: 'REFUSE', reason: 'late' })).body.error).toBe(
      'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION',
    )
    expect(await shop.verify()).toEqual([])
  })

  test('that is refused needs a reason, and leaves the receipt to others', async () => {
    const shop = await shopThat('HOLD')
    const { body } = await claim(shop, await shop.shopper(), 'HELD-1;M1;V1;2500')
    expect((await decide(shop, body.claim_id, { action: 'REFUSE' })).body.error).toBe(
      'CRM.EXCEPTIONS.REQUIREDFIELDEXCEPTION',
    )
    const { body: refused } = await decide(shop, body.claim_id, { action: 'REFUSE', reason: 'Not ours.' })
    expect(refused).toMatchObject({ state: 'REFUSED', reason: 'Not ours.' })
    expect((await claim(shop, await shop.shopper(), 'HELD-1;M1;V1;2500')).body.state).toBe('HELD')
  })

  test('whose purchase the till voided is not taken', async () => {
    const shop = await shopThat('ACCEPT')
    await shop.call('POST', 'purchases/GONE-1/cancel', {})
    const { body } = await claim(shop, await shop.shopper(), 'GONE-1;M1;V1;2500')
    expect(body.error).toBe('CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION')
  })
})

describe('when the till sends the purchase of a receipt that a contact submitted', () => {
  test.each(['ACCEPT', 'HOLD'] as const)(
    'it is awarded once, from what the till says (%s)',
    async (policy) => {
      const shop = await shopThat(policy)
      const contact = await shop.shopper()
      const { body: claimed } = await claim(shop, contact, 'MEET-1;M1;V1;1000')
      const products = [
        { sku: 'A', quantity: 1, total_amount: '4.00' },
        { sku: 'B', quantity: 1, total_amount: '6.00' },
      ]
      const sent = { total: '10.00', reference: 'MEET-1', products }
      const first = await shop.buy(sent)
      expect([first.status, first.body.rewards.award]).toEqual([200, 0])
      expect(await server.settleClaims()).toEqual([])
      expect(await read(shop, claimed.claim_id)).toMatchObject({
        state: 'CLAIMED',
        purchase_id: first.body.id,
      })
      expect(await shop.balance(contact)).toBe(1)
      expect((await shop.buy(sent)).text).toBe(first.text)
      await shop.call('POST', 'purchases/MEET-1/returns', { products: [{ sku: 'A' }] })
      expect(await shop.balance(contact)).toBe(0.6)
      expect(await shop.verify()).toEqual([])
    },
  )

  test.each(['ACCEPT', 'HOLD'] as const)(
    'another amount is flagged and earns nothing (%s)',
    async (policy) => {
      const shop = await shopThat(policy)
      const [forger, contact] = [await shop.shopper(), await shop.shopper()]
      const { body: forged } = await claim(shop, forger, 'LIE-1;M1;V1;90000')
      const { body: bought } = await shop.buy({ total: '9.00', reference: 'LIE-1' })
      await server.settleClaims()
      expect(await shop.balance(forger)).toBe(0)
      expect(await read(shop, forged.claim_id)).toMatchObject({
        state: 'HELD',
        total: 900,
        till_total: 9,
        reason: 'The till says 9.00 EUR.',
      })
      // Whoever has the receipt in hand gets it all the same.
      expect((await claim(shop, contact, bought.receipt.qr)).body.award).toBe(0.9)
      expect((await read(shop, forged.claim_id)).state).toBe('REFUSED')
      expect(await shop.verify()).toEqual([])
    },
  )

  test('an approved claim of another amount is awarded at the amount of the till', async () => {
    const shop = await shopThat('HOLD')
    const contact = await shop.shopper()
    const { body } = await claim(shop, contact, 'TYPO-1;M1;V1;1200')
    await shop.buy({ total: '10.00', reference: 'TYPO-1' })
    await server.settleClaims()
    await decide(shop, body.claim_id, { action: 'APPROVE' })
    expect(await shop.balance(contact)).toBe(1)
  })

  test.each(['ACCEPT', 'HOLD'] as const)('the buyer whom the till knows has it (%s)', async (policy) => {
    const shop = await shopThat(policy)
    const [first, buyer] = [await shop.shopper(), await shop.shopper()]
    const { body: claimed } = await claim(shop, first, 'KNOWN-1;M1;V1;1000')
    const { status, body } = await shop.buy({ contact: buyer, total: '10.00', reference: 'KNOWN-1' })
    expect([status, body.rewards.award]).toEqual([200, 1])
    await server.settleClaims()
    expect([await shop.balance(first), await shop.balance(buyer)]).toEqual([0, 1])
    expect((await read(shop, claimed.claim_id)).state).toBe('REFUSED')
    expect(await shop.verify()).toEqual([])
  })

  test('what was voided or returned of it before stays so', async () => {
    const shop = await shopThat('ACCEPT')
    const contact = await shop.shopper()
    await claim(shop, contact, 'PART-1;M1;V1;1000')
    await claim(shop, contact, 'GONE-1;M1;V1;1000')
    await shop.call('POST', 'purchases/PART-1/returns', { return_amount: '4.00' })
    await shop.call('POST', 'purchases/GONE-1/cancel', {})
    await shop.buy({ total: '10.00', reference: 'PART-1' })
    expect((await shop.buy({ total: '10.00', reference: 'GONE-1' })).body.state).toBe('CANCELLED')
    await server.settleClaims()
    expect(await shop.balance(contact)).toBe(0.6)
    expect(await shop.verify()).toEqual([])
  })

  test('16 tills and claims at once leave one purchase with one award', async () => {
    const shop = await shopThat('ACCEPT')
    const contacts = await Promise.all(Array.from({ length: 16 }, () => shop.shopper()))
    const answers = await Promise.all(
      contacts.flatMap((contact) => [
        claim(shop, contact, 'RACE-1;M1;V1;1000'),
        shop.buy({ total: '10.00', reference: 'RACE-1' }),
      ]),
    )
    expect(answers.filter(({ body }) => body.claim_id && body.state === 'CLAIMED')).toHaveLength(1)
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    await server.settleClaims()
    const balances = await Promise.all(contacts.map((contact) => shop.balance(contact)))
    expect(balances.filter((balance) => balance !== 0)).toEqual([1])
    expect(await shop.verify()).toEqual([])
    expect((await checkExplanations(server.database.url)).mismatches).toEqual([])
  })
})
