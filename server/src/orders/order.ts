import type {
  ContactId,
  OrderCancellationReasonId,
  OrderId,
  OrderStageId,
  OrganisationId,
  PurchaseId,
} from '../kit/id.ts'
import type { SupplyMethod } from '../order-catalogues/index.ts'
import type { ReductionMethod } from '../organisations/index.ts'
import type { LineAmounts, Priced } from './order-amounts.ts'
import type { OrderState } from './order-states.ts'

export const DELIVERY_METHODS = ['DIRECT_DELIVERY', 'COURIER_SERVICE', 'PICKUP_POINT'] as const
export type DeliveryMethod = (typeof DELIVERY_METHODS)[number]

export const PAYMENT_METHOD_TYPES = [
  'CASH',
  'CARD',
  'ACCOUNT',
  'ACCOUNT_DEBIT',
  'A2A',
  'PHONE',
  'TOKEN',
  'WALLET',
  'CHEQUE',
  'ELECTRONIC_TRANSFER',
  'CRM_WALLET',
  'ONE_TIME_CARD_PAYMENT',
] as const
export type PaymentMethodType = (typeof PAYMENT_METHOD_TYPES)[number]

/** Money that the agent takes from hand to hand; all other ways were paid with the order. */
export const PAID_ON_HAND_OVER: readonly PaymentMethodType[] = ['CASH', 'CHEQUE', 'PHONE']

/** Something ordered, with its amounts in minor units. */
export interface OrderLine extends Priced, LineAmounts {
  readonly id: string
  readonly productId: string | undefined
  readonly sku: string
  readonly name: string
  readonly notes: string | undefined
}

export interface OrderItem extends OrderLine {
  /** What it is ordered with, such as an extra: for each one of the item so many. Their amounts are apart. */
  readonly components: readonly OrderLine[]
}

export interface OrderPayment {
  readonly type: PaymentMethodType
  readonly paidOn: string | undefined
  readonly methodId: string | undefined
  readonly amount: bigint | undefined
}

export interface OrderAddress {
  readonly id?: string | undefined
  readonly address_type?: string | undefined
  readonly address_name?: string | undefined
  readonly address_line_1?: string | undefined
  readonly address_line_2?: string | undefined
  readonly state_province_county?: string | undefined
  readonly town_city?: string | undefined
  readonly postal_code?: string | undefined
  readonly country_code?: string | undefined
  readonly lat?: number | undefined
  readonly lon?: number | undefined
  readonly google_place_id?: string | undefined
}

export interface OrderPass {
  readonly code: string
  /** Of one that opens offers: it is judged again with the completion. */
  readonly pin: string | undefined
  /** Of one that carries money: what came into the wallet when the order was placed. */
  readonly money: bigint | undefined
}

/** What the order is worth to its contact: as it was quoted, and once it is completed, as it was posted. In minor units. */
export interface OrderRewards {
  readonly reductionMethod: ReductionMethod
  readonly award: bigint
  /** Off the price, by offers. */
  readonly discount: bigint
  /** Out of the wallet. */
  readonly walletFunds: bigint
  /** What is left to pay, in whatever way. */
  readonly due: bigint
}

export interface StageTime {
  readonly stage: OrderStageId
  readonly at: Date
}

export interface Order {
  readonly tenant: number
  readonly id: OrderId
  readonly number: string
  readonly state: OrderState
  readonly stage: OrderStageId | undefined
  /** When it came into each of the stages that it stood in, the latest last. */
  readonly stageTimes: readonly StageTime[]
  readonly contact: ContactId
  readonly merchant: OrganisationId
  readonly venue: OrganisationId | undefined
  readonly supplyMethod: SupplyMethod
  readonly deliveryMethod: DeliveryMethod | undefined
  readonly address: OrderAddress | undefined
  readonly currency: string
  readonly items: readonly OrderItem[]
  readonly subTotal: bigint
  readonly discount: bigint
  readonly net: bigint
  readonly tax: bigint
  readonly total: bigint
  /** What the contact asked the wallet to pay; undefined: nothing. */
  readonly fundsAsked: bigint | undefined
  readonly rewards: OrderRewards
  readonly payments: readonly OrderPayment[]
  readonly pass: OrderPass | undefined
  readonly notes: string | undefined
  readonly customFields: Readonly<Record<string, string>>
  readonly isFavorite: boolean
  /** When the contact wants it; undefined: as soon as can be. */
  readonly requestedAt: Date | undefined
  readonly submittedAt: Date
  readonly startedAt: Date | undefined
  readonly completedAt: Date | undefined
  readonly cancelledAt: Date | undefined
  readonly cancellationReason: OrderCancellationReasonId | undefined
  readonly purchase: PurchaseId | undefined
  /** Of what was asked for, to tell a repeated request from another one. */
  readonly contentHash: Buffer
}

/** An order that comes into a stage, or into none; of one it was in before, the later time counts. */
export function standingIn(
  { stageTimes }: Pick<Order, 'stageTimes'>,
  stage: OrderStageId | undefined,
  at: Date,
): Pick<Order, 'stage' | 'stageTimes'> {
  if (stage === undefined) return { stage, stageTimes }
  return { stage, stageTimes: [...stageTimes.filter((each) => each.stage !== stage), { stage, at }] }
}

/** Every line that costs something, the components after their item. */
export function linesOf(items: readonly OrderItem[]): readonly OrderLine[] {
  return items.flatMap(({ components, ...item }) => [item, ...components])
}

/** What the agent takes when the goods are handed over. */
export function amountToCollect({ rewards, payments }: Pick<Order, 'rewards' | 'payments'>): bigint {
  const paid = payments
    .filter(({ type }) => !PAID_ON_HAND_OVER.includes(type))
    .reduce((sum, { amount }) => sum + (amount ?? rewards.due), 0n)
  return paid >= rewards.due ? 0n : rewards.due - paid
}
