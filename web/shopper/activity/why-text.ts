import { amountText } from '../../kit/amount.ts'
import { fieldOf, numberOf, textOf } from '../../kit/reading.ts'
import type { Texts } from '../texts/en.ts'

type Words = Pick<Texts, 'activity' | 'locale'>

/** How an award came about: the usual ways in the shopper's language, others in the words of the engine. */
export function whyText(award: unknown, currency: string, { activity, locale }: Words): string {
  const rule = fieldOf(award, 'rule')
  const says = textOf(award, 'says')
  const isPlain = [
    fieldOf(award, 'billed'),
    fieldOf(award, 'units'),
    fieldOf(award, 'limit'),
    fieldOf(rule, 'cap'),
  ].every((each) => each == null)
  if (!isPlain) return says
  const money = (amount: number) => moneyText(amount, currency, locale)
  if (textOf(rule, 'kind') === 'PERCENTAGE') {
    return activity.share(numberOf(rule, 'rate').toLocaleString(locale), money(numberOf(award, 'base')))
  }
  if (textOf(rule, 'kind') === 'FIXED' && fieldOf(award, 'times') == null) {
    return activity.fixed(money(numberOf(rule, 'amount')))
  }
  return says
}

/** What a little more would have brought. */
export function nearMissText(miss: unknown, currency: string, { activity, locale }: Words): string {
  const add = fieldOf(miss, 'add')
  const quantity = numberOf(add, 'quantity')
  const more =
    quantity > 0 ? quantity.toLocaleString(locale) : moneyText(numberOf(add, 'amount'), currency, locale)
  return activity.nearly(more, moneyText(numberOf(miss, 'amount'), currency, locale))
}

function moneyText(amount: number, currency: string, locale: string): string {
  return `${amountText(amount, { currency, locale }).figures} ${currency}`
}
