import { beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  return () => server.stop()
})

async function idOf(shop: Shop, code: string): Promise<string> {
  return (await shop.call('GET', `contacts/${code}`)).body.id
}

const merge = (shop: Shop, contact: string, other: string) =>
  shop.call('POST', `contacts/${contact}/merge`, { contact_id: other })

describe('complaint: contact merge', () => {
  test('the contact that is left has the money of both, to the cent, and the books hold', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    const [kept, gone] = [await shop.shopper(), await shop.shopper()]
    await shop.buy({ contact: kept, total: '20.00' })
    await shop.buy({ contact: gone, total: '31.50' })

    const merged = await merge(shop, kept, gone)

    expect(merged.body).toMatchObject({
      contact: { code: kept },
      merged: { code: gone },
      commerce: 3.15,
      purchases: 1,
    })
    expect(await shop.balance(kept)).toBe(5.15)
    expect(await shop.verify()).toEqual([])
  })

  test('whatever named the merged contact finds the one that is left: id, code, wallet, wallet code', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    const [kept, gone] = [await shop.shopper(), await shop.shopper()]
    const before = (await shop.call('GET', `contacts/${gone}?include_wallet=true`)).body
    await merge(shop, kept, gone)

    const left = await idOf(shop, kept)
    expect((await shop.call('GET', `contacts/${before.id}`)).body.id).toBe(left)
    expect((await shop.call('GET', `contacts/${gone}`)).body.id).toBe(left)
    expect((await shop.call('GET', `wallets/${before.wallet.id}`)).body.contact.id).toBe(left)
    expect((await shop.call('GET', `wallets/${before.wallet.code}`)).body.contact.id).toBe(left)
    const bought = await shop.buy({ contact: gone, total: '10.00' })
    expect((await shop.call('GET', `purchases/${bought.body.id}`)).body.contact.id).toBe(left)
    expect((await shop.call('GET', `contacts?code=${gone}`)).body.content).toMatchObject([{ id: left }])
  })

  test('a void of a purchase of the merged contact takes the award from where it is and brings the spend to the wallet that is left', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    const [kept, gone] = [await shop.shopper(), await shop.shopper()]
    await shop.buy({ contact: gone, total: '100.00' })
    const spent = await shop.buy({ contact: gone, total: '10.00', spend: 4 })
    const before = await shop.balance(gone)
    await merge(shop, kept, gone)

    const voided = await shop.call('POST', `purchases/${spent.body.id}/cancel`)

    expect(voided.status).toBe(200)
    expect(await shop.balance(kept)).toBe(before - spent.body.rewards.award + 4)
    expect(await shop.verify()).toEqual([])
  })

  test('what the merged contact owes, the contact that is left owes', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    const [kept, gone] = [await shop.shopper(), await shop.shopper()]
    const earned = await shop.buy({ contact: gone, total: '50.00' })
    await shop.buy({ contact: gone, total: '5.00', spend: 5 })
    await shop.call('POST', `purchases/${earned.body.id}/cancel`)

    const merged = await merge(shop, kept, gone)

    expect(merged.body.debt).toBe(5)
    const wallet = (await shop.call('GET', `contacts/${kept}?include_wallet=true`)).body.wallet.id
    expect((await shop.call('GET', `wallets/${wallet}`)).body.debt).toBe(5)
    await shop.buy({ contact: kept, total: '80.00' })
    expect(await shop.balance(kept)).toBe(3)
    expect(await shop.verify()).toEqual([])
  })

  test('limits and goals count what both had, and a void of either gives its part back', async () => {
    const shop = await openShop(server)
    await shop.offer({ ...tenPercent, limits: { per_contact: { amount: '3.00' } } })
    const [kept, gone] = [await shop.shopper(), await shop.shopper()]
    await shop.buy({ contact: kept, total: '10.00' })
    const ofGone = await shop.buy({ contact: gone, total: '15.00' })
    await merge(shop, kept, gone)

    const next = await shop.buy({ contact: kept, total: '40.00' })
    expect(next.body.rewards.award).toBe(0.5)
    await shop.call('POST', `purchases/${ofGone.body.id}/cancel`)
    expect((await shop.buy({ contact: kept, total: '40.00' })).body.rewards.award).toBe(1.5)
    expect(await shop.verify()).toEqual([])
  })

  test('purchases, voids and a merge of the same two contacts at one moment lose and double nothing', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    const [kept, gone] = [await shop.shopper(), await shop.shopper()]
    const first = await Promise.all(
      Array.from({ length: 6 }, () => shop.buy({ contact: gone, total: '10.00' })),
    )

    const [merged, ...answers] = await Promise.all([
      merge(shop, kept, gone),
      ...Array.from({ length: 30 }, (_, n) =>
        shop.buy({ contact: n % 2 === 0 ? gone : kept, total: '10.00' }),
      ),
      ...first.slice(0, 3).map(({ body }) => shop.call('POST', `purchases/${body.id}/cancel`)),
    ])

    expect(merged?.status).toBe(200)
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(await shop.balance(kept)).toBe(33)
    expect(await shop.verify()).toEqual([])
  })

  test('two merges of a pair in opposite directions at once end as one contact', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    const [one, two] = [await shop.shopper(), await shop.shopper()]
    await shop.buy({ contact: one, total: '10.00' })
    await shop.buy({ contact: two, total: '20.00' })

    const answers = await Promise.all([merge(shop, one, two), merge(shop, two, one)])

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await idOf(shop, one)).toBe(await idOf(shop, two))
    expect(await shop.balance(one)).toBe(3)
    expect(await shop.verify()).toEqual([])
  })

  test('messages of both are in the inbox that is left, and what either did not want is not sent', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    const [kept, gone] = [await shop.shopper(), await shop.shopper()]
    for (const contact of [kept, gone]) await shop.buy({ contact, total: '20.00' })
    await server.notify()
    const inbox = async (contact: string): Promise<unknown[]> =>
      (await shop.call('GET', `contacts/${contact}/communications`)).body.content
    const both = (await inbox(kept)).length + (await inbox(gone)).length
    expect(both).toBeGreaterThan(1)
    const wish = (contact: string, body: object) =>
      shop.call('PUT', `contacts/${contact}/communication_preferences`, body)
    await wish(kept, {
      device_opt_out: true,
      channels: { AWARD: ['EMAIL'] },
      quiet_hours: { start_time: '22:00', end_time: '08:00' },
    })
    const gonesWishes = { email_opt_out: true, channels: { SPEND: ['DEVICE'] } }
    await wish(gone, { ...gonesWishes, quiet_hours: { start_time: '12:00', end_time: '13:00' } })

    await merge(shop, kept, gone)

    expect(await inbox(kept)).toHaveLength(both)
    expect((await shop.call('GET', `contacts/${kept}/communication_preferences`)).body).toMatchObject({
      email_opt_out: true,
      device_opt_out: true,
      channels: { AWARD: ['EMAIL'], SPEND: ['DEVICE'], VOID: ['EMAIL', 'DEVICE'] },
      quiet_hours: { start_time: '22:00', end_time: '08:00' },
    })
  })

  test('the same merge again changes nothing; a contact is not merged into itself; nobody unknown is merged', async () => {
    const shop = await openShop(server)
    const [kept, gone] = [await shop.shopper(), await shop.shopper()]
    const first = await merge(shop, kept, gone)
    expect((await merge(shop, kept, gone)).body).toEqual(first.body)

    const self = await merge(shop, kept, kept)
    expect(self.status).toBe(400)
    expect(self.body.field_errors).toMatchObject([{ path: 'contact_id' }])
    expect((await merge(shop, kept, 'NOBODY')).body).toMatchObject({ parameters: ['contact', 'NOBODY'] })
  })
})
