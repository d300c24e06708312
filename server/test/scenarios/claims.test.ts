import { expect } from 'vitest'
import { tenPercent } from '../shop.ts'
import { type Scene, stories } from './story.ts'

// A receipt of nobody: the contact claims it with what is printed on it, whether the till has sent the purchase or not.

const story = stories()
const place = { venue_tap: { code: 'V1' } }

/** The app of a contact, who has 10.00 in the wallet. */
async function atHome({ shop, speaker }: Scene) {
  await shop.offer(tenPercent)
  const contact = await shop.shopper()
  await shop.buy({ contact, total: 100, reference: 'BEFORE' })
  const app = await speaker(['claims:read', 'claims:write'])
  const claim = (transaction_code: string) =>
    app.call('POST', 'purchases/reclaim', { contact: { code: contact }, transaction_code })
  return { app, contact, claim }
}

/** What the contact is told of since the purchase before; not compared, as messages are signed by the business. */
async function news({ shop, server }: Scene, contact: string): Promise<readonly string[]> {
  await server.notify()
  const { body } = await shop.call('GET', `contacts/${contact}/communications?channel=INAPP&order=ASC`)
  const names = body.content.map(({ name }: { name: string }) => name)
  expect(names[0]).toBe('AWARD')
  return names.slice(1).sort()
}

for (const printed of ['qr', 'barcode', 'signed_code'] as const) {
  story(
    `contact reclaim: the till submits, the contact scans the ${printed} of the receipt`,
    async (scene) => {
      const { shop, till } = scene
      const { contact, claim } = await atHome(scene)
      const sold = await till.call('POST', 'purchases', {
        reference_number: 'R;1',
        organisation: place,
        transaction_amounts: { total: 12.35 },
        reduction_method: 'FRONT_END',
      })
      expect(sold.body).toMatchObject({ rewards: { award: 0, spend: 0 }, amount_due: 12.35 })
      const { qr, barcode } = sold.body.receipt
      expect([qr, barcode]).toEqual(['R;1;M1;V1;1235', 'M1;R;1;1235;V1'])

      const { status, body } = await claim(sold.body.receipt[printed])
      expect([status, body]).toMatchObject([
        200,
        { id: sold.body.id, state: 'CLAIMED', award: 1.24, total: 12.35 },
      ])
      expect(await shop.balance(contact)).toBe(11.24)
      const again = await claim(sold.body.receipt[printed])
      expect([again.status, again.body.error]).toEqual([400, 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION'])
      const { body: read } = await till.call('GET', `purchases/${sold.body.id}`)
      expect(read.rewards).toMatchObject({ award: 1.24, spend: 0 })
      expect(await news(scene, contact)).toEqual(['AWARD', 'CLAIM'])
    },
  )
}

story('contact reclaim: what is claimed field by field has to match the receipt', async (scene) => {
  const { shop, till } = scene
  const { app, contact } = await atHome(scene)
  await till.call('POST', 'purchases', {
    reference_number: 'R-1',
    organisation: place,
    transaction_amounts: { total: 20 },
  })
  const claim = (total: number) =>
    app.call('POST', 'purchases/reclaim', {
      contact: { code: contact },
      id: 'R-1',
      organisation: { merchant_tap: { code: 'M1' }, venue_tap: { code: 'V1' } },
      transaction_amounts: { total },
      currency_code: 'EUR',
    })
  expect((await claim(20.01)).status).toBe(400)
  expect(await shop.balance(contact)).toBe(10)
  expect((await claim(20)).body).toMatchObject({ state: 'CLAIMED', award: 2 })
  expect(await shop.balance(contact)).toBe(12)
})

for (const [order, receipt] of [
  ['QR code', 'OWN-1;M1;V1;2500'],
  ['barcode', 'M1;OWN-1;2500;V1'],
] as const) {
  story(
    `contact self-service purchase: the till submits nothing, the contact scans the ${order}`,
    async (scene) => {
      const { shop, till } = scene
      const settings = { self_submitted_purchases: 'ACCEPT' }
      await shop.call('PUT', `organisations/${shop.merchant}`, { settings })
      const { app, contact, claim } = await atHome(scene)
      const { status, body } = await claim(receipt)
      expect([status, body.state, body.award]).toEqual([200, 'CLAIMED', 2.5])
      expect(await shop.balance(contact)).toBe(12.5)
      const { body: read } = await till.call('GET', 'purchases/OWN-1')
      expect(read).toMatchObject({ id: body.id, rewards: { award: 2.5, spend: 0 } })
      expect((await app.call('GET', `claims/${body.claim_id}`)).body).toMatchObject({ origin: 'CONTACT' })
      expect(await news(scene, contact)).toEqual(['AWARD', 'CLAIM'])
    },
  )
}

story('contact self-service purchase: held until the merchant confirms it, or does not', async (scene) => {
  const { shop, speaker } = scene
  const { contact, claim } = await atHome(scene)
  const reviewer = await speaker(['claims:read', 'claims:approve'])
  const held = [await claim('OWN-1;M1;V1;2500'), await claim('OWN-2;M1;V1;4000')]
  expect(held.map(({ body }) => [body.state, body.award])).toEqual([
    ['HELD', 0],
    ['HELD', 0],
  ])
  const [first, second] = held.map(({ body }) => `claims/${body.claim_id}`)
  const { body: queue } = await reviewer.call('GET', 'claims?state=HELD&order=ASC')
  expect(queue.content.map(({ id }: { id: string }) => `claims/${id}`)).toEqual([first, second])
  expect((await reviewer.call('PUT', `${first}/actions`, { action: 'APPROVE' })).body).toMatchObject({
    state: 'CLAIMED',
  })
  expect((await reviewer.call('PUT', `${second}/actions`, { action: 'REFUSE' })).status).toBe(400)
  const refused = await reviewer.call('PUT', `${second}/actions`, { action: 'REFUSE', reason: 'Not ours.' })
  expect(refused.body).toMatchObject({ state: 'REFUSED' })
  expect(await shop.balance(contact)).toBe(12.5)
  expect(await news(scene, contact)).toEqual(['AWARD', 'CLAIM'])
})

story('contact reclaim: a receipt that reads both ways is refused, naming both', async (scene) => {
  const { shop } = scene
  const { claim } = await atHome(scene)
  for (const [name, code, venue] of [
    ['Bakery', '10', '400'],
    ['Butcher', '20', '300'],
  ] as const) {
    const taps = (tap: string) => [{ code: tap, name: tap }]
    const { body } = await shop.call('POST', 'organisations', { type: 'MERCHANT', name, taps: taps(code) })
    const parent = { id: body.id }
    await shop.call('POST', 'organisations', {
      type: 'VENUE',
      name: `${name} venue`,
      parent,
      taps: taps(venue),
    })
  }
  const { status, body } = await claim('10;20;300;400')
  expect([status, body.error]).toEqual([400, 'CRM.EXCEPTIONS.MORETHANONEENTITYEXISTSEXCEPTION'])
  expect(body.detail).toContain('a QR code: receipt 10 of Butcher venue')
  expect(body.detail).toContain('a barcode: receipt 20 of Bakery venue')
})
