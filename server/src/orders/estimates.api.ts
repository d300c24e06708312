import { z } from 'zod'
import { endpoint, wire } from '../http/index.ts'
import { AlreadyExists } from '../kit/error.ts'
import { WalletLimitExceeded } from '../wallets/index.ts'
import { estimateBody } from './order-body.ts'
import { amounts, idName } from './order-reply.ts'
import { judging } from './orders.api.ts'

const tag = 'Orders'

const product = z.object({ id: z.string().nullable(), sku: z.string(), name: z.string() })
const rate = z.object({ percentage: z.number() })

const line = z.object({
  id: z.string(),
  quantity: z.number(),
  unit_price: wire.amount,
  net_amount: wire.amount,
  tax_amount: wire.amount,
  sub_total: wire.amount.meta({ description: 'With its tax, before a discount of the whole order.' }),
  product,
  applied_taxes: z.array(z.object({ tax_rate: rate, tax_amount: wire.amount })),
})

export const estimateReply = z.object({
  id: z.string().meta({ description: 'For estimation_id of POST orders.' }),
  expires_on: wire.epoch.meta({ description: 'Until then it can be placed.' }),
  order_estimate: z.object({
    ordering_allowed: z.boolean(),
    minimum_amount: wire.amount.nullable(),
    order_failure_reason: z.enum(['MINIMUM_COST']).nullable(),
    fulfilled_by: idName,
    estimated_delivery: z
      .object({ time_to_delivery: z.int(), uot: z.literal('MINUTE'), delivered_at: wire.epoch })
      .nullable()
      .meta({ description: 'As it was asked for; null: as soon as can be.' }),
  }),
  invoice_estimate: z.object({
    issued_date: wire.epoch,
    currency_code: z.string(),
    net: wire.amount,
    discount: wire.amount.meta({ description: 'Of the order as a whole, without its tax.' }),
    discount_incl_tax: wire.amount,
    tax: wire.amount,
    total: wire.amount,
    total_price: wire.amount.meta({ description: 'Of the items, before the discount.' }),
    wallet_funds_amount: wire.amount,
    amount_due: wire.amount,
    amount_to_collect: wire.amount,
    tax_calculation_failed: z.boolean(),
    taxes_breakdown: z.array(z.object({ tax_rate: rate, tax_amount: wire.amount })),
    items: z.array(line.extend({ components: z.array(line) })),
    discounts: z
      .array(z.object({ amount: wire.amount, type: z.string(), promotion: idName }))
      .meta({ description: 'What offers take off the price.' }),
  }),
  invalid_products: z.array(
    z.object({
      unavailability_reason: z.enum(['AVAILABILITY', 'ORDER_CATALOGUE']),
      product,
    }),
  ),
  rewards: amounts.rewards,
  awards: z
    .array(
      z.object({
        amount: wire.amount,
        offer: idName,
        commerce_pool: idName,
        expires_on: wire.epoch.nullable(),
      }),
    )
    .meta({ description: 'What the order would earn if it were completed now.' }),
  wallet: z.object({
    balance: wire.amount.meta({
      description: 'What may be spent now, with the money of a pass that is sent.',
    }),
    usable: wire.amount.meta({ description: 'The most that the wallet could pay of this order.' }),
  }),
})
export type EstimateReply = z.input<typeof estimateReply>

export const estimateOrder = endpoint({
  name: 'estimateOrder',
  method: 'POST',
  path: '/backoffice/v2/estimates/orders',
  tag,
  summary: 'Tell what an order would come to, without placing it',
  description:
    'The numbers are those with which POST orders would place it now: amounts, taxes, discounts, what the wallet pays, what it would earn. With its id it can be placed for two hours. Nothing is ordered, and no money moves unless block_wallet_funds asks for it.',
  access: 'orders:write',
  effect: 'writes',
  body: estimateBody,
  reply: estimateReply,
  errors: [...judging, AlreadyExists, WalletLimitExceeded],
})
