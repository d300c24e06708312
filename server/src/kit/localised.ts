import { minorDigits } from './currency.ts'
import { decimalText, type Money } from './money.ts'
import { remembered } from './remembered.ts'

/** Values as people of a language read them. Exact: the amount goes in as decimal text. */

/** As screens and receipts have it, with the code of the currency: "1,250.00 EUR", "1.250,00 EUR". */
export function moneyText({ minor, currency }: Money, language: string): string {
  const digits = minorDigits(currency)
  const figures = amounts(`${digits} ${language}`).format(decimalText(minor, digits) as `${number}`)
  return `${figures} ${currency}`
}

/** The day on the wall's calendar: "3 December 2026", "3 Δεκεμβρίου 2026". */
export function dayText(at: Date, { language, timeZone }: { language: string; timeZone: string }): string {
  return days(`${timeZone} ${language}`).format(at)
}

// To make one takes longer than a thousand amounts to be written by it.
const amounts = remembered((text) => {
  const [digits, language] = text.split(' ')
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: Number(digits),
    maximumFractionDigits: Number(digits),
  })
}, 100)

const days = remembered((text) => {
  const [timeZone, language = ''] = text.split(' ')
  // As the apps write English: the day first, and not after the month as "en" alone has it.
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone })
}, 100)

/** The languages that texts about offers and purchases are written in. */
export const LANGUAGES = ['en', 'el'] as const
export type Language = (typeof LANGUAGES)[number]

/** The first of the tags, such as "el-GR", whose language is one of them; undefined: none is. */
export function spokenOf(tags: readonly string[]): Language | undefined {
  for (const tag of tags) {
    const [wanted] = tag.toLowerCase().split('-')
    const found = LANGUAGES.find((language) => language === wanted)
    if (found) return found
  }
  return undefined
}

export function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
