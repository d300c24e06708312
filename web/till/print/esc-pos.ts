import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { barcodeFit, PAPERS, type PaperMm, qrFit } from '../../kit/code-fit.ts'
import { code128ForPrinter } from '../../kit/code128.ts'
import type { Receipt } from '../pay/receipt.ts'
import { priceOf } from '../sale/basket.ts'
import { decimalText, type Minor } from '../sale/minor.ts'
import type { Venue } from '../session/venue.ts'

/** Latin and Greek, which nearly every printer has. */
export const CODE_PAGES = ['cp437', 'cp858', 'cp737'] as const
const PRICE_COLUMNS = 10
const FEED_LINES = 4

/** What the paper says besides what was sold; the till brings the words. */
export interface PaperWords {
  readonly total: string
  readonly spent: string
  readonly due: string
  readonly change: string
  readonly claim: string
  readonly signed: string
  readonly tender: Readonly<Record<'CASH' | 'CARD', string>>
}

/** The receipt in ESC/POS, with its code as a QR that the printer draws itself. */
export function escPosOf(
  receipt: Receipt,
  { venue, paper, words }: { readonly venue: Venue; readonly paper: PaperMm; readonly words: PaperWords },
): Uint8Array<ArrayBuffer> {
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
  encoder
    .align('center')
    .newline()
    .qrcode(receipt.qr, { model: 2, size: qrFit(receipt.qr, paper).dots, errorlevel: 'm' })
    .line(words.claim)
    .newline()
  const fit = barcodeFit(receipt.barcode, paper)
  const bars = code128ForPrinter(receipt.barcode)
  if (bars && fit && fit.verdict !== 'TOO_WIDE') encoder.raw(barcodeCommands(bars, fit.dots)).newline()
  if (receipt.told) encoder.line(`${words.signed} ${receipt.told.receipt.signed_code}`)
  return new Uint8Array(encoder.newline(FEED_LINES).cut('partial').encode())
}

const GS = 0x1d
const CODE_128 = 73
const BARCODE_DOTS = 96

/** Height, module, no text below, then the code: GS h, GS w, GS H and GS k. */
function barcodeCommands(data: readonly number[], moduleDots: number): number[] {
  return [
    ...[GS, 0x68, BARCODE_DOTS],
    ...[GS, 0x77, moduleDots],
    ...[GS, 0x48, 0],
    ...[GS, 0x6b, CODE_128, data.length, ...data],
  ]
}
