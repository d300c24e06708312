import { amountText } from '../../kit/amount.ts'
import type { Goal } from '../queries.ts'
import type { Texts } from '../texts/en.ts'

/** Where it stands and what is missing, in words: "3 of 5 visits", "2 more visits". */
export function goalText(
  { of, counted, target, missing, currency_code: currency }: Goal,
  { locale, offers }: Pick<Texts, 'locale' | 'offers'>,
): { readonly progress: string; readonly missing: string } {
  const money = (amount: number) => `${amountText(amount, { currency, locale }).figures} ${currency}`
  const shown = of === 'AMOUNT' ? money : (count: number) => count.toLocaleString(locale)
  const words = offers.goals[of]
  return {
    progress: words.progress(shown(counted), shown(target), target),
    missing: words.missing(shown(missing), missing),
  }
}
