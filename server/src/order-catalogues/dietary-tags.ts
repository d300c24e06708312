import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { findProduct } from '../products/index.ts'
import type { DietaryTag, DietaryTagsReply } from './dietary-tags.api.ts'
import { readDietaryTags, saveDietaryTags } from './dietary-tags.store.ts'

export async function getDietaryTags(work: Work, idOrSku: string): Promise<DietaryTagsReply> {
  const product = await productNamed(work, idOrSku)
  const tags = await readDietaryTags(work, [product.id])
  return { product, dietary_tags: tags.get(product.id) ?? [] }
}

/** All of them as they are from now on; the same again changes nothing. */
export async function putDietaryTags(
  work: Work,
  idOrSku: string,
  tags: readonly DietaryTag[],
): Promise<DietaryTagsReply> {
  const product = await productNamed(work, idOrSku)
  await saveDietaryTags(work, product.id, tags)
  return getDietaryTags(work, product.id)
}

async function productNamed(work: Work, idOrSku: string) {
  const product = await findProduct(work, idOrSku)
  if (!product) throw notFound('product', idOrSku)
  const { id, sku, name } = product
  return { id, sku, name }
}
