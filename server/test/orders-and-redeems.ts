import { DAY, later } from '../src/kit/time.ts'
import type { TestServer } from './harness.ts'
import type { Shop } from './shop.ts'

interface Surroundings {
  readonly server: TestServer
  readonly shop: Shop
  readonly draw: (bound: number) => number
  readonly merchants: readonly string[]
  /** Whoever is known at the moment; the list changes. */
  readonly contacts: readonly string[]
}

/** What happens to money of a history by orders, which set it aside, and by redeems that are taken back. */
export async function ordersAndRedeems({ server, shop, draw, merchants, contacts }: Surroundings) {
  const pick = (of: readonly string[]) => of[draw(of.length)] ?? ''
  for (const id of merchants)
    await shop.call('PUT', `organisations/${id}`, { settings: { redeem_method: 'ON_REQUEST' } })
  const placed: string[] = []

  const place = async () => {
    const { status, body } = await shop.call('POST', 'orders', {
      contact_id: pick(contacts),
      fulfilled_by: pick(merchants),
      supply_method: 'PICK_UP',
      items: [{ sku: 'COF', name: 'Coffee', quantity: 2, price: (100 + draw(2_000)) / 100 }],
      use_wallet_funds: true,
      wallet_funds_amount: (1 + draw(900)) / 100,
    })
    if (status === 201) placed.push(body.id)
    return `order ${status}`
  }
  const reasons = (await shop.call('GET', 'order_cancellation_reasons')).body.content
  const cancel = { action: 'CANCEL', cancellation_reason_id: reasons[0].id }
  const act = async () => {
    const [id] = placed.splice(draw(placed.length || 1), 1)
    if (!id) return 'no order'
    if (draw(2) === 0) return `cancelled ${(await shop.call('PUT', `orders/${id}/actions`, cancel)).status}`
    await shop.call('PUT', `orders/${id}/actions`, { action: 'START_PROGRESS' })
    return `completed ${(await shop.call('PUT', `orders/${id}/actions`, { action: 'COMPLETE' })).status}`
  }

  const buy = (contact: string, more: object) =>
    shop.call('POST', 'purchases', {
      contact: { code: contact },
      organisation: { merchant_tap: { code: 'M1' } },
      transaction_amounts: { total: (100 + draw(3_000)) / 100 },
      ...more,
    })
  /** The redeem is taken back while its money is there, was spent, or has expired. */
  const redeemAndVoid = async () => {
    const contact = pick(contacts)
    const { body } = await buy(contact, { redeem_request: {} })
    const meanwhile = draw(3)
    if (meanwhile === 1)
      await buy(contact, { transaction_amounts: { total: 5_000 }, spend_request: { amount: 5_000 } })
    if (meanwhile === 2) {
      server.clock.now = later(server.clock.now, 6 * DAY)
      await server.expireLots()
    }
    return `redeem taken back ${(await shop.call('POST', `purchases/${body.id}/cancel`)).status}`
  }

  return { orderOrAct: async () => (placed.length === 0 || draw(2) === 0 ? place() : act()), redeemAndVoid }
}
