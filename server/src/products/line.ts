/** A line as offers and pools see it: what was bought, named by the codes that both use, and what it cost. */
export interface BasketLine {
  readonly sku: string
  readonly family: string | null
  readonly brand: string | null
  readonly type: string | null
  /** In ten-thousandths. */
  readonly quantity: bigint
  /** Minor units, tax included. */
  readonly gross: bigint
  /** Minor units, before tax. */
  readonly net: bigint
}

export const PRODUCT_TARGETS = ['SKU', 'FAMILY', 'BRAND', 'TYPE'] as const

/** Names products: one SKU, or all of a family, brand or type, by the code that the front end uses. */
export interface ProductTarget {
  readonly type: (typeof PRODUCT_TARGETS)[number]
  readonly code: string
}

/** A test for lines that any of the targets names. */
export function matcherOf(targets: readonly ProductTarget[]): (line: BasketLine) => boolean {
  const codes = (type: ProductTarget['type']) =>
    new Set(targets.filter((t) => t.type === type).map(({ code }) => code))
  const skus = codes('SKU')
  const families = codes('FAMILY')
  const brands = codes('BRAND')
  const types = codes('TYPE')
  return ({ sku, family, brand, type }) =>
    skus.has(sku) ||
    (family !== null && families.has(family)) ||
    (brand !== null && brands.has(brand)) ||
    (type !== null && types.has(type))
}

/** The text under which an index keeps a target, and under which a line is looked up there. */
export function keyOfTarget({ type, code }: ProductTarget): string {
  return `${type}:${code}`
}

export function keysOfLine({ sku, family, brand, type }: BasketLine): string[] {
  const keys = [`SKU:${sku}`]
  if (family !== null) keys.push(`FAMILY:${family}`)
  if (brand !== null) keys.push(`BRAND:${brand}`)
  if (type !== null) keys.push(`TYPE:${type}`)
  return keys
}
