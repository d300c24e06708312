import { receipts, type SubmitPurchaseBody, type Tillback } from '@tillback/sdk'
import { waysToAsk } from '../member/member.ts'
import { nextReference } from '../sale/reference.ts'
import type { Venue } from '../session/venue.ts'

/** The flows of the integration guide, by their names there. */
export const FLOWS = [
  'FRONT_END',
  'BACK_END',
  'OTP',
  'RECLAIM',
  'SELF_SERVICE',
  'VOID',
  'PRODUCT_SYNC',
  'ORDERS',
] as const
export type FlowName = (typeof FLOWS)[number]

/** What earlier steps found out. */
export interface Facts {
  readonly contact?: string
  readonly reference?: string
  readonly code?: string
  readonly receipt?: string
  readonly process?: string
  readonly order?: string
}

export interface Stage {
  readonly client: Tillback
  readonly venue: Venue
  /** Who is shopping in the flows. */
  readonly member: string | undefined
}

export type Step = (stage: Stage, facts: Facts) => Promise<Facts>

const TOTAL = '12.50'
const SPEND = '1.00'
const NAME = 'Tillback demonstration'

/** What the guide tells, as calls to the API: each flow is as many steps as it has words in the till's texts. */
export const STEPS: Readonly<Record<FlowName, readonly Step[]>> = {
  FRONT_END: [identify, (stage, facts) => sell(stage, facts, { spend: SPEND, reduction: 'FRONT_END' })],
  BACK_END: [identify, (stage, facts) => sell(stage, facts, { reduction: 'BACK_END' })],
  OTP: [identify, makeCode, (stage, facts) => sell(stage, facts, { reduction: 'FRONT_END' })],
  RECLAIM: [(stage) => sell(stage, {}, {}), identify, claim],
  SELF_SERVICE: [closeUnsent, identify, claim],
  VOID: [identify, (stage, facts) => sell(stage, facts, {}), cancel],
  PRODUCT_SYNC: [synchronise, follow],
  ORDERS: [identify, order, newOrders, complete],
}

async function identify({ client, member }: Stage, facts: Facts): Promise<Facts> {
  const ways = member === undefined ? [{}] : waysToAsk(member).map((way) => ({ [way]: member }))
  for (const way of ways) {
    const { content } = await client.contacts.listCustomers({ ...way, include_wallet: true, size: 1 })
    const [contact] = content
    if (contact) return { ...facts, contact: contact.id }
  }
  return facts
}

interface Selling {
  readonly spend?: string
  readonly reduction?: 'FRONT_END' | 'BACK_END'
}

async function sell({ client, venue }: Stage, facts: Facts, { spend, reduction }: Selling): Promise<Facts> {
  const reference = nextReference()
  const { receipt } = await client.purchases.submit({
    reference_number: reference,
    ...bought(venue),
    ...buyer(facts),
    ...(spend === undefined ? {} : { spend_request: { amount: spend } }),
    ...(reduction === undefined ? {} : { reduction_method: reduction }),
  })
  return { ...facts, reference, receipt: receipt.qr }
}

function buyer({ contact, code }: Facts): Pick<SubmitPurchaseBody, 'contact'> {
  if (contact === undefined) return {}
  return { contact: { id: contact, ...(code === undefined ? {} : { otp: code }) } }
}

function bought(venue: Venue) {
  return {
    organisation: placeOf(venue),
    transaction_amounts: { total: TOTAL },
    currency_code: venue.currency,
    products: [{ sku: 'GUIDE-DEMO', name: NAME, quantity: '1', total_amount: TOTAL }],
  }
}

function placeOf({ id, tap }: Venue) {
  return tap === undefined ? { id } : { venue_tap: { code: tap } }
}

async function makeCode({ client }: Stage, facts: Facts): Promise<Facts> {
  const { value } = await client.spendTokens.create(facts.contact ?? '', {
    intent: 'SPEND',
    spend_amount: SPEND,
  })
  return value === null ? facts : { ...facts, code: value }
}

/** Closed at the till and not sent: the receipt alone says it all. */
async function closeUnsent({ venue }: Stage): Promise<Facts> {
  const reference = nextReference()
  const receipt = receipts.qrText({
    receipt: reference,
    merchant: venue.merchantTap ?? '0',
    venue: venue.tap ?? '0',
    amount: TOTAL,
  })
  return { reference, receipt }
}

async function claim({ client }: Stage, facts: Facts): Promise<Facts> {
  await client.claims.reclaimPurchase({
    transaction_code: facts.receipt ?? '',
    contact: { id: facts.contact ?? '' },
  })
  return facts
}

async function cancel({ client }: Stage, facts: Facts): Promise<Facts> {
  await client.purchases.cancel(facts.reference ?? '', {})
  return facts
}

async function synchronise({ client, venue }: Stage): Promise<Facts> {
  const { process_id: process } = await client.productSynchronisation.synchroniseProducts({
    products: [
      {
        sku: 'GUIDE-DEMO',
        name: NAME,
        family: { code: 'GUIDE', name: 'Guide' },
        price: { amount: TOTAL, currency_code: venue.currency, tax_model: 'TAX_INCLUSIVE' },
      },
    ],
  })
  return { process }
}

async function follow({ client }: Stage, facts: Facts): Promise<Facts> {
  await client.processes.get(facts.process ?? '')
  return facts
}

async function order({ client, venue }: Stage, facts: Facts): Promise<Facts> {
  const { id } = await client.orders.place({
    contact_id: facts.contact,
    fulfilled_by: venue.id,
    supply_method: 'PICK_UP',
    items: [{ sku: 'GUIDE-DEMO', name: NAME, quantity: 1, price: TOTAL }],
  })
  return { ...facts, order: id }
}

async function newOrders({ client, venue }: Stage, facts: Facts): Promise<Facts> {
  await client.orders.list({ state: 'NEW', fulfilled_by: venue.id })
  return facts
}

async function complete({ client }: Stage, facts: Facts): Promise<Facts> {
  await client.orders.actOn(facts.order ?? '', { action: 'COMPLETE' })
  return facts
}
