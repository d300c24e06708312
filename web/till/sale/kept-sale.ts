import { ofTab } from '../../kit/beside.ts'
import { NEW_SALE, NO_SPEND, type Sale } from './sale.ts'

const KEPT = ofTab('tillback.till.sale')

/** What is being sold stays over a reload, but for a one-time code, which is written down nowhere. */
export function keepSale(sale: Sale): void {
  const { spend } = sale
  const kept = { ...sale, spend: spend.kind === 'CODE' ? NO_SPEND : spend }
  sessionStorage.setItem(KEPT, JSON.stringify(kept))
}

export function keptSale(): Sale {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null')
    return isSale(value) ? asNew(value) : NEW_SALE
  } catch {
    return NEW_SALE
  }
}

/** Written by `keepSale`, and by nobody else in this tab. */
function isSale(value: unknown): value is Sale {
  return typeof value === 'object' && value !== null && 'basket' in value && Array.isArray(value.basket)
}

/** An empty sale is the new one itself: the till asks by that whether there is anything to clear. */
function asNew(sale: Sale): Sale {
  const spend = sale.spend.kind === 'NONE' ? NO_SPEND : sale.spend
  return sale.basket.length === 0 && sale.member === undefined ? NEW_SALE : { ...sale, spend }
}

/** Another venue or another key sells something else. */
export function forgetSale(): void {
  sessionStorage.removeItem(KEPT)
}
