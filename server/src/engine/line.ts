import { z } from 'zod'
import { PLAIN, targetsIn } from './words/voice.ts'

/** A line as offers and pools see it: what was bought, named by the codes that both use, and what it cost. */
export interface BasketLine {
  readonly sku: string
  /** The SKU of the product that this one was merged into: whatever names either means the line. Else left out. */
  readonly leadsTo?: string
  readonly family: string | null
  readonly brand: string | null
  readonly type: string | null
  /** In ten-thousandths. */
  readonly quantity: bigint
  /** Minor units, tax included. */
  readonly gross: bigint
  /** Minor units, before tax. */
  readonly net: bigint
  /** false for tips, fees, gift cards and whatever else the business marked as not earning; else left out. */
  readonly earns?: boolean
}

export const PRODUCT_TARGETS = ['SKU', 'FAMILY', 'BRAND', 'TYPE'] as const

/** Names products: one SKU, or all of a family, brand or type, by the code that the front end uses. */
export interface ProductTarget {
  readonly type: (typeof PRODUCT_TARGETS)[number]
  readonly code: string
}

/** A target as terms keep it. */
export const storedTarget = z.strictObject({
  type: z.enum(PRODUCT_TARGETS),
  code: z.string().min(1).max(100),
})

/** A target as clients write it. */
export const productTarget = z.strictObject({
  type: z
    .enum([...PRODUCT_TARGETS, 'PRODUCT'])
    .transform((type) => (type === 'PRODUCT' ? 'SKU' : type))
    .meta({ description: 'PRODUCT is another word for SKU.' }),
  code: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .meta({ description: 'The SKU, or the code of the family, brand or type.' }),
})

/** "family dairy, brand alp or 2 more": the targets as reasons name them. */
export function saysTargets(targets: readonly ProductTarget[]): string {
  return targetsIn(PLAIN, targets)
}

/** A test for lines that any of the targets names; looks only at the kinds of target that there are. */
export function matcherOf(targets: readonly ProductTarget[]): (line: BasketLine) => boolean {
  const tests = PRODUCT_TARGETS.flatMap((type) => {
    const codes = new Set(targets.filter((target) => target.type === type).map(({ code }) => code))
    return codes.size === 0 ? [] : [testOf(type, codes)]
  })
  const [only, ...others] = tests
  if (!only) return () => false
  return others.length === 0 ? only : (line) => tests.some((holds) => holds(line))
}

function testOf(type: ProductTarget['type'], codes: ReadonlySet<string>): (line: BasketLine) => boolean {
  switch (type) {
    case 'SKU':
      return ({ sku, leadsTo }) => codes.has(sku) || (leadsTo !== undefined && codes.has(leadsTo))
    case 'FAMILY':
      return ({ family }) => family !== null && codes.has(family)
    case 'BRAND':
      return ({ brand }) => brand !== null && codes.has(brand)
    case 'TYPE':
      return ({ type: own }) => own !== null && codes.has(own)
  }
}

/** The text under which an index keeps a target, and under which a line is looked up there. */
export function keyOfTarget({ type, code }: ProductTarget): string {
  return `${type}:${code}`
}

export function keysOfLine({ sku, leadsTo, family, brand, type }: BasketLine): string[] {
  const keys = [`SKU:${sku}`]
  if (leadsTo !== undefined) keys.push(`SKU:${leadsTo}`)
  if (family !== null) keys.push(`FAMILY:${family}`)
  if (brand !== null) keys.push(`BRAND:${brand}`)
  if (type !== null) keys.push(`TYPE:${type}`)
  return keys
}
