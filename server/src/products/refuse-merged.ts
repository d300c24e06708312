import { AlreadyExists } from '../kit/error.ts'
import type { StoredProduct } from './product-rows.store.ts'

/** Whoever still tells of a product that was merged would tell of another than the one that its SKU leads to. */
export function refuseMerged(product: StoredProduct | undefined): void {
  if (!product?.leadsTo) return
  const { sku, leadsTo } = product
  const message = `sku "${sku}" leads to "${leadsTo}" since the two were merged`
  throw AlreadyExists({
    parameters: ['sku', sku],
    detail: `${message}; send that one.`,
    fields: [{ path: 'sku', code: 'taken', message }],
  })
}
