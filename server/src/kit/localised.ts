import { minorDigits } from './currency.ts'
import { decimalText, type Money } from './money.ts'
import { remembered } from './remembered.ts'

/** Values as people of a language read them. Exact: the amount goes in as decimal text. */

export function moneyText({ minor, currency }: Money, language: string): string {
  const text = decimalText(minor, minorDigits(currency))
  return amounts(`${currency} ${language}`).format(text as `${number}`)
}

/** The day on the wall's calendar: "3 December 2026", "3 Δεκεμβρίου 2026". */
export function dayText(at: Date, { language, timeZone }: { language: string; timeZone: string }): string {
  return days(`${timeZone} ${language}`).format(at)
}

// To make one takes longer than a thousand amounts to be written by it.
const amounts = remembered((text) => {
  const [currency = '', language] = text.split(' ')
  const digits = minorDigits(currency)
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}, 100)

const days = remembered((text) => {
  const [timeZone, language] = text.split(' ')
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone })
}, 100)

export function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
