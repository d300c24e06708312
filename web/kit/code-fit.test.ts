import { describe, expect, test } from 'vitest'
import { barcodeFit, qrFit } from './code-fit.ts'
import { code128, code128ForPrinter, modulesOf } from './code128.ts'

describe('a barcode', () => {
  test.each`
    text          | modules
    ${'AB'}       | ${57}
    ${'1234'}     | ${57}
    ${'AB1234'}   | ${90}
    ${'12345'}    | ${79}
    ${'A12345B'}  | ${112}
    ${'A123456B'} | ${112}
  `('of $text has $modules modules, the fewest that say it', ({ text, modules }) => {
    expect(modulesOf(code128(text) ?? [])).toBe(modules)
  })

  test('cannot say what is not in it', () => {
    expect(code128('Ρ-7')).toBeUndefined()
    expect(code128('')).toBeUndefined()
  })
})

test.each`
  text                                | paper | verdict
  ${'R-7'}                            | ${58} | ${'FITS'}
  ${'101;R-1001;1250;354'}            | ${58} | ${'TOO_WIDE'}
  ${'101;R-1001;1250;354'}            | ${80} | ${'TIGHT'}
  ${'101;VNHHM-0001;1710;354'}        | ${80} | ${'TIGHT'}
  ${'101;VNHHM-261129-0001;1710;354'} | ${80} | ${'TOO_WIDE'}
`('a barcode of $text on $paper mm: $verdict', ({ text, paper, verdict }) => {
  expect(barcodeFit(text, paper)?.verdict).toBe(verdict)
})

test('the same as a QR code fits the narrow paper with modules that a phone reads', () => {
  expect(qrFit('VNHHM-261129-0001;101;354;1710', 58)).toEqual({
    verdict: 'FITS',
    modules: 37,
    dots: 5,
    widthMm: 23.125,
    moduleMm: 0.625,
  })
})

test('a printer is told in which set each part is', () => {
  const told = code128ForPrinter('A{1234') ?? []
  expect(told).toEqual([...'{BA{{{C'].map((letter) => letter.charCodeAt(0)).concat(12, 34))
})
