import type { Work } from '../db/index.ts'
import { alreadyExists } from '../kit/error.ts'
import { present } from '../kit/invariant.ts'
import { ensureGroups } from './ensure-groups.ts'
import { groupsOf, type NewProduct, type Product } from './product.ts'
import { findProduct, lockProducts, saveProducts } from './products.store.ts'
import { merge } from './upsert-products.ts'

export async function createProduct(work: Work, product: NewProduct): Promise<Product> {
  await refuseKnownSku(work, product.sku)
  const groupId = await ensureGroups(work, groupsOf(product))
  await saveProducts(work, [merge(product, undefined, groupId)])
  return present(await findProduct(work, product.sku), 'a product that was written is there')
}

export async function refuseKnownSku(work: Work, sku: string): Promise<void> {
  const [known] = await lockProducts(work, [sku])
  if (known) throw alreadyExists('sku', sku)
}
