import { z } from 'zod'
import {
  MAY_BE_UNSTORABLE,
  type RefusedRow,
  readRow,
  refusedRow,
  refuseUnstorable,
  storable,
  wire,
} from '../http/index.ts'
import { present } from '../kit/invariant.ts'
import { type NewGroup, type NewProduct, productRow, readProduct } from '../products/index.ts'
import type { DigestedRow } from './row-digest.ts'

const text = (most: number) => z.string().trim().min(1).max(most)

/** A family, brand or type as a row tells it. */
export const groupRow = z.strictObject({
  code: text(100),
  name: text(200)
    .optional()
    .meta({ description: 'Left out, it stays; a group that is new is then called by its code.' }),
  earns: wire.flag.optional().meta({
    description: 'false for tips, fees, gift cards and the like: none of its products earns.',
  }),
})

/** The lists of a call in the order in which they are applied: groups before the products that name them. */
export const LISTS = ['families', 'brands', 'types', 'products'] as const
export type List = (typeof LISTS)[number]

const KINDS = { families: 'FAMILY', brands: 'BRAND', types: 'TYPE' } as const

export const syncBody = z.strictObject({
  products: z.array(productRow).optional(),
  families: z.array(groupRow).optional(),
  brands: z.array(groupRow).optional(),
  types: z.array(groupRow).optional(),
})

/** Why a row was not applied, as clients are told. */
export interface Rejection extends RefusedRow {
  readonly index: number
  readonly sku: string | null
  /** As it was sent; null: it is none, too long, or cannot be kept. Left out by versions that did not keep it. */
  readonly row?: SentRow | null
}

type SentRow = Readonly<Record<string, unknown>>

export interface Readable<Row> {
  readonly row: Row
  readonly place: Place
}

/** Where a row stands, and what it calls itself. */
export interface Place {
  readonly list: List
  readonly index: number
  readonly sku: string | null
  readonly sent: unknown
}

/** The rows of a part that can be applied, and those that cannot. */
export interface ReadPart {
  readonly products: readonly Readable<NewProduct>[]
  readonly groups: readonly Readable<NewGroup>[]
  readonly rejections: readonly Rejection[]
  /** Rows that were not read, as their product says all that they say. */
  readonly repeated: number
}

/** Some rows of one list, and what is known of them before they are read. */
export interface UnreadPart {
  readonly list: List
  readonly first: number
  readonly rows: readonly unknown[]
  /** Whether some text in them may be one that cannot be stored. */
  readonly isSuspect: boolean
  /** By place. */
  readonly digests: ReadonlyMap<number, DigestedRow>
  /** SKUs of rows that say what their product says already. */
  readonly known: ReadonlySet<string>
}

/** Reads every row by itself: one that is wrong is told of, with all that is wrong with it, and leaves the others alone. */
export function readPart(
  { list, first, rows, isSuspect, digests, known }: UnreadPart,
  currency: string,
): ReadPart {
  let repeated = 0
  const products: Readable<NewProduct>[] = []
  const groups: Readable<NewGroup>[] = []
  const rejections: Rejection[] = []
  rows.forEach((row, offset) => {
    const digested = digests.get(offset)
    if (digested && known.has(digested.sku)) {
      repeated += 1
      return
    }
    const place = { list, index: first + offset, sku: list === 'products' ? skuOf(row) : null, sent: row }
    try {
      if (isSuspect) refuseUnstorable(row, `${list}[${place.index}]`)
      if (list === 'products') {
        const told = readRow(productRow, row, { ...place, body: syncBody })
        const product = readProduct(told, currency, `products[${place.index}].`)
        products.push({ row: { ...product, told: digested?.told }, place })
      } else {
        const told = readRow(groupRow, row, { ...place, body: syncBody })
        groups.push({ row: { kind: KINDS[list], ...told }, place })
      }
    } catch (error) {
      rejections.push(rejectionOf(place, error))
    }
  })
  return { products, groups, rejections, repeated }
}

export function rejectionOf({ index, sku, sent }: Place, error: unknown): Rejection {
  return { index, sku: sku && storable(sku), ...refusedRow(error), row: keptRow(sent) }
}

const MOST_TOLD = 100
const MOST_KEPT = 4_000

/** So that it can be put right by whoever has not got the file any more. */
function keptRow(sent: unknown): SentRow | null {
  if (!isRow(sent)) return null
  const text = JSON.stringify(sent)
  return text.length > MOST_KEPT || MAY_BE_UNSTORABLE.test(text) ? null : sent
}

function isRow(sent: unknown): sent is SentRow {
  return typeof sent === 'object' && sent !== null && !Array.isArray(sent)
}

function skuOf(row: unknown): string | null {
  const sku = typeof row === 'object' && row !== null && 'sku' in row ? row.sku : undefined
  return typeof sku === 'string' || typeof sku === 'number' ? String(sku).slice(0, MOST_TOLD) : null
}

export function listNamed(name: string): List {
  return present(
    LISTS.find((list) => list === name),
    'rows stand in a list of the call',
  )
}
