import { amountText } from '../kit/amount.ts'
import { chosenLanguage, textsIn } from './texts/language.ts'

/** The words that the dashboard speaks in, from its beginning to its end. */
export const texts = textsIn(chosenLanguage())

/** The word for a value of the API; what this dashboard does not know yet is shown as it came. */
export function wordFor(words: Readonly<Record<string, string>>, value: string): string {
  return words[value] ?? value
}

/** An amount as text, where a sentence or a label needs one. */
export function amountIn(amount: number, currency: string): string {
  const { sign, figures } = amountText(amount, { currency, locale: texts.locale })
  return `${sign}${figures} ${currency}`
}
