import { fieldOf, listOf, textOf } from '../../kit/reading.ts'
import type { Offered } from '../sale/use-catalogue.ts'
import { change, readOne } from './database.ts'

/** The articles as they were loaded last, for a till that starts without a line. */
export function keepArticles(scope: string, articles: readonly Offered[]): Promise<void> {
  return change(['articles'], (store) => void store('articles').put({ scope, articles }))
}

/** Undefined: none were loaded here yet. */
export async function keptArticles(scope: string): Promise<readonly Offered[] | undefined> {
  const kept = await readOne('articles', scope).catch(() => undefined)
  if (kept === undefined) return undefined
  return listOf(kept, 'articles').map((each) => {
    const [price, taxRate] = [fieldOf(each, 'price'), fieldOf(each, 'taxRate')]
    return {
      sku: textOf(each, 'sku'),
      name: textOf(each, 'name'),
      group: textOf(each, 'group') || undefined,
      price: typeof price === 'number' ? price : undefined,
      taxRate: typeof taxRate === 'number' ? taxRate : undefined,
    }
  })
}
