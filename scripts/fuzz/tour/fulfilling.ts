import type { Guide } from './guide.ts'

const place = { merchant_tap: { code: '102' }, venue_tap: { code: '400' } }

/** A menu, and an order from it that is sent out, moved on and completed. */
export async function fulfilling({ ask, round }: Guide, contact: string): Promise<void> {
  const url = 'https://hooks.example.com/orders'
  const adaptor = await ask('createOrderAdaptor', { body: { name: 'Tour', kind: 'HTTP', http: { url } } })
  await ask('getOrderAdaptor', { of: adaptor.id ?? 'none' })
  await ask('updateOrderAdaptor', { of: adaptor.id ?? 'none', body: { name: 'Tour again' } })
  const sku = `DISH-${round}`
  const product = await ask('createProduct', { body: { sku, name: 'Dish', brand: { code: 'B', name: 'B' } } })
  await menu({ ask, round }, { sku, product: product.id ?? 'none' })
  const body = {
    contact_id: contact,
    organisation: place,
    supply_method: 'PICK_UP',
    items: [{ sku, name: 'Dish', quantity: 1, price: 2 }],
  }
  const { id: of = 'none' } = await ask('placeOrder', { body })
  await ask('getOrder', { of })
  const stage = { code: `K-${round}`, name: 'Kitchen', state: 'IN_PROGRESS' }
  await ask('createOrderStage', { body: stage })
  await ask('updateOrder', { of, body: { stage_id: stage.code } })
  await ask('actOnOrder', { of, body: { action: 'COMPLETE' } })
  const { content = [] } = await ask('listOrderProvisionings')
  await ask('actOnOrderProvisioning', { of: content[0]?.id ?? 'none', body: { action: 'RESEND' } })
}

async function menu(
  { ask, round }: Guide,
  { sku, product }: { readonly sku: string; readonly product: string },
): Promise<void> {
  await ask('createProductGroup', { body: { kind: 'BRAND', code: `G-${round}`, earns: false } })
  const menu = { code: `M-${round}`, name: 'Menu' }
  await ask('createOrderCatalogue', { body: menu })
  const category = { code: 'C', name: 'Category', products: [{ sku }] }
  await ask('createOrderCategory', { of: menu.code, body: category })
  await ask('updateOrderCategory', { of: [menu.code, 'C'], body: { name: 'Courses' } })
  await ask('getOrderCatalogueProduct', { of: [menu.code, product] })
  await ask('createOrderCategory', { of: menu.code, body: { code: 'D', name: 'Deleted' } })
  await ask('deleteOrderCategory', { of: [menu.code, 'D'] })
}
