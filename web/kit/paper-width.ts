export type PaperMm = 58 | 80

/** Dots of a printer at 203 dpi, and characters of its usual font. */
export const PAPERS = { 58: { dots: 384, columns: 32 }, 80: { dots: 576, columns: 48 } } as const

export type Verdict = 'FITS' | 'TIGHT' | 'TOO_WIDE'

// Below three dots a module (0.375 mm) older readers fail, below two most do.
const GOOD_MODULE = 3
const LEAST_MODULE = 2
const QUIET_MODULES = 20

/** Whether a Code 128 of a text fits on the paper, at modules that readers still read. */
export function barcodeVerdict(text: string, paper: PaperMm): Verdict {
  const modules = code128Modules(text) + QUIET_MODULES
  const dots = Math.floor(PAPERS[paper].dots / modules)
  if (dots >= GOOD_MODULE) return 'FITS'
  return dots >= LEAST_MODULE ? 'TIGHT' : 'TOO_WIDE'
}

const SYMBOL = 11
const STOP = 13

/** Modules of a Code 128: one symbol a character, one for two figures in a run of them, and the changes of set between. */
export function code128Modules(text: string): number {
  const runs = text.match(/\d{4,}|(?:(?!\d{4}).)+/gs) ?? []
  const symbols = runs.reduce((sum, run) => sum + (/^\d{4,}$/.test(run) ? figures(run) : run.length), 0)
  const changes = Math.max(0, runs.length - 1)
  const startAndCheck = 2
  return (symbols + changes + startAndCheck) * SYMBOL + STOP
}

function figures({ length }: string): number {
  return Math.floor(length / 2) + (length % 2) * 2
}
