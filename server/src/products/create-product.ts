import type { Work } from '../db/index.ts'
import { alreadyExists } from '../kit/error.ts'
import { present } from '../kit/invariant.ts'
import type { NewProduct, Product } from './product.ts'
import { findProduct, lockProducts } from './products.store.ts'
import { upsertProducts } from './upsert-products.ts'

export async function createProduct(work: Work, product: NewProduct): Promise<Product> {
  await refuseKnownSku(work, product.sku)
  await upsertProducts(work, [product])
  return present(await findProduct(work, product.sku), 'a product that was written is there')
}

export async function refuseKnownSku(work: Work, sku: string): Promise<void> {
  const [known] = await lockProducts(work, [sku])
  if (known) throw alreadyExists('sku', sku)
}
