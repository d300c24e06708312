import { encode } from 'uqr'
import { code128, modulesOf } from './code128.ts'

export type PaperMm = 58 | 80

/** What a printer's head covers at 203 dpi: dots across, characters of its usual font, and the size of a QR's module that readers like. */
export const PAPERS = {
  58: { dots: 384, columns: 32, qrModule: 5 },
  80: { dots: 576, columns: 48, qrModule: 6 },
} as const

const DOTS_A_MM = 8
// Below three dots a module (0.375 mm) older readers fail, below two most do.
const GOOD_MODULE = 3
const LEAST_MODULE = 2
// The quiet that the standards ask for, on both sides together.
const QUIET = { barcode: 20, qr: 8 } as const

export type Verdict = 'FITS' | 'TIGHT' | 'TOO_WIDE'

export interface Fit {
  readonly verdict: Verdict
  /** Of the code with its quiet zones. */
  readonly modules: number
  /** Dots of one module: as many as readers need, or as the paper leaves. */
  readonly dots: number
  readonly widthMm: number
  readonly moduleMm: number
}

/** How a Code 128 of a text comes out on the paper; undefined: the text cannot be one. */
export function barcodeFit(text: string, paper: PaperMm): Fit | undefined {
  const widths = code128(text)
  return widths && fitOf(modulesOf(widths) + QUIET.barcode, paper, GOOD_MODULE)
}

export function qrFit(text: string, paper: PaperMm): Fit {
  const { size } = encode(text, { ecc: 'M', border: 0 })
  return fitOf(size + QUIET.qr, paper, PAPERS[paper].qrModule)
}

function fitOf(modules: number, paper: PaperMm, wanted: number): Fit {
  const most = Math.floor(PAPERS[paper].dots / modules)
  const verdict = most >= GOOD_MODULE ? 'FITS' : most >= LEAST_MODULE ? 'TIGHT' : 'TOO_WIDE'
  // What does not fit is shown at the least size that could be read.
  const dots = Math.max(LEAST_MODULE, Math.min(most, wanted))
  return {
    verdict,
    modules,
    dots,
    widthMm: (modules * dots) / DOTS_A_MM,
    moduleMm: dots / DOTS_A_MM,
  }
}
