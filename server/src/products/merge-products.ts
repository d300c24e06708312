import type { Work } from '../db/index.ts'
import { productsChanged } from '../events/index.ts'
import { InvalidState, invalidField, notFound } from '../kit/error.ts'
import type { ProductId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { leadTo, lockMerging, type Merging } from './merging.store.ts'
import type { Product } from './product.ts'
import { findProduct } from './products.store.ts'

/** Domains further right put the product that is left where they name the one that was merged. */
export type WasMerged = (work: Work, from: ProductId, into: ProductId) => Promise<void>

export interface Merge {
  readonly id: string
  readonly into: string
}

/**
 * What tills call one thing turns out to be another: its SKU leads there from the next purchase on. Its own row stays, so that what is
 * past reads as it did. The same again is the same answer.
 */
export async function mergeProducts(work: Work, { id, into }: Merge, wasMerged: WasMerged): Promise<Product> {
  const { from, target } = await lockMerging(work, id, into)
  if (!from) throw notFound('product', id)
  if (!target) throw notFound('product', into)
  if (from.mergedInto === null) {
    refuseWrong(from, target, into)
    await leadTo(work, from.id, target.id)
    await wasMerged(work, from.id, target.id)
    await productsChanged(work)
  } else if (from.mergedInto !== target.id) {
    throw wrong(from, `"${from.sku}" leads to another product since they were merged`)
  }
  return present(await findProduct(work, target.id), 'a product that is locked is there')
}

function refuseWrong(from: Merging, target: Merging, into: string): void {
  if (from.id === target.id) throw invalidField('into', into, 'another product is needed')
  if (from.source !== 'PURCHASE') {
    throw wrong(from, `"${from.sku}" is ${from.source}; only a product that a till taught can be merged`)
  }
  if (target.source === 'PURCHASE') {
    throw wrong(target, `"${target.sku}" was taught by a till itself; enter it first, or name another`)
  }
}

function wrong({ sku, source }: Merging, why: string): Error {
  return InvalidState({ parameters: ['product', sku, source], detail: `${why}.` })
}
