/** A key as it was pressed; `at` in milliseconds. */
export interface Keystroke {
  readonly key: string
  /** The physical key, whatever the layout makes of it. */
  readonly code: string
  readonly shift: boolean
  readonly at: number
  readonly isRepeat?: boolean
  readonly isComposing?: boolean
  /** Ctrl, Alt or Meta: a command, never part of a scan. */
  readonly isCommand?: boolean
}

export interface ScannerSettings {
  /** Longest pause between two characters of one scan: 15 to 80 ms. */
  readonly gap: number
  readonly prefix: string
  readonly suffix: string
  /** Read keys by their place on a US keyboard: on a Greek layout `;` is a dead accent. */
  readonly byPlace: boolean
}

export const USUAL: ScannerSettings = { gap: 35, prefix: '', suffix: '', byPlace: false }

export const SHORTEST = 4
/** Silence that ends a scan which sends no Enter. */
export const SILENCE = 60
/** The same code again within this is the scanner's bounce, later it is one more. */
export const BOUNCE = 700

/** What came fast enough, one after another, to be a scanner. */
export interface Burst {
  readonly text: string
  readonly last: number
}

export const QUIET: Burst = { text: '', last: Number.NEGATIVE_INFINITY }

export interface Heard {
  readonly burst: Burst
  /** The code, when this keystroke ended one. */
  readonly scan: string | undefined
}

/** One keystroke more. Slow typing, held keys, commands and composed letters are left alone. */
export function hear(burst: Burst, stroke: Keystroke, settings: ScannerSettings): Heard {
  if (stroke.isRepeat || stroke.isComposing || stroke.isCommand) return { burst: QUIET, scan: undefined }
  const isNext = stroke.at - burst.last <= settings.gap
  if (stroke.key === 'Enter' || stroke.key === 'Tab') {
    return { burst: QUIET, scan: isNext ? scannedText(burst.text, settings) : undefined }
  }
  const character = characterOf(stroke, settings)
  if (character === undefined) {
    // Shift alone comes between the characters of a scan.
    return { burst: stroke.key === 'Shift' ? burst : QUIET, scan: undefined }
  }
  return { burst: { text: (isNext ? burst.text : '') + character, last: stroke.at }, scan: undefined }
}

/** The code, when nothing more came for a while. */
export function afterSilence(burst: Burst, at: number, settings: ScannerSettings): Heard {
  if (burst.text === '' || at - burst.last < SILENCE) return { burst, scan: undefined }
  return { burst: QUIET, scan: scannedText(burst.text, settings) }
}

/** Without what the scanner puts around it; a value that came twice in one, by two ways out of a handheld, once. */
export function scannedText(text: string, { prefix, suffix }: ScannerSettings): string | undefined {
  let code = text.replace(/\p{Cc}/gu, (control) => (control === '\u001d' ? control : ''))
  if (prefix !== '' && code.startsWith(prefix)) code = code.slice(prefix.length)
  if (suffix !== '' && code.endsWith(suffix)) code = code.slice(0, -suffix.length)
  const half = code.slice(0, code.length / 2)
  if (half.length >= SHORTEST && half + half === code && !isWhole(code)) code = half
  return code.length >= SHORTEST ? code : undefined
}

/** 12341234 may be an article of its own: its check digit says so. */
function isWhole(code: string): boolean {
  return isGtin(code)
}

/** The character of a key: what it typed, or what stands at its place on a US keyboard. */
export function characterOf(
  { key, code, shift }: Keystroke,
  { byPlace }: ScannerSettings,
): string | undefined {
  const placed = byPlace ? characterAt(code, shift) : undefined
  if (placed !== undefined) return placed
  return [...key].length === 1 ? key : undefined
}

const PLACES: Readonly<Record<string, readonly [string, string]>> = {
  Semicolon: [';', ':'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Quote: ["'", '"'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Backquote: ['`', '~'],
  Space: [' ', ' '],
}
const SHIFTED = ')!@#$%^&*('

/** What a US keyboard has at this place. */
function characterAt(code: string, shift: boolean): string | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return shift ? letter : letter.toLowerCase()
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  if (digit !== undefined) return shift && code.startsWith('Digit') ? SHIFTED[Number(digit)] : digit
  return PLACES[code]?.[shift ? 1 : 0]
}

const GTIN = /^(?:\d{8}|\d{12,14})$/

/** 8, 12, 13 or 14 figures whose last checks the others. */
export function isGtin(text: string): boolean {
  if (!GTIN.test(text)) return false
  const figures = [...text].map(Number).reverse()
  const sum = figures.reduce((all, figure, index) => all + figure * (index % 2 === 0 ? 1 : 3), 0)
  return sum % 10 === 0
}
