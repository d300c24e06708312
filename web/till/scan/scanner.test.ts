import { describe, expect, test } from 'vitest'
import {
  afterSilence,
  type Burst,
  hear,
  isGtin,
  type Keystroke,
  QUIET,
  type ScannerSettings,
  USUAL,
} from './scanner.ts'

interface Typed extends Partial<Keystroke> {
  readonly gap?: number
}

/** Types a text with so many milliseconds between its characters, then Enter unless it is said. */
function typed(
  text: string,
  { gap = 10, end = 'Enter', ...more }: Typed & { readonly end?: string } = {},
  settings: ScannerSettings = USUAL,
) {
  let burst: Burst = QUIET
  let at = 1_000
  for (const key of text) {
    burst = hear(burst, { key, code: '', shift: false, at, ...more }, settings).burst
    at += gap
  }
  if (end !== '') return hear(burst, { key: end, code: end, shift: false, at, ...more }, settings).scan
  return afterSilence(burst, at - gap + 60, settings).scan
}

describe('a scan', () => {
  test.each`
    what                               | text               | how                      | scan
    ${'fast with Enter'}               | ${'5201234567894'} | ${{}}                    | ${'5201234567894'}
    ${'fast with Tab'}                 | ${'5201234567894'} | ${{ end: 'Tab' }}        | ${'5201234567894'}
    ${'fast and then silence'}         | ${'5201234567894'} | ${{ end: '' }}           | ${'5201234567894'}
    ${'at the limit of 35 ms'}         | ${'ABCD'}          | ${{ gap: 35 }}           | ${'ABCD'}
    ${'typed by hand'}                 | ${'ABCD'}          | ${{ gap: 80 }}           | ${undefined}
    ${'three characters'}              | ${'ABC'}           | ${{}}                    | ${undefined}
    ${'nothing but Enter'}             | ${''}              | ${{}}                    | ${undefined}
    ${'a key held down'}               | ${'AAAAAA'}        | ${{ isRepeat: true }}    | ${undefined}
    ${'letters that are composed'}     | ${'ABCD'}          | ${{ isComposing: true }} | ${undefined}
    ${'a command'}                     | ${'ABCD'}          | ${{ isCommand: true }}   | ${undefined}
    ${'one value by two ways out'}     | ${'R-77R-77'}      | ${{}}                    | ${'R-77'}
    ${'an article that looks doubled'} | ${'10021002'}      | ${{}}                    | ${'10021002'}
  `('$what is $scan', ({ text, how, scan }) => {
    expect(typed(text, how)).toBe(scan)
  })

  test('slow typing before it is no part of it', () => {
    let burst: Burst = QUIET
    const press = (key: string, at: number) => {
      const heard = hear(burst, { key, code: '', shift: false, at }, USUAL)
      burst = heard.burst
      return heard.scan
    }
    press('9', 0)
    for (const [index, key] of [...'R-77'].entries()) press(key, 900 + index * 10)
    expect(press('Enter', 945)).toBe('R-77')
  })

  test('what the scanner puts around it is taken off, and control characters but the separator of GS1', () => {
    const settings = { ...USUAL, prefix: '~', suffix: '#' }
    expect(typed('~ABCD#', {}, settings)).toBe('ABCD')
    expect(typed('AB\u0002CD', {})).toBe('ABCD')
    expect(typed('01\u001d99', {})).toBe('01\u001d99')
  })

  test('figures are read by the place of their key on a French keyboard, which has them above', () => {
    const typedThere = [...'&é"\''].map((key, index) => ({ key, code: `Digit${index + 1}`, shift: false }))
    const settings = { ...USUAL, byPlace: true }
    const burst = typedThere.reduce<Burst>(
      (before, stroke, index) => hear(before, { ...stroke, at: index * 10 }, settings).burst,
      QUIET,
    )
    expect(hear(burst, { key: 'Enter', code: 'Enter', shift: false, at: 40 }, settings).scan).toBe('1234')
  })

  test('a receipt’s semicolons are read by the place of their key on a Greek keyboard', () => {
    const strokes: readonly Keystroke[] = [
      { key: '7', code: 'Digit7', shift: false, at: 0 },
      { key: 'Dead', code: 'Semicolon', shift: false, at: 10 },
      { key: 'μ', code: 'KeyM', shift: false, at: 20 },
      { key: 'Shift', code: 'ShiftLeft', shift: true, at: 25 },
      { key: 'Μ', code: 'KeyM', shift: true, at: 30 },
    ]
    let burst: Burst = QUIET
    const settings = { ...USUAL, byPlace: true }
    for (const stroke of strokes) burst = hear(burst, stroke, settings).burst
    expect(hear(burst, { key: 'Enter', code: 'Enter', shift: false, at: 40 }, settings).scan).toBe('7;mM')
  })
})

test.each`
  number              | is
  ${'5201234567894'}  | ${true}
  ${'5201234567890'}  | ${false}
  ${'96385074'}       | ${true}
  ${'036000291452'}   | ${true}
  ${'10036000291459'} | ${true}
  ${'123456'}         | ${false}
`('$number has a right check digit: $is', ({ number, is }) => {
  expect(isGtin(number)).toBe(is)
})
