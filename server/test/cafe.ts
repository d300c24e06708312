import type { TestServer } from './harness.ts'
import { openShop, type Shop, tenPercent } from './shop.ts'

const PRODUCTS: readonly (readonly [string, string, string, string])[] = [
  ['5201234567894', 'Freddo espresso', '3.20', 'Coffee'],
  ['CAP', 'Cappuccino', '3.40', 'Coffee'],
  ['ESP', 'Espresso', '2.00', 'Coffee'],
  ['LAT', 'Latte macchiato', '3.80', 'Coffee'],
  ['TEA', 'Mountain tea with honey', '2.60', 'Tea'],
  ['OJ', 'Fresh orange juice', '3.50', 'Cold drinks'],
  ['WAT', 'Still water 0.5 l', '0.70', 'Cold drinks'],
  ['CRO', 'Butter croissant', '1.80', 'Bakery'],
  ['BUN', 'Cinnamon bun', '2.20', 'Bakery'],
  ['KOU', 'Sesame koulouri', '1.10', 'Bakery'],
  ['TYR', 'Cheese pie', '2.50', 'Bakery'],
  ['SPA', 'Spinach pie', '2.60', 'Bakery'],
  ['TOA', 'Toast with ham and halloumi', '4.20', 'Kitchen'],
  ['OME', 'Omelette with tomato and feta', '6.90', 'Kitchen'],
  ['YOG', 'Yoghurt, honey, walnuts', '4.80', 'Kitchen'],
  ['SAL', 'Village salad', '7.50', 'Kitchen'],
  ['CAK', 'Orange pie', '3.90', 'Sweets'],
  ['BAK', 'Baklava', '3.60', 'Sweets'],
  ['CHO', 'Chocolate cake', '4.10', 'Sweets'],
  ['BEA', 'House blend, whole beans, 250 g bag', '9.50', 'Shelf'],
  ['FIL', 'Filter papers', '4.40', 'Shelf'],
  ['MUG', 'Mug', '12.00', 'Shelf'],
]

export interface Cafe extends Shop {
  /** Phone number of a member who has some euro to spend. */
  readonly anna: string
  readonly annaCode: string
}

/** A café with priced products, a member with money and an offer: enough to stand at its till. */
export async function openCafe(
  server: TestServer,
  options: Parameters<typeof openShop>[1] = {},
): Promise<Cafe> {
  const shop = await openShop(server, options)
  await shop.call('PUT', `organisations/${shop.venue}`, { name: 'Ledra Street Café' })
  for (const [sku, name, amount, family] of PRODUCTS.toReversed()) {
    const { status, text } = await shop.call('POST', 'products', {
      sku,
      name,
      family: { code: family.toUpperCase(), name: family },
      price: { amount, currency_code: 'EUR', tax_model: 'TAX_INCLUSIVE' },
    })
    if (status !== 200) throw new Error(text)
  }
  await shop.offer({ ...tenPercent, name: 'Ten per cent' })
  const { body } = await shop.call('POST', 'contacts', {
    first_name: 'Anna',
    last_name: 'Papadopoulou',
    phones: [{ country_code: 'CYP', number: '99123456', is_primary: true }],
    emails: [{ email_address: 'anna@example.com' }],
    loyalty_identifiers: [{ identifier: 'CARD-77' }],
  })
  await shop.buy({ contact: body.code, total: '80.00' })
  return { ...shop, anna: '99 123 456', annaCode: body.code }
}
