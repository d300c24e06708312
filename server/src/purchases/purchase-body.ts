import { z } from 'zod'
import { wire } from '../http/index.ts'
import { MAX_LINES } from '../kit/limits.ts'
import { placeReference, REDUCTION_METHODS } from '../organisations/index.ts'

export const text = (most: number) => z.string().min(1).max(most)
const named = z.strictObject({ code: text(100).optional(), name: text(200).optional() })

export const organisation = placeReference

export const contact = z
  .strictObject({
    id: text(100).optional(),
    code: text(100).optional(),
    cim: text(200).optional(),
    wallet_code: text(100).optional(),
    phone: text(40).optional(),
    email: text(254).optional(),
    loyalty_identifier: text(200).optional(),
  })
  .meta({
    description: 'Who buys: one means of identification. Without it the purchase is stored unclaimed.',
  })

const buyer = contact
  .extend({
    otp: text(40).optional().meta({
      description: 'The one-time code of the contact: 6 digits, or 16. It also allows one spend.',
      writeOnly: true,
    }),
  })
  .meta({
    description:
      'Who buys: one means of identification, or a one-time code, or both. Without it the purchase is stored unclaimed.',
  })

const line = z.strictObject({
  sku: text(100).optional(),
  product_sku: z.strictObject({ sku: text(100).optional(), name: text(200).optional() }).optional(),
  name: text(200).optional(),
  product_family: named.optional(),
  product_type: named.optional(),
  brand: named.optional(),
  quantity: wire.decimal.optional(),
  unit_price: wire.decimal.optional(),
  net_amount: wire.decimal.optional(),
  tax_amount: wire.decimal.optional(),
  total_amount: wire.decimal.optional(),
})

const lines = z.array(line).max(MAX_LINES, `at most ${MAX_LINES} lines are taken`)

export const purchaseBody = z.strictObject({
  id: wire.guid.optional(),
  reference_number: text(100).optional(),
  transaction_reference: text(100).optional(),
  contact: buyer.optional(),
  organisation: organisation.optional(),
  transaction_amounts: z.strictObject({
    net: wire.decimal.optional(),
    tax: wire.decimal.optional(),
    discount: wire.decimal.optional(),
    total: wire.decimal,
  }),
  currency_code: wire.currencyCode.optional(),
  date: wire.time.optional(),
  products: lines.optional(),
  classification: z
    .strictObject({ id: text(100).optional(), code: text(100).optional(), name: text(200).optional() })
    .optional(),
  spend_request: z
    .strictObject({ amount: wire.decimal, restrict_fully_covered: wire.flag.optional() })
    .optional(),
  redeem_request: z.strictObject({ amount: wire.decimal.optional() }).optional().meta({
    description:
      'Turns commerce money that might pay this purchase into open money: so much at most, in the currency of the purchase, else all. Taken where `redeem_method` is ON_REQUEST or AUTOMATIC.',
  }),
  reduction_method: z.enum(REDUCTION_METHODS).optional(),
  payment_medium_identifier: text(40).optional(),
  channel: text(40).optional().meta({ description: 'How the purchase came about, such as POS or ONLINE.' }),
  pass: z
    .strictObject({ code: text(100), pin: text(40).optional().meta({ writeOnly: true }) })
    .optional()
    .meta({
      description:
        'A PROMOTION pass unlocks the offers of its plan. A GIFT or TOPUP pass is redeemed with the purchase: its money is in the wallet before the purchase is judged, so that spend_request may spend it; refused, neither happened.',
    }),
  bill: z
    .strictObject({ reference: text(100), total: wire.decimal })
    .optional()
    .meta({
      description:
        'The bill of which this purchase pays a part: all its parts together earn to the cent what the whole would.',
    }),
  pass_code: text(100).optional().meta({ description: 'Another way to write pass.code.' }),
  tender: z
    .array(z.strictObject({ type: text(40), amount: wire.decimal.optional() }))
    .max(20)
    .optional(),
  notes: text(2_000).optional(),
  metadata: z.record(text(40), z.string().max(500)).optional(),
})
export type PurchaseBody = z.output<typeof purchaseBody>

export const adHocReturnBody = z.strictObject({
  reference_number: text(100).optional(),
  contact,
  organisation: organisation.optional(),
  return_amount: wire.decimal.optional(),
  transaction_amounts: z
    .strictObject({ total: wire.decimal, net: wire.decimal.optional(), tax: wire.decimal.optional() })
    .optional(),
  currency_code: wire.currencyCode.optional(),
  date: wire.time.optional(),
  notes: text(2_000).optional(),
})
export type AdHocReturnBody = z.output<typeof adHocReturnBody>

export const returnBody = z
  .strictObject({
    reference_number: text(100)
      .optional()
      .meta({ description: "The till's own number of this return: the same again takes nothing twice." }),
    products: z
      .array(
        z.strictObject({
          sku: text(100).optional(),
          line: wire.integerFrom(1, MAX_LINES).optional().meta({ description: 'Its number on the receipt.' }),
          quantity: wire.decimal
            .optional()
            .meta({ description: 'Pieces, or weight; without it, all that is left.' }),
          total_amount: wire.decimal
            .optional()
            .meta({ description: 'Without quantity: so much of the price of the line comes back.' }),
        }),
      )
      .min(1)
      .max(MAX_LINES)
      .optional(),
    return_amount: wire.decimal
      .optional()
      .meta({ description: 'So much of the price comes back, of no line in particular.' }),
    currency_code: wire.currencyCode.optional(),
    date: wire.time.optional(),
    notes: text(2_000).optional(),
  })
  .refine(({ products, return_amount }) => products === undefined || return_amount === undefined, {
    error: 'what comes back is named either by products or by return_amount',
    path: ['return_amount'],
  })
  .refine(({ products, return_amount }) => products !== undefined || return_amount !== undefined, {
    error: 'what comes back is needed: products or return_amount',
    path: ['products'],
  })
export type ReturnBody = z.output<typeof returnBody>
