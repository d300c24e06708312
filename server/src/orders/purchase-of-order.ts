import { minorDigits } from '../kit/currency.ts'
import { decimalText, sum } from '../kit/money.ts'
import { quantityText } from '../kit/quantity.ts'
import { amountDue, type Purchase, type PurchaseBody } from '../purchases/index.ts'
import { linesOf, type Order, type OrderRewards } from './order.ts'

/** What of an order its purchase follows from. */
export type ToSell = Pick<
  Order,
  | 'contact'
  | 'merchant'
  | 'venue'
  | 'supplyMethod'
  | 'currency'
  | 'items'
  | 'discount'
  | 'net'
  | 'tax'
  | 'total'
  | 'payments'
  | 'pass'
  | 'submittedAt'
> &
  // An order that is only drafted has neither.
  Partial<Pick<Order, 'id' | 'number'>>

/**
 * The order as the purchase that its completion posts. It is judged as of the moment in which it was placed: offers, hours and money
 * are those that the contact was shown. `funds` is what the wallet is to pay; with it the contact pays the rest only, so the spend
 * comes off the price whatever else the merchant does.
 */
export function purchaseOfOrder(order: ToSell, funds: bigint | undefined): PurchaseBody {
  const shown = (minor: bigint) => decimalText(minor, minorDigits(order.currency))
  return {
    ...(order.number !== undefined && { transaction_reference: order.number }),
    contact: { id: order.contact },
    organisation: { id: order.venue ?? order.merchant },
    transaction_amounts: {
      net: shown(order.net),
      tax: shown(order.tax),
      total: shown(order.total),
      ...(order.discount > 0n ? { discount: shown(order.discount) } : {}),
    },
    currency_code: order.currency,
    date: order.submittedAt,
    channel: 'ORDER',
    products: linesOf(order.items).map((line) => ({
      sku: line.sku,
      name: line.name,
      quantity: quantityText(line.quantity),
      net_amount: shown(line.net),
      tax_amount: shown(line.tax),
      total_amount: shown(line.total),
    })),
    ...(order.payments.length > 0 && {
      tender: order.payments.map(({ type, amount }) => ({
        type,
        ...(amount !== undefined && { amount: shown(amount) }),
      })),
    }),
    // What a pass carried is in the wallet by now; only one that opens offers is judged.
    ...(order.pass &&
      order.pass.money === undefined && { pass: { code: order.pass.code, pin: order.pass.pin } }),
    ...(funds !== undefined && {
      spend_request: { amount: shown(funds) },
      reduction_method: 'FRONT_END' as const,
    }),
    metadata: { ...(order.id !== undefined && { order_id: order.id }), supply_method: order.supplyMethod },
  }
}

/** What the purchase gives and takes, as the order tells it. */
export function rewardsOfPurchase(purchase: Purchase): OrderRewards {
  const discount = sum(
    purchase.outcome.spends.flatMap(({ method, amount }) => (method === 'INSTANT' ? [amount] : [])),
  )
  return {
    reductionMethod: purchase.reductionMethod,
    award: purchase.award - discount,
    discount,
    walletFunds: purchase.spend - discount,
    due: amountDue(purchase),
  }
}
