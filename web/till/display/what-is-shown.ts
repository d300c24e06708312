import { type Receipt, sayOf } from '../pay/receipt.ts'
import { priceOf, totalOf } from '../sale/basket.ts'
import { amountOf } from '../sale/minor.ts'
import type { Sale } from '../sale/sale.ts'
import type { Quote } from '../sale/use-quote.ts'
import type { Shown } from './channel.ts'

export interface Standing {
  readonly sale: Sale
  readonly quote: Quote | undefined
  readonly receipt: Receipt | undefined
  readonly asksCode: boolean
  readonly digits: number
  readonly currency: string
}

/** What the customer sees of the sale: never who they are, nor what is in their wallet; others stand behind them. */
export function viewOf({ sale, quote, receipt, asksCode, digits, currency }: Standing): Shown['view'] {
  if (receipt) {
    return {
      is: 'DONE',
      say: sayOf(receipt, { digits, currency }),
      change: amountOf(receipt.change, digits),
      qr: receipt.qr,
      isMember: receipt.hasMember,
    }
  }
  if (sale.basket.length === 0 && !asksCode) return { is: 'WELCOME' }
  return {
    is: 'SALE',
    lines: sale.basket.map((line) => ({
      key: line.key,
      name: line.name,
      quantity: line.quantity,
      amount: amountOf(priceOf(line), digits),
    })),
    due: quote?.amount_due ?? amountOf(totalOf(sale.basket), digits),
    spend: quote?.reduction_method === 'BACK_END' ? 0 : (quote?.rewards.spend ?? 0),
    earns: quote?.rewards.award ?? 0,
    isMember: sale.member !== undefined,
    asksCode,
  }
}
