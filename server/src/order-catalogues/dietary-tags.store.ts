import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import { DIETARY_TAGS, type DietaryTag } from './dietary-tags.api.ts'

/** Of the products that have any, in the order in which they are always told. */
export async function readDietaryTags(
  { db, actor }: Work,
  products: readonly string[],
): Promise<ReadonlyMap<string, DietaryTag[]>> {
  if (products.length === 0) return new Map()
  const rows = await db
    .selectFrom('dietary_tags')
    .select(['product_id', 'tags'])
    .where('tenant', '=', actor.tenant)
    .where('product_id', 'in', products)
    .execute()
  return new Map(rows.map(({ product_id, tags }) => [product_id, inOrder(tags)]))
}

export async function saveDietaryTags(
  { db, actor, at }: Work,
  product: string,
  tags: readonly DietaryTag[],
): Promise<void> {
  if (tags.length === 0) {
    await db
      .deleteFrom('dietary_tags')
      .where('tenant', '=', actor.tenant)
      .where('product_id', '=', product)
      .execute()
    return
  }
  const values = { tags: sql<string[]>`${inOrder(tags)}::text[]`, updated_at: at }
  await db
    .insertInto('dietary_tags')
    .values({ tenant: actor.tenant, product_id: product, ...values })
    .onConflict((on) => on.columns(['tenant', 'product_id']).doUpdateSet(values))
    .execute()
}

function inOrder(tags: readonly string[]): DietaryTag[] {
  return DIETARY_TAGS.filter((tag) => tags.includes(tag))
}
