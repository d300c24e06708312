import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { barcodeFit, PAPERS, type PaperMm, qrFit } from '../../kit/code-fit.ts'
import { code128ForPrinter } from '../../kit/code128.ts'
import type { Receipt } from '../pay/receipt.ts'
import type { RewardsAs } from '../pay/rewards-as.ts'
import { priceOf } from '../sale/basket.ts'
import { decimalText, type Minor, minorOf } from '../sale/minor.ts'
import type { Venue } from '../session/venue.ts'

/** Latin and Greek, which nearly every printer has. */
export const CODE_PAGES = ['cp437', 'cp858', 'cp737'] as const
const PRICE_COLUMNS = 10
const FEED_LINES = 4

/** What the paper says besides what was sold; the till brings the words. */
export interface PaperWords {
  readonly total: string
  readonly spentAs: Readonly<Record<RewardsAs, string>>
  readonly vat: string
  readonly due: string
  readonly change: string
  readonly claim: string
  readonly keep: string
  readonly queued: string
  readonly earned: string
  readonly wallet: string
  readonly test: string
  readonly signed: string
  readonly clerk: (name: string) => string
  readonly tender: Readonly<Record<'CASH' | 'CARD', string>>
}

export interface PaperOf {
  readonly venue: Venue
  readonly paper: PaperMm
  readonly words: PaperWords
  /** No real money moved, which every paper has to say. */
  readonly isTest: boolean
  /** The time of the sale as it is read at the venue. */
  readonly when: string
}

type Encoder = ReceiptPrinterEncoder
type Rows = readonly (readonly [string, string])[]

/** The receipt in ESC/POS, with its code as a QR that the printer draws itself. */
export function escPosOf(receipt: Receipt, of: PaperOf): Uint8Array<ArrayBuffer> {
  const { venue, paper, words } = of
  const { columns } = PAPERS[paper]
  const amount = (minor: Minor) => decimalText(minor, venue.digits)
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns,
    codepageCandidates: [...CODE_PAGES],
  })
  const rows = (table: Rows) =>
    encoder.table(
      [
        { width: columns - PRICE_COLUMNS, align: 'left' },
        { width: PRICE_COLUMNS, align: 'right' },
      ],
      table.map(([name, value]) => [name, value]),
    )
  head(encoder, receipt, of)
  rows(receipt.lines.map((line) => [`${line.quantity} x ${line.name}`, amount(priceOf(line))]))
  encoder.rule()
  rows([
    [words.total, amount(receipt.total)],
    ...(receipt.spend > 0 ? [[words.spentAs[receipt.rewardsAs], `-${amount(receipt.spend)}`] as const] : []),
  ])
  encoder.bold(true)
  rows([[`${words.due} ${venue.currency}`, amount(receipt.due)]])
  encoder.bold(false)
  rows([
    ...(receipt.vat ? [[words.vat, amount(receipt.vat)] as const] : []),
    ...receipt.tender.map((tender) => [words.tender[tender.type], amount(tender.amount)] as const),
    ...(receipt.change > 0 ? [[words.change, amount(receipt.change)] as const] : []),
  ])
  const earned = earnedRows(receipt, of)
  if (earned.length > 0) {
    encoder.rule()
    rows(earned)
  }
  foot(encoder, receipt, of)
  return new Uint8Array(encoder.newline(FEED_LINES).cut('partial').encode())
}

function head(encoder: Encoder, { reference, clerk }: Receipt, { venue, words, isTest, when }: PaperOf) {
  encoder
    .initialize()
    .codepage('auto')
    .align('center')
    .bold(true)
    .line(venue.name)
    .bold(false)
    .line(venue.merchant)
    .line(when.replace(/\s/g, ' '))
    .line(reference)
  if (isTest) encoder.bold(true).line(words.test).bold(false)
  if (clerk !== '') encoder.line(words.clerk(clerk))
  encoder.align('left').rule()
}

/** What the member has of it; nothing for nobody, and nothing before the platform has said it. */
function earnedRows({ told, hasMember }: Receipt, { venue, words }: PaperOf): Rows {
  if (!told || !hasMember) return []
  const shown = (amount: number) => decimalText(minorOf(amount, venue.digits), venue.digits)
  return [
    [words.earned, `+${shown(told.rewards.award)}`],
    ...(told.wallet ? [[words.wallet, shown(told.wallet.total)] as const] : []),
  ]
}

function foot(encoder: Encoder, { told, hasMember, qr, barcode }: Receipt, { paper, words }: PaperOf) {
  encoder
    .align('center')
    .newline()
    .qrcode(qr, { model: 2, size: qrFit(qr, paper).dots, errorlevel: 'm' })
    .line(told ? (hasMember ? words.keep : words.claim) : words.queued)
    .newline()
  const fit = barcodeFit(barcode, paper)
  const bars = code128ForPrinter(barcode)
  if (bars && fit && fit.verdict !== 'TOO_WIDE') encoder.raw(barcodeCommands(bars, fit.dots)).newline()
  if (told) encoder.line(words.signed).line(told.receipt.signed_code)
}

const GS = 0x1d
const CODE_128 = 73
const BARCODE_DOTS = 96

/** Height, module, no text below, then the code: GS h, GS w, GS H and GS k. */
export function barcodeCommands(data: readonly number[], moduleDots: number): number[] {
  return [
    ...[GS, 0x68, BARCODE_DOTS],
    ...[GS, 0x77, moduleDots],
    ...[GS, 0x48, 0],
    ...[GS, 0x6b, CODE_128, data.length, ...data],
  ]
}
