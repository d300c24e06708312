import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { PAPERS, type PaperMm } from '../../kit/code-fit.ts'
import type { Order } from '../orders/use-orders.ts'
import { CODE_PAGES } from './esc-pos.ts'

const FEED_LINES = 4

export interface KitchenWords {
  readonly title: string
  readonly supply: Readonly<Record<Order['supply_method'], string>>
}

/** What the kitchen makes, in letters that are read from afar; no prices. */
export function kitchenTicketOf(order: Order, paper: PaperMm, words: KitchenWords): Uint8Array<ArrayBuffer> {
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns: PAPERS[paper].columns,
    codepageCandidates: [...CODE_PAGES],
  })
    .initialize()
    .codepage('auto')
    .align('center')
    .line(words.title)
    .bold(true)
    .size(2, 2)
    .line(order.number)
    .size(1, 1)
    .bold(false)
    .line(words.supply[order.supply_method])
    .align('left')
    .rule()
  for (const item of order.items) {
    encoder.size(1, 2).line(`${item.quantity} x ${item.product.name}`).size(1, 1)
    for (const part of item.components) encoder.line(`  + ${part.quantity} x ${part.product.name}`)
    if (item.notes) encoder.line(`  ! ${item.notes}`)
  }
  encoder.rule()
  return new Uint8Array(encoder.newline(FEED_LINES).cut('partial').encode())
}
