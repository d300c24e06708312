import { minorDigits } from './currency.ts'
import { decimalText, type Money } from './money.ts'

/** Values as people of a language read them. Exact: the amount goes in as decimal text. */

export function moneyText({ minor, currency }: Money, language: string): string {
  const digits = minorDigits(currency)
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return format.format(decimalText(minor, digits) as `${number}`)
}

/** The day on the wall's calendar: "3 December 2026", "3 Δεκεμβρίου 2026". */
export function dayText(at: Date, { language, timeZone }: { language: string; timeZone: string }): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(at)
}

export function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
