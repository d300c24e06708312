import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { barcodeFit, PAPERS, type PaperMm, qrFit } from '../../kit/code-fit.ts'
import { code128ForPrinter } from '../../kit/code128.ts'
import { barcodeCommands } from './esc-pos.ts'

const FEED_LINES = 4

/** The code by which a scanner is learnt, for scanners that do not read from a screen. */
export function calibrationPageOf(code: string, paper: PaperMm): Uint8Array<ArrayBuffer> {
  const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', columns: PAPERS[paper].columns })
    .initialize()
    .align('center')
    .qrcode(code, { model: 2, size: qrFit(code, paper).dots, errorlevel: 'm' })
    .newline()
  const fit = barcodeFit(code, paper)
  const bars = code128ForPrinter(code)
  if (bars && fit && fit.verdict !== 'TOO_WIDE') encoder.raw(barcodeCommands(bars, fit.dots)).newline()
  return new Uint8Array(encoder.line(code).newline(FEED_LINES).cut('partial').encode())
}
