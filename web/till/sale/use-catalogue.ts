import { useQuery } from '@tanstack/react-query'
import { ConnectionError, type Product, type Tillback } from '@tillback/sdk'
import { useDeferredValue } from 'react'
import { useStanding } from '../api/client.ts'
import { keepArticles, keptArticles } from '../offline/kept-articles.ts'
import type { Venue } from '../session/venue.ts'
import { grossOf, type Minor, minorOf } from './minor.ts'

/** What a tile shows; price undefined: the clerk is asked. */
export interface Offered {
  readonly sku: string
  readonly name: string
  readonly group: string | undefined
  readonly price: Minor | undefined
  /** Of the VAT in the price, per cent; undefined: not known. */
  readonly taxRate: number | undefined
}

const A_PAGE = 100
const PAGES = 2
const MINUTE = 60_000
const SEARCHABLE = 3

/** The articles of the business, or of them what is sought. What was loaded once is there without a line too, and after a new start. */
export function useCatalogue(sought: string) {
  const { client, session, venue } = useStanding()
  const scope = `${session.mode} ${venue.id}`
  const wanted = useDeferredValue(sought.trim())
  const all = useQuery({
    queryKey: ['articles'],
    queryFn: () => articlesOf(client, venue, scope),
    staleTime: 5 * MINUTE,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const found = useQuery({
    queryKey: ['articles', wanted],
    queryFn: async ({ signal }) => {
      const { content } = await client.products.list({ search_value: wanted, size: A_PAGE }, { signal })
      return offeredOf(content, venue)
    },
    enabled: wanted.length >= SEARCHABLE,
    staleTime: MINUTE,
  })
  const here = (all.data ?? []).filter((article) => fits(article, wanted))
  return { all, articles: wanted.length >= SEARCHABLE ? (found.data ?? here) : here }
}

async function articlesOf(client: Tillback, venue: Venue, scope: string): Promise<readonly Offered[]> {
  try {
    const loaded = await loadArticles(client, venue)
    // A browser that keeps nothing sells as well.
    await keepArticles(scope, loaded).catch(() => {})
    return loaded
  } catch (error) {
    const kept = error instanceof ConnectionError ? await keptArticles(scope) : undefined
    if (kept) return kept
    throw error
  }
}

async function loadArticles(client: Tillback, venue: Venue): Promise<readonly Offered[]> {
  const pages = await Promise.all(
    Array.from({ length: PAGES }, (_, index) => client.products.list({ page: index + 1, size: A_PAGE })),
  )
  return offeredOf(
    pages.flatMap(({ content }) => content),
    venue,
  )
}

function offeredOf(products: readonly Product[], venue: Venue): Offered[] {
  return products.filter(({ is_active }) => is_active).map((product) => offered(product, venue))
}

function fits({ sku, name }: Offered, wanted: string): boolean {
  return [sku, name].some((text) => text.toLowerCase().includes(wanted.toLowerCase()))
}

/** A product of the API as this till sells it: its price as the customer pays it. */
export function offered(
  { sku, name, family, price, tax_rate }: Product,
  { currency, digits }: Venue,
): Offered {
  const article = { sku, name, group: family?.name, taxRate: tax_rate ?? undefined }
  if (!price || price.currency_code !== currency) return { ...article, price: undefined }
  const tax = price.tax_model === 'TAX_EXCLUSIVE' ? (tax_rate ?? 0) : 0
  return { ...article, price: grossOf(minorOf(price.amount, digits), tax) }
}

/** The article with exactly this number; undefined: nobody knows it, or nobody can be asked. */
export async function findArticle(
  client: Tillback,
  venue: Venue,
  { sku, known }: { readonly sku: string; readonly known: readonly Offered[] },
): Promise<Offered | undefined> {
  const here = known.find((article) => article.sku === sku)
  if (here) return here
  const { content } = await client.products.list({ sku, size: 1 })
  const [product] = content
  return product && offered(product, venue)
}
