import { z } from 'zod'
import { wire } from '../http/index.ts'
import { SUPPLY_METHODS } from '../order-catalogues/index.ts'
import { DELIVERY_METHODS } from './order.ts'
import { TAX_MODELS } from './order-amounts.ts'
import { ORDER_STATES } from './order-states.ts'

/** How orders are told: in lists, and one by one. The names differ between the two as they do in the self-service API. */

export const idName = z.object({ id: z.string(), name: z.string() })
export const state = z.enum(ORDER_STATES)

const contact = z.object({ id: z.string(), code: z.string(), name: z.string().nullable() })
const discount = z
  .object({ amount: wire.amount.meta({ description: 'Without its tax.' }), amount_incl_tax: wire.amount })
  .nullable()
const customFields = z.array(z.object({ key: z.string(), value: z.string() }))

/** Amounts that a list and a single order tell alike. */
export const amounts = {
  total: wire.amount,
  sub_total: wire.amount.meta({ description: 'Of the items, before the discount.' }),
  net_amount: wire.amount,
  tax_amount: wire.amount,
  discount,
  wallet_funds: wire.amount.meta({ description: 'What the wallet pays of it.' }),
  amount_due: wire.amount.meta({ description: 'Less discounts of offers and what the wallet pays.' }),
  amount_to_collect: wire.amount.meta({
    description: 'What of it is taken when the goods are handed over; the rest was paid with the order.',
  }),
  rewards: z
    .object({ award: wire.amount, discount: wire.amount, spend: wire.amount })
    .meta({ description: 'As quoted when it was placed; of a completed order, as its purchase has it.' }),
}

const listedLine = z.object({
  id: z.string(),
  quantity: z.number(),
  notes: z.string().nullable(),
  life_cycle_state: z.enum(['PENDING_DELIVERY', 'DELIVERED', 'PENDING_STOCK_MOVEMENT']),
  product: z.object({
    id: z.string().nullable(),
    sku: z.string(),
    name: z.string(),
    quantity: z.number(),
    price: wire.amount,
    cost: wire.amount.meta({ description: 'Of the line, with its tax.' }),
    tax_amount: wire.amount,
    net_amount: wire.amount,
  }),
})

export const listedOrder = z.object({
  id: z.string(),
  number: z.string(),
  supply_method: z.enum(SUPPLY_METHODS),
  delivery_method: z.enum(DELIVERY_METHODS).nullable(),
  state,
  stage: idName.nullable(),
  is_favorite: z.boolean(),
  currency: z.string(),
  submitted_date: wire.epoch,
  requested_date: wire.epoch.nullable(),
  fulfilled_by: idName,
  contact,
  ...amounts,
  custom_fields: customFields.optional().meta({ description: 'With include_custom_fields.' }),
  items: z.array(listedLine.extend({ components: z.array(listedLine) })),
})
export type ListedOrder = z.input<typeof listedOrder>

const line = z.object({
  id: z.string(),
  notes: z.string().nullable(),
  quantity: z.number(),
  price: wire.amount,
  tax: wire.amount,
  net: wire.amount,
  sub_total: wire.amount,
  total: wire.amount,
  tax_model: z.enum(TAX_MODELS),
  tax_rate: z.number().meta({ description: 'In per cent.' }),
  product: z.object({ id: z.string().nullable(), sku: z.string(), name: z.string() }),
})

/** Where an order went besides webhooks. */
const provisioning = z.object({
  id: z.string(),
  adaptor: z.object({ id: z.string(), name: z.string() }),
  event_type: z.string(),
  state: z.enum(['PENDING', 'COMPLETED', 'FAILED']),
  attempts: z.int(),
  error: z.string().nullable(),
  next_on: wire.epoch.nullable(),
  created_on: wire.epoch,
  sent_on: wire.epoch.nullable(),
})

export const orderReply = z.object({
  id: z.string(),
  number: z.string(),
  supply_method: z.enum(SUPPLY_METHODS),
  delivery_method: z.enum(DELIVERY_METHODS).nullable(),
  state,
  stage: idName.nullable(),
  stages: z.array(idName.extend({ entered_on: wire.epoch.nullable() })).meta({
    description:
      'What the shop takes it through while it is IN_PROGRESS, with when it came into each; null: it did not.',
  }),
  is_favorite: z.boolean(),
  notes: z.string().nullable(),
  currency_code: z.string(),
  ...amounts,
  contact,
  fulfilled_by: idName,
  address: z
    .object({
      id: z.string().optional(),
      address_type: z.string().optional(),
      address_name: z.string().optional(),
      address_line_1: z.string().optional(),
      address_line_2: z.string().optional(),
      state_province_county: z.string().optional(),
      town_city: z.string().optional(),
      postal_code: z.string().optional(),
      country_code: z.string().optional(),
      lat: z.number().optional(),
      lon: z.number().optional(),
      google_place_id: z.string().optional(),
    })
    .nullable(),
  key_dates: z.object({
    submitted_on: wire.epoch,
    started_on: wire.epoch.nullable(),
    completed_on: wire.epoch.nullable(),
    cancelled_on: wire.epoch.nullable(),
    requested_date: wire.epoch.nullable().meta({ description: 'null: as soon as can be.' }),
  }),
  cancellation_reason: idName.nullable(),
  payments: z.array(
    z.object({
      payment_method_type: z.string(),
      paid_on: z.string().nullable(),
      payment_method_id: z.string().nullable(),
      amount: wire.amount.nullable().meta({ description: 'null: all that is due.' }),
    }),
  ),
  pass: z
    .object({
      code: z.string(),
      redeemed: wire.amount
        .nullable()
        .meta({ description: 'What it brought into the wallet; null: it opens offers.' }),
    })
    .nullable(),
  wallet_hold: z
    .object({
      state: z.enum(['BLOCKED', 'TAKEN', 'RELEASED', 'EXPIRED']),
      amount: wire.amount,
      expires_on: wire.epoch,
    })
    .nullable()
    .meta({
      description:
        'What of the wallet is set aside: taken when the order is completed, released when it is cancelled or its time is over.',
    }),
  purchase: z
    .object({ id: z.string(), code: z.string() })
    .nullable()
    .meta({ description: 'That its completion posted.' }),
  custom_fields: customFields,
  provisioning: z
    .array(provisioning)
    .optional()
    .meta({ description: 'With include_provisioning: the printers and systems that it was sent to.' }),
  items: z.array(line.extend({ components: z.array(line) })),
})
export type OrderReply = z.input<typeof orderReply>
