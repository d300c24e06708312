import { amountText } from '../../kit/amount.ts'
import { fieldOf, numberOf, textOf } from '../../kit/reading.ts'
import type { Texts } from '../texts/en.ts'

type Words = Pick<Texts, 'activity' | 'locale'>

/** How an award came about: the usual ways in the shopper's language, others in the words of the engine. */
export function whyText(award: unknown, currency: string, { activity, locale }: Words): string {
  const rule = fieldOf(award, 'rule')
  const says = textOf(award, 'says')
  const isPlain = ['billed', 'units', 'limit'].every((name) => fieldOf(award, name) == null)
  if (!isPlain) return says
  const money = (amount: number) => moneyText(amount, currency, locale)
  if (textOf(rule, 'kind') === 'PERCENTAGE') {
    const rate = numberOf(rule, 'rate').toLocaleString(locale)
    const share = activity.share(rate, money(numberOf(award, 'base')))
    const amount = numberOf(award, 'amount')
    return amount === fieldOf(rule, 'cap') ? activity.capped(share, money(amount)) : share
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
