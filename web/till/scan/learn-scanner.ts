import { characterOf, type Keystroke, type ScannerSettings, USUAL } from './scanner.ts'
import { boundedGap } from './scanner-settings.ts'

/** Figures, letters of both sizes and what other keyboards have elsewhere: the semicolon of receipts above all. */
export const CALIBRATION_CODE = 'TB;2468-yZ;90/q'

export const SCANS_NEEDED = 3
/** Longer between two letters, and it was no scanner. */
const SLOWEST = 80
// A machine that is busy hears late: twice the longest pause that was seen is still far below a hand.
const SLACK = 2

/** What one scan of the calibration code told; a text: what was read instead. SLOW: nobody scans like that. */
export type Lesson = ScannerSettings | 'SLOW' | { readonly instead: string }

/** Learns from the keys of one scan how fast the scanner is, what it puts around a code, and by which layout it types. */
export function learnScan(strokes: readonly Keystroke[]): Lesson {
  const typed = strokes.filter(({ key }) => key !== 'Enter' && key !== 'Tab')
  const gaps = typed.slice(1).map(({ at }, index) => at - (typed[index]?.at ?? at))
  const longest = Math.max(0, ...gaps)
  if (longest > SLOWEST) return 'SLOW'
  const gap = boundedGap(Math.max(USUAL.gap, longest * SLACK))
  for (const byPlace of [false, true]) {
    const text = typed.map((stroke) => characterOf(stroke, { ...USUAL, byPlace }) ?? '').join('')
    const [prefix, suffix] = text.split(CALIBRATION_CODE)
    if (prefix !== undefined && suffix !== undefined) return { gap, prefix, suffix, byPlace }
  }
  return { instead: typed.map(({ key }) => ([...key].length === 1 ? key : '')).join('') }
}

/** What all scans agree on; the slowest of them counts. Undefined: they do not agree. */
export function agreed(lessons: readonly ScannerSettings[]): ScannerSettings | undefined {
  const [first, ...others] = lessons
  if (!first) return undefined
  const isSame = others.every(
    ({ prefix, suffix, byPlace }) =>
      prefix === first.prefix && suffix === first.suffix && byPlace === first.byPlace,
  )
  return isSame ? { ...first, gap: Math.max(...lessons.map(({ gap }) => gap)) } : undefined
}
