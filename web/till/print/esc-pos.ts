import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { PAPERS, type PaperMm } from '../../kit/code-fit.ts'
import type { Receipt } from '../pay/receipt.ts'
import { priceOf } from '../sale/basket.ts'
import { decimalText, type Minor } from '../sale/minor.ts'
import type { Venue } from '../session/venue.ts'

/** Latin and Greek, which nearly every printer has. */
const CODE_PAGES = ['cp437', 'cp858', 'cp737'] as const
const PRICE_COLUMNS = 10
const FEED_LINES = 4

/** What the paper says besides what was sold; the till brings the words. */
export interface PaperWords {
  readonly total: string
  readonly spent: string
  readonly due: string
  readonly change: string
  readonly claim: string
  readonly tender: Readonly<Record<'CASH' | 'CARD', string>>
}

/** The receipt in ESC/POS, with its code as a QR that the printer draws itself. */
export function escPosOf(
  receipt: Receipt,
  { venue, paper, words }: { readonly venue: Venue; readonly paper: PaperMm; readonly words: PaperWords },
): Uint8Array {
  const { columns } = PAPERS[paper]
  const amount = (minor: Minor) => decimalText(minor, venue.digits)
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns,
    codepageCandidates: [...CODE_PAGES],
  })
    .initialize()
    .codepage('auto')
    .align('center')
    .bold(true)
    .line(venue.name)
    .bold(false)
    .line(venue.merchant)
    .line(receipt.reference)
    .align('left')
    .rule()
  const rows = (table: [string, string][]) =>
    encoder.table(
      [
        { width: columns - PRICE_COLUMNS, align: 'left' },
        { width: PRICE_COLUMNS, align: 'right' },
      ],
      table,
    )
  rows(receipt.lines.map((line) => [`${line.quantity} x ${line.name}`, amount(priceOf(line))]))
  encoder.rule()
  rows([
    [words.total, amount(receipt.total)],
    ...(receipt.spend > 0 ? [[words.spent, `-${amount(receipt.spend)}`] satisfies [string, string]] : []),
  ])
  encoder.bold(true)
  rows([[`${words.due} ${venue.currency}`, amount(receipt.due)]])
  encoder.bold(false)
  rows([
    ...receipt.tender.map((tender): [string, string] => [words.tender[tender.type], amount(tender.amount)]),
    ...(receipt.change > 0 ? [[words.change, amount(receipt.change)] satisfies [string, string]] : []),
  ])
  return encoder
    .align('center')
    .newline()
    .qrcode(receipt.qr, { model: 2, size: PAPERS[paper].qrModule, errorlevel: 'm' })
    .line(words.claim)
    .newline(FEED_LINES)
    .cut('partial')
    .encode()
}
