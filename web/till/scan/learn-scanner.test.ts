import { expect, test } from 'vitest'
import { agreed, CALIBRATION_CODE, learnScan } from './learn-scanner.ts'
import type { Keystroke } from './scanner.ts'
import { boundedGap } from './scanner-settings.ts'

const CODES: Readonly<Record<string, string>> = { ';': 'Semicolon', '-': 'Minus', '/': 'Slash' }

/** The keys of a scanner that was made for a US keyboard, as a layout makes them of it. */
function scanned(text: string, { gap = 10, greek = false } = {}): Keystroke[] {
  const strokes = [...text].map((character, index): Keystroke => {
    const code =
      CODES[character] ?? (/\d/.test(character) ? `Digit${character}` : `Key${character.toUpperCase()}`)
    const key = greek && character === ';' ? 'Dead' : character
    return { key, code, shift: /[A-Z]/.test(character), at: index * gap }
  })
  return [...strokes, { key: 'Enter', code: 'Enter', shift: false, at: text.length * gap }]
}

test('learns what stands around a code and how fast it comes', () => {
  expect(learnScan(scanned(`~${CALIBRATION_CODE}#`, { gap: 30 }))).toEqual({
    gap: 60,
    prefix: '~',
    suffix: '#',
    byPlace: false,
  })
})

test('learns that the keyboard has another layout than the scanner', () => {
  expect(learnScan(scanned(CALIBRATION_CODE, { greek: true }))).toMatchObject({ byPlace: true, prefix: '' })
})

test('does not learn from a hand, nor from another code', () => {
  expect(learnScan(scanned(CALIBRATION_CODE, { gap: 120 }))).toBe('SLOW')
  expect(learnScan(scanned('5201234567894'))).toEqual({ instead: '5201234567894' })
})

test.each`
  seen   | taken
  ${5}   | ${15}
  ${42}  | ${42}
  ${200} | ${80}
`('a pause of $seen ms between two letters is set as $taken ms', ({ seen, taken }) => {
  expect(boundedGap(seen)).toBe(taken)
})

test('the slowest of several scans counts, and they have to agree', () => {
  const one = { gap: 35, prefix: '', suffix: '', byPlace: false }
  expect(agreed([one, { ...one, gap: 50 }])).toEqual({ ...one, gap: 50 })
  expect(agreed([one, { ...one, byPlace: true }])).toBeUndefined()
})
