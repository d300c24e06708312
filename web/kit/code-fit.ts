import { encode } from 'uqr'
import { code128, modulesOf } from './code128.ts'

export type PaperMm = 58 | 80

/** What a printer's head covers at 203 dpi: dots across, dots that stay white on either side, characters of its usual font, and the size of a QR's module that readers like. */
export const PAPERS = {
  58: { dots: 384, edge: 40, columns: 32, qrModule: 5 },
  80: { dots: 576, edge: 32, columns: 48, qrModule: 6 },
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
  return widths && fitOf({ own: modulesOf(widths), quiet: QUIET.barcode, wanted: GOOD_MODULE }, paper)
}

export function qrFit(text: string, paper: PaperMm): Fit {
  const { size } = encode(text, { ecc: 'M', border: 0 })
  return fitOf({ own: size, quiet: QUIET.qr, wanted: PAPERS[paper].qrModule }, paper)
}

/** Whole millimetres that a printer leaves white on either side of the paper. */
export function edgeMm(paper: PaperMm): number {
  return PAPERS[paper].edge / DOTS_A_MM
}

interface Wanted {
  /** Modules of the code without its quiet zones, and of those together. */
  readonly own: number
  readonly quiet: number
  /** Dots a module, when there is room. */
  readonly wanted: number
}

/** What is printed has to lie under the head; what stays white may reach to the edge of the paper. */
function fitOf({ own, quiet, wanted }: Wanted, paper: PaperMm): Fit {
  const { dots: printable, edge } = PAPERS[paper]
  const modules = own + quiet
  const most = Math.min(Math.floor(printable / own), Math.floor((printable + 2 * edge) / modules))
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
