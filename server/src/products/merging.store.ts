import { statement, type Work } from '../db/index.ts'
import { type ProductId, parseGuid } from '../kit/id.ts'
import type { ProductSource } from './product.ts'

/** What merging looks at. */
export interface Merging {
  readonly id: ProductId
  readonly sku: string
  readonly source: ProductSource
  readonly mergedInto: ProductId | null
}

// The second may be named by a SKU that leads to it.
const LOCK = statement(
  'products_lock_merging',
  `with named as (
     select p.id from products p where p.tenant = $1::int and (p.sku = $2::text or p.id = $3::uuid)
     union
     select coalesce(p.merged_into, p.id) from products p
      where p.tenant = $1::int and (p.sku = $4::text or p.id = $5::uuid))
   select p.id, p.sku, p.source, p.merged_into as "mergedInto"
     from products p
    where p.tenant = $1::int and p.id in (select n.id from named n) order by p.id for no key update of p`,
)

const LEADS = statement(
  'products_leads_of',
  `select coalesce(p.merged_into, p.id) as id from products p
    where p.tenant = $1::int and (p.sku = $2::text or p.id = $3::uuid)
    order by p.id = $3::uuid desc nulls last limit 1`,
)

/** Both products as they stand, held until the end of the work, in the order in which all writers hold products. */
export async function lockMerging(
  { sql, actor }: Work,
  from: string,
  into: string,
): Promise<{ readonly from: Merging | undefined; readonly target: Merging | undefined }> {
  const names = [from, parseGuid(from) ?? null, into, parseGuid(into) ?? null]
  const locked = await sql.run<Merging>(LOCK, [actor.tenant, ...names])
  const [target] = await sql.run<{ readonly id: ProductId }>(LEADS, [actor.tenant, into, names[3]])
  return {
    from: locked.find(({ id }) => id === names[1]) ?? locked.find(({ sku }) => sku === from),
    target: locked.find(({ id }) => id === target?.id),
  }
}

const LEAD_TO = statement(
  'products_lead_to',
  'update products set merged_into = $3::uuid where tenant = $1::int and id = $2::uuid',
)

export async function leadTo({ sql, actor }: Work, from: ProductId, target: ProductId): Promise<void> {
  await sql.run(LEAD_TO, [actor.tenant, from, target])
}
