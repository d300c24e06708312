import { arrayOf, statement, type Work } from '../db/index.ts'
import { parseGuid } from '../kit/id.ts'
import type { Price, Product } from './product.ts'
import { priceOf } from './products.store.ts'

/** What orders and menus need of a product that they name. */
export type NamedProduct = Pick<Product, 'id' | 'sku' | 'name' | 'price' | 'taxRate' | 'isActive'>

const COLUMNS = `p.id, p.sku, p.name, p.price as minor, p.price_currency as currency, p.tax_model as "taxModel",
          p.tax_rate as "taxRate", p.active as "isActive"`

const NAMED = statement(
  'products_named',
  `select s.sku as called, s.id as "calledId", ${COLUMNS}
     from products s
     join products p on p.tenant = s.tenant and p.id = coalesce(s.merged_into, s.id)
    where s.tenant = $1::int and s.sku = any ($2::text[])
    union
   select s.sku as called, s.id as "calledId", ${COLUMNS}
     from products s
     join products p on p.tenant = s.tenant and p.id = coalesce(s.merged_into, s.id)
    where s.tenant = $1::int and s.id = any ($3::uuid[])`,
)

interface Row extends Omit<NamedProduct, 'price'> {
  readonly called: string
  readonly calledId: string
  readonly minor: bigint | null
  readonly currency: string | null
  readonly taxModel: Price['taxModel'] | null
}

/** Finds products by the id or SKU that a request says, also of one that was merged into it; where both would do, the SKU counts. */
export async function findNamed(
  { sql, actor }: Work,
  names: readonly string[],
): Promise<(name: string) => NamedProduct | undefined> {
  if (names.length === 0) return () => undefined
  const ids = names.flatMap((name) => parseGuid(name) ?? [])
  const rows = await sql.run<Row>(NAMED, [actor.tenant, arrayOf(names), arrayOf(ids)])
  const bySku = new Map<string, NamedProduct>()
  const byId = new Map<string, NamedProduct>()
  for (const { called, calledId, minor, currency, taxModel, ...row } of rows) {
    const product = { ...row, price: priceOf({ minor, currency, taxModel }) }
    bySku.set(called, product)
    byId.set(calledId, product)
  }
  return (name) => bySku.get(name) ?? byId.get(parseGuid(name) ?? '')
}
