import { z } from 'zod'
import { wire } from '../http/index.ts'
import { MAX_LINES } from '../kit/limits.ts'
import { supplyMethod } from '../order-catalogues/index.ts'
import { contactBody, placeBody } from '../purchases/index.ts'
import { DELIVERY_METHODS, PAYMENT_METHOD_TYPES } from './order.ts'
import { TAX_MODELS } from './order-amounts.ts'

/** How orders are asked for: the names of the self-service API, and what a shop's own front end adds. */

export const text = (most: number) => z.string().trim().min(1).max(most)

export const deliveryMethod = z.enum(DELIVERY_METHODS)

export const address = z
  .strictObject({
    id: text(100).optional(),
    address_type: text(40).optional(),
    address_name: text(100).optional(),
    address_line_1: text(200).optional(),
    address_line_2: text(200).optional(),
    state_province_county: text(100).optional(),
    town_city: text(100).optional(),
    postal_code: text(20).optional(),
    country_code: text(3).optional(),
    lat: wire.decimal.transform(Number).optional(),
    lon: wire.decimal.transform(Number).optional(),
    google_place_id: text(200).optional(),
  })
  .meta({ description: 'Where it is brought; only of a delivery.' })

const line = {
  id: text(100).optional().meta({ description: 'Id of the product, or its SKU.' }),
  sku: text(100).optional(),
  name: text(200).optional(),
  quantity: wire.decimal.optional().meta({ description: 'Pieces or weight, 1 unless it is said.' }),
  price: wire.decimal.optional().meta({ description: 'Of one; left out: that of the product.' }),
  tax_model: z.enum(TAX_MODELS).optional().meta({
    description: 'Whether the price contains its tax: it does unless it or the product says otherwise.',
  }),
  tax_rate: wire.decimal
    .optional()
    .meta({ description: 'In per cent; with the price of the product, its rate unless it is said.' }),
  notes: text(500).optional(),
}

const component = z.strictObject(line)
export const item = z.strictObject({
  ...line,
  components: z
    .array(component)
    .max(50)
    .optional()
    .meta({ description: 'What it is ordered with, such as an extra: so many for each one of the item.' }),
})
export type ItemBody = z.output<typeof item>
export type ComponentBody = z.output<typeof component>

export const items = z.array(item).min(1).max(MAX_LINES, `at most ${MAX_LINES} items are taken`)

export const requestedAt = z
  .strictObject({
    time: wire.integerFrom(0, 100_000).optional(),
    time_unit: z.enum(['MINUTE', 'HOUR', 'DAY', 'MINUTES', 'HOURS', 'DAYS']).optional(),
    date: wire.time.optional(),
  })
  .meta({ description: 'When it is wanted: a date, or so long from now. Left out: as soon as can be.' })
export type RequestedAtBody = z.output<typeof requestedAt>

export const discount = z
  .strictObject({ amount: wire.decimal, type: z.enum(['AMOUNT', 'PERCENTAGE']).default('AMOUNT') })
  .meta({ description: 'Off the whole order: an amount, or so many per cent.' })

export const pass = z.strictObject({ code: text(100), pin: text(40).optional() }).meta({
  description:
    'Opens the offers of its plan; one that carries money is redeemed with the order, and pays it unless use_wallet_funds says otherwise.',
})

export const payment = z.strictObject({
  payment_method_type: z.enum(PAYMENT_METHOD_TYPES),
  paid_on: text(40).optional().meta({ description: 'Such as ON_ORDER.' }),
  payment_method_id: text(100).optional(),
  amount: wire.decimal.optional().meta({ description: 'All that is due unless it is said.' }),
})

export const customFields = z.array(z.strictObject({ key: text(100), value: z.string().max(500) })).max(50)

/** What an order asks for, whether it is placed or only estimated. */
const asked = {
  contact: contactBody.optional(),
  contact_id: text(100).optional().meta({ description: 'Another way to write contact.id.' }),
  account_id: text(100).optional().meta({ description: 'The same: a contact has one account.' }),
  fulfilled_by: text(100)
    .optional()
    .meta({ description: 'Id or code of the merchant or venue that fulfils it.' }),
  organisation: placeBody.optional().meta({ description: 'Another way to say who fulfils it.' }),
  supply_method: supplyMethod.optional(),
  delivery_method: deliveryMethod.optional(),
  address: address.optional(),
  requested_delivery_at: requestedAt.optional(),
  items: items.optional(),
  discount: discount.optional(),
  use_wallet_funds: wire.flag
    .optional()
    .meta({ description: 'Whether the wallet pays of it. What it pays is set aside until the order ends.' }),
  wallet_funds_amount: wire.decimal
    .optional()
    .meta({ description: 'How much; left out: as much as possible.' }),
  pass: pass.optional(),
  payments: z.array(payment).max(10).optional(),
  notes: text(2_000).optional(),
  custom_fields: customFields.optional(),
}
export const askedBody = z.strictObject(asked)
export type AskedBody = z.output<typeof askedBody>

export const orderBody = z.strictObject({
  id: wire.guid
    .optional()
    .meta({ description: 'Of the new order: the same again with the same content is one order.' }),
  estimation_id: wire.guid.optional().meta({
    description:
      'Of POST estimates/orders: what was estimated is placed, once; what is sent beside it counts instead.',
  }),
  ...asked,
})
export type OrderBody = z.output<typeof orderBody>

export const estimateBody = z.strictObject({
  estimation_id: wire.guid
    .optional()
    .meta({ description: 'Of an earlier estimate, which this one takes the place of.' }),
  ...asked,
  address_id: text(100).optional().meta({ description: 'Another way to write address.id.' }),
  current_location: address.optional().meta({ description: 'Where it is brought if no address is said.' }),
  payment_method_type: z
    .enum(PAYMENT_METHOD_TYPES)
    .optional()
    .meta({ description: 'How all that is due will be paid; instead of payments.' }),
  block_wallet_funds: wire.flag.default(false).meta({
    description: 'Whether what the wallet pays is set aside already, for as long as the estimate holds.',
  }),
})
export type EstimateBody = z.output<typeof estimateBody>
