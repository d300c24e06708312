import { dayText, moneyText } from '../kit/localised.ts'
import type { Money } from '../kit/money.ts'

/** A value that a text may name. */
export type Value = string | Money | Date

export interface Reader {
  readonly language: string
  readonly timeZone: string
}

const PLACEHOLDER = /\{([a-z_]+)\}/g

/** The names that a text uses. */
export function namesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name))]
}

/** The text with its values, as its reader writes money and days. A value is never looked at as a text again. */
export function writeText(text: string, values: Readonly<Record<string, Value>>, reader: Reader): string {
  return text.replace(PLACEHOLDER, (_, name: string) => shown(values[name] ?? '', reader))
}

function shown(value: Value, { language, timeZone }: Reader): string {
  if (value instanceof Date) return dayText(value, { language, timeZone })
  return typeof value === 'string' ? value : moneyText(value, language)
}
