import type { Answer, TestServer } from './harness.ts'
import { openPurseShop, type PurseShop } from './purse.ts'

/** A shop that takes orders. */
export interface OrderShop extends PurseShop {
  /** Places an order of two coffees at 2.50 at the venue, unless the body says otherwise. */
  order(contact: string, body?: object): Promise<Answer>
  act(order: string, action: string, body?: object): Promise<Answer>
  /** As it is read alone. */
  read(order: string): Promise<Answer['body']>
  /** The id of a cancellation reason. */
  reason(code?: string): Promise<string>
}

export async function openOrderShop(
  server: TestServer,
  options: Parameters<TestServer['business']>[0] = {},
): Promise<OrderShop> {
  const shop = await openPurseShop(server, options)
  return {
    ...shop,
    order: (contact, body = {}) =>
      shop.call('POST', 'orders', {
        contact_id: contact,
        fulfilled_by: shop.venue,
        supply_method: 'PICK_UP',
        items: [{ sku: 'COF', name: 'Coffee', quantity: 2, price: '2.50' }],
        ...body,
      }),
    act: (order, action, body = {}) => shop.call('PUT', `orders/${order}/actions`, { action, ...body }),
    read: async (order) => (await shop.call('GET', `orders/${order}`)).body,
    reason: async (code = 'OUT_OF_STOCK') => {
      const { body } = await shop.call('GET', 'order_cancellation_reasons')
      return body.content.find((each: { readonly code: string }) => each.code === code).id
    },
  }
}
