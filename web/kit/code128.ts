// Widths of bars and gaps in turn, for each value of the standard (ISO/IEC 15417); the last three before the stop begin in a set.
const PATTERNS =
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232'.split(
    ' ',
  )
const STOP = '2331112'
const TO_C = 99
const TO_B = 100
const START = { B: 104, C: 105 } as const
const MODULUS = 103
const FIRST_CHARACTER = 32

type Set = keyof typeof START

/**
 * A text as a Code 128: the widths of its bars and gaps in modules, a bar first, as short as the sets B and C allow. Undefined for what
 * those cannot say, such as Greek letters.
 */
export function code128(text: string): readonly number[] | undefined {
  if (!/^[\x20-\x7e]+$/.test(text)) return undefined
  const values = valuesOf(text)
  const sum = values.reduce((total, value, at) => total + value * Math.max(1, at), 0)
  const symbols = [...values, sum % MODULUS].map((value) => PATTERNS[value] ?? '')
  return [...symbols, STOP].flatMap((widths) => [...widths].map(Number))
}

const BRACE = 0x7b

/** The same as a printer takes it that draws the code itself: `{B` and `{C` in front of what is told in each set. */
export function code128ForPrinter(text: string): readonly number[] | undefined {
  if (!/^[\x20-\x7e]+$/.test(text)) return undefined
  let set: Set = 'B'
  return valuesOf(text).flatMap((value, at) => {
    const next = at === 0 ? setBegunBy(value) : setTurnedTo(value, set)
    if (next === undefined) return set === 'C' ? [value] : letterForPrinter(value)
    set = next
    return [BRACE, next.charCodeAt(0)]
  })
}

function setBegunBy(value: number): Set {
  return value === START.C ? 'C' : 'B'
}

function setTurnedTo(value: number, from: Set): Set | undefined {
  if (value === TO_C && from === 'B') return 'C'
  return value === TO_B && from === 'C' ? 'B' : undefined
}

function letterForPrinter(value: number): number[] {
  const letter = value + FIRST_CHARACTER
  return letter === BRACE ? [BRACE, BRACE] : [letter]
}

export function modulesOf(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0)
}

/** The shortest way through the text, reckoned from its end: in each set, a character (B), two figures (C), or a change of set. */
function valuesOf(text: string): readonly number[] {
  let after: Readonly<Record<Set, readonly number[]>> = { B: [], C: [] }
  let afterTwo = after
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const pair = /^\d\d/.test(text.slice(at, at + 2)) ? Number(text.slice(at, at + 2)) : undefined
    const inB = [text.charCodeAt(at) - FIRST_CHARACTER, ...after.B]
    const inC = pair === undefined ? undefined : [pair, ...afterTwo.C]
    const best: Readonly<Record<Set, readonly number[]>> = {
      B: shorter(inB, inC && [TO_C, ...inC]),
      C: shorter([TO_B, ...inB], inC),
    }
    afterTwo = after
    after = best
  }
  return shorter([START.B, ...after.B], [START.C, ...after.C])
}

function shorter(one: readonly number[], other: readonly number[] | undefined): readonly number[] {
  return other && other.length < one.length ? other : one
}
