import { arrayOf, statement, type Work } from '../db/index.ts'
import { parseGuid } from '../kit/id.ts'
import type { OrderedProduct } from './read-order.ts'

const NAMED = statement(
  'orders_products_named',
  `select p.id, p.sku, p.name from products p where p.tenant = $1::int and p.sku = any ($2::text[])
   union
   select p.id, p.sku, p.name from products p where p.tenant = $1::int and p.id = any ($3::uuid[])`,
)

/** Finds products by the id or SKU that a request says; where both would do, the SKU counts. */
export async function findOrdered(
  { sql, actor }: Work,
  names: readonly string[],
): Promise<(name: string) => OrderedProduct | undefined> {
  if (names.length === 0) return () => undefined
  const ids = names.flatMap((name) => parseGuid(name) ?? [])
  const rows = await sql.run<OrderedProduct>(NAMED, [actor.tenant, arrayOf(names), arrayOf(ids)])
  const bySku = new Map(rows.map((row) => [row.sku, row]))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return (name) => bySku.get(name) ?? byId.get(parseGuid(name) ?? '')
}
