import type { Member } from '../member/member.ts'
import { type Article, keyOf, withArticle, withQuantity } from './basket.ts'
import { NEW_SALE, NO_SPEND, type Sale, type Spend } from './sale.ts'

export type Change =
  | { readonly do: 'ADD'; readonly article: Article; readonly quantity?: number }
  | { readonly do: 'QUANTITY'; readonly key: string; readonly quantity: number }
  | { readonly do: 'SELECT'; readonly key: string | undefined }
  | { readonly do: 'MEMBER'; readonly member: Member | undefined }
  | { readonly do: 'SPEND'; readonly spend: Spend }
  | { readonly do: 'CLEAR' }

/** What the clerk does, one step after another. */
export function changeSale(sale: Sale, change: Change): Sale {
  switch (change.do) {
    case 'ADD':
      return {
        ...sale,
        basket: withArticle(sale.basket, change.article, change.quantity),
        selected: keyOf(change.article),
      }
    case 'QUANTITY': {
      const basket = withQuantity(sale.basket, change.key, change.quantity)
      const isLeft = basket.some(({ key }) => key === change.key)
      return { ...sale, basket, selected: isLeft ? change.key : basket.at(-1)?.key }
    }
    case 'SELECT':
      return { ...sale, selected: change.key }
    case 'MEMBER':
      // What one member wanted to spend is not another's.
      return { ...sale, member: change.member, spend: NO_SPEND }
    case 'SPEND':
      return { ...sale, spend: change.spend }
    case 'CLEAR':
      return NEW_SALE
  }
}
