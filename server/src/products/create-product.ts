import type { Work } from '../db/index.ts'
import { alreadyExists, Refusal } from '../kit/error.ts'
import { present } from '../kit/invariant.ts'
import { noGlossary } from './glossary.ts'
import type { NewProduct, Product } from './product.ts'
import { lockProducts } from './product-rows.store.ts'
import { findProduct } from './products.store.ts'
import { applyProducts } from './upsert-products.ts'

export async function createProduct(work: Work, product: NewProduct): Promise<Product> {
  const [outcome] = await applyProducts(work, [product], { source: 'MANUAL', glossary: noGlossary })
  if (outcome instanceof Refusal) throw outcome
  if (outcome !== 'CREATED') throw alreadyExists('sku', product.sku)
  return present(await findProduct(work, product.sku), 'a product that was written is there')
}

export async function refuseKnownSku(work: Work, sku: string): Promise<void> {
  const [known] = await lockProducts(work, [sku])
  if (known) throw alreadyExists('sku', sku)
}
