import { tableToFix } from '../table/write-table.ts'
import { PRODUCT_FIELDS } from './product-fields.ts'

export interface RefusedProduct {
  readonly index: number
  readonly sku: string | null
  /** As it was sent; null: nobody knows any more. */
  readonly row: Readonly<Record<string, unknown>> | null
  readonly message: string
}

/** Products that were refused as a file that is imported as it is: its columns are known by the names of the API. */
export function productsToFix(refused: readonly RefusedProduct[], reasonFor: (message: string) => string) {
  const rows = refused.map(({ row, sku }) => cellsOf(row ?? (sku === null ? {} : { sku })))
  const known = PRODUCT_FIELDS.map(({ name }) => name)
  const named = new Set(['sku', ...rows.flatMap((cells) => [...cells.keys()])])
  const headings = [
    ...known.filter((name) => named.has(name)),
    ...[...named].filter((name) => !known.includes(name)),
  ]
  const lines = refused.map(({ index, message }, at) => ({
    line: { number: index + 1, cells: headings.map((name) => rows[at]?.get(name) ?? '') },
    error: reasonFor(message),
  }))
  return tableToFix({ delimiter: ',', headings, lines: [] }, lines)
}

function cellsOf(row: object): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(row).flatMap(([name, value]): readonly (readonly [string, string])[] => {
      if (typeof value !== 'object' || value === null) return [[name, textOf(value)]]
      if (Array.isArray(value)) return [[name, value.map(nameOf).join('|')]]
      return Object.entries(value).map(([inner, each]) => [`${name}.${inner}`, textOf(each)] as const)
    }),
  )
}

/** Several of them stand in one cell by their names, as a file has them. */
function nameOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'name' in value ? textOf(value.name) : textOf(value)
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
