import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')
const PAIR = /(#[0-9a-f]{6}), (#[0-9a-f]{6})/
const TOKENS = new Map(
  [...read('tokens.css').matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}, #[0-9a-f]{6})\)/g)].map(
    ([, name = '', pair = '']) => [name, pair],
  ),
)
const SERIES = [...read('chart/chart.module.css').matchAll(/--own: light-dark\(([^)]+)\)/g)].map(
  ([, pair = '']) => pair,
)
const LOOKS = ['light', 'dark'] as const
type Look = (typeof LOOKS)[number]

function colour(pair: string, look: Look): string {
  const [, light, dark] = PAIR.exec(pair) ?? []
  const found = look === 'light' ? light : dark
  if (found === undefined) throw new Error(`"${pair}" is no pair of colours`)
  return found
}

const token = (name: string, look: Look) => colour(TOKENS.get(name) ?? name, look)

/** As WCAG 2.x reckons it. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const GROUNDS = ['canvas', 'surface', 'sunken']
const ROLES = ['brand', 'cash', 'positive', 'negative', 'warning', 'info', 'test']

describe.each(LOOKS)('in %s', (look) => {
  const below = (least: number, pairs: readonly (readonly [string, string])[]) =>
    pairs
      .map(([ink, ground]) => ({ ink, ground, is: contrast(token(ink, look), token(ground, look)) }))
      .filter(({ is }) => is < least)

  test('words are read on every ground that they stand on', () => {
    const inks = ['ink', 'ink-2', 'ink-3'].flatMap((ink) => GROUNDS.map((ground) => [ink, ground] as const))
    const roles = ROLES.flatMap((role) => [[role, 'surface'] as const, [role, `${role}-tint`] as const])
    const keys = ['brand', 'brand-hover'].map((ground) => ['on-brand', ground] as const)
    expect(below(4.5, [...inks, ...roles, ...keys, ['brand', 'canvas'], ['cash', 'canvas']])).toEqual([])
  })

  test('the borders of what is used, where the keyboard is, and each series of a chart are told from their ground', () => {
    const signs = ['control', 'info'].flatMap((sign) => [
      [sign, 'canvas'] as const,
      [sign, 'surface'] as const,
    ])
    expect(SERIES).toHaveLength(5)
    expect(below(3, [...signs, ...SERIES.map((series) => [series, 'surface'] as const)])).toEqual([])
  })
})

test('the measure is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})
