import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { PAPERS, type PaperMm } from '../../kit/code-fit.ts'
import { CODE_PAGES } from './esc-pos.ts'

const FEED_LINES = 4

/** Letters that a receipt may need, and a rule as wide as the paper. */
export function testPageOf(venue: string, paper: PaperMm): Uint8Array<ArrayBuffer> {
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns: PAPERS[paper].columns,
    codepageCandidates: [...CODE_PAGES],
  })
  const bytes = encoder
    .initialize()
    .codepage('auto')
    .line(venue)
    .rule()
    .line('ABCDEFG abcdefg 0123456789')
    .line('ΑΒΓΔΕΖ αβγδεζ άέήίόύώ')
    .line('äöüß éèç')
    .rule()
    .newline(FEED_LINES)
    .cut('partial')
    .encode()
  return new Uint8Array(bytes)
}
