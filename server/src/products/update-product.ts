import type { Work } from '../db/index.ts'
import { productsChanged } from '../events/index.ts'
import { notFound } from '../kit/error.ts'
import { present } from '../kit/invariant.ts'
import { refuseKnownSku } from './create-product.ts'
import { ensureGroups } from './ensure-groups.ts'
import { groupsOf, type Product, type ProductChange } from './product.ts'
import { findProduct, lockProducts, saveProducts } from './products.store.ts'
import { isSame, merge } from './upsert-products.ts'

/** What is left out stays; null clears. The same change again changes nothing. */
export async function updateProduct(work: Work, idOrSku: string, change: ProductChange): Promise<Product> {
  const product = await findProduct(work, idOrSku)
  if (!product) throw notFound('product', idOrSku)
  const sku = change.sku ?? product.sku
  if (sku !== product.sku) await refuseKnownSku(work, sku)
  const [before] = await lockProducts(work, [product.sku])
  if (!before) throw notFound('product', idOrSku)
  const groupId = await ensureGroups(work, groupsOf(change))
  const after = merge({ ...change, sku, name: change.name ?? before.name }, before, groupId)
  if (isSame(before, after)) return product
  await saveProducts(work, [after])
  await productsChanged(work)
  return present(await findProduct(work, sku), 'a product that was written is there')
}
