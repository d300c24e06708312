import { hash } from 'node:crypto'

// What reading makes of a row is told by it too: another number where that changes.
const READING = 1
const KEPT = 24
const GROUPS = ['family', 'brand', 'type'] as const

/** A row of a product, and a digest of all that it says. */
export interface DigestedRow {
  readonly sku: string
  readonly told: string
}

/**
 * The digest of a row that comes to the same whenever it is told again. A row that names a group by its name alone does not: the
 * name may have been given to another group since. Prices without a currency are of the business's.
 */
export function digestOfRow(row: unknown, currency: string): DigestedRow | undefined {
  if (typeof row !== 'object' || row === null || !('sku' in row) || typeof row.sku !== 'string')
    return undefined
  if (!GROUPS.every((group) => isNone(Reflect.get(row, group)) || hasCode(Reflect.get(row, group))))
    return undefined
  const told = hash('sha256', JSON.stringify([READING, currency, row]), 'base64url').slice(0, KEPT)
  return { sku: row.sku, told }
}

function isNone(group: unknown): boolean {
  return group === undefined || group === null
}

function hasCode(group: unknown): boolean {
  return typeof group === 'object' && group !== null && 'code' in group && typeof group.code === 'string'
}

/** The digests of rows by their place; none of a SKU that comes twice, whose rows are applied one after the other. */
export function digestsOfRows(rows: readonly unknown[], currency: string): ReadonlyMap<number, DigestedRow> {
  const digests = new Map<number, DigestedRow>()
  const places = new Map<string, number>()
  rows.forEach((row, place) => {
    const digested = digestOfRow(row, currency)
    const sku = skuOf(row)
    if (sku === undefined) return
    const before = places.get(sku)
    places.set(sku, place)
    if (before !== undefined) digests.delete(before)
    else if (digested) digests.set(place, digested)
  })
  return digests
}

/** As reading trims it. */
function skuOf(row: unknown): string | undefined {
  const sku = typeof row === 'object' && row !== null && 'sku' in row ? row.sku : undefined
  return typeof sku === 'string' ? sku.trim() : undefined
}
