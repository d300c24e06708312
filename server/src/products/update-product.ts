import type { Work } from '../db/index.ts'
import { productsChanged } from '../events/index.ts'
import { notFound } from '../kit/error.ts'
import { present } from '../kit/invariant.ts'
import { refuseKnownSku } from './create-product.ts'
import { openGroups } from './ensure-groups.ts'
import { noGlossary } from './glossary.ts'
import { isJudgedOtherwise, isSame, merge } from './merge-row.ts'
import { groupsOf, type Product, type ProductChange } from './product.ts'
import { changeProducts, lockProducts } from './product-rows.store.ts'
import { findProduct } from './products.store.ts'
import { refuseMerged } from './refuse-merged.ts'

/** What is left out stays; null clears. The same change again changes nothing. */
export async function updateProduct(work: Work, idOrSku: string, change: ProductChange): Promise<Product> {
  const product = await findProduct(work, idOrSku)
  if (!product) throw notFound('product', idOrSku)
  const sku = change.sku ?? product.sku
  if (sku !== product.sku) await refuseKnownSku(work, sku)
  const [before] = await lockProducts(work, [product.sku])
  if (!before) throw notFound('product', idOrSku)
  refuseMerged(before)
  const source = 'MANUAL' as const
  const groups = await openGroups(work, groupsOf(change), { source, glossary: noGlossary })
  const idOf = await groups.ensure(groupsOf(change))
  const after = merge({ ...change, sku }, before, { idOf, source })
  if (isSame(before, after)) return product
  await changeProducts(work, [after])
  if (isJudgedOtherwise(before, after)) await productsChanged(work)
  return present(await findProduct(work, sku), 'a product that was written is there')
}
