import type { NewProduct } from '../../server/src/products/index.ts'
import { readTable } from './table.ts'

export interface RealProduct {
  readonly department: string
  readonly category: string
  readonly type: string
  readonly size: string
  readonly manufacturer: string
  readonly brand: string
}

/** Products by their number. */
export type Shelf = ReadonlyMap<string, RealProduct>

export function readShelf(folder: string): Shelf {
  return new Map(
    readTable(folder, 'products.csv.gz').map((row) => [
      row('product_id'),
      {
        department: row('department'),
        category: row('product_category'),
        type: row('product_type'),
        size: row('package_size'),
        manufacturer: row('manufacturer_id'),
        brand: row('brand'),
      },
    ]),
  )
}

/** With the same codes as the demo: departments are types, categories families, manufacturers brands. */
export function productOf(sku: string, product: RealProduct): NewProduct {
  const { department, category, type, size, manufacturer, brand } = product
  const family = category || 'UNCLASSIFIED'
  const isOf = department || 'UNCLASSIFIED'
  return {
    sku,
    name: [type || `Product ${sku}`, ...(size ? [size.replace(/\s+/g, ' ').trim()] : [])].join(', '),
    family: { code: codeOf(family), name: family },
    type: { code: isOf, name: isOf },
    brand: manufacturer
      ? { code: `M${manufacturer}`, name: `Manufacturer ${manufacturer} (${brand.toLowerCase()})` }
      : { code: 'UNKNOWN', name: 'Unknown manufacturer' },
  }
}

export function codeOf(category: string): string {
  return category.replace(/[^A-Z0-9]+/g, '-').replace(/^-|-$/g, '')
}
