import { z } from 'zod'
import { MAY_BE_UNSTORABLE, refuseUnstorable, replies, wire } from '../http/index.ts'
import { Refusal } from '../kit/error.ts'
import { present } from '../kit/invariant.ts'
import { type NewGroup, type NewProduct, productRow, readProduct } from '../products/index.ts'

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
export interface Rejection {
  readonly index: number
  readonly sku: string | null
  readonly error: string
  readonly message: string
  readonly parameters: readonly string[]
}

export interface Readable<Row> {
  readonly row: Row
  readonly place: Place
}

/** Where a row stands, and what it calls itself. */
export interface Place {
  readonly list: List
  readonly index: number
  readonly sku: string | null
}

/** The rows of a part that can be applied, and those that cannot. */
export interface ReadPart {
  readonly products: readonly Readable<NewProduct>[]
  readonly groups: readonly Readable<NewGroup>[]
  readonly rejections: readonly Rejection[]
}

/** Reads every row by itself: one that is wrong is told of, with all that is wrong with it, and leaves the others alone. */
export function readPart(
  { list, first, rows }: { readonly list: List; readonly first: number; readonly rows: string },
  currency: string,
): ReadPart {
  const raw: unknown = JSON.parse(rows)
  const isSuspect = MAY_BE_UNSTORABLE.test(rows)
  const products: Readable<NewProduct>[] = []
  const groups: Readable<NewGroup>[] = []
  const rejections: Rejection[] = []
  const each = Array.isArray(raw) ? raw : []
  each.forEach((row: unknown, offset) => {
    const place = { list, index: first + offset, sku: list === 'products' ? skuOf(row) : null }
    try {
      if (isSuspect) refuseUnstorable(row, `${list}[${place.index}]`)
      if (list === 'products') {
        const told = checked(productRow, row, place)
        products.push({ row: readProduct(told, currency, `products[${place.index}].`), place })
      } else groups.push({ row: { kind: KINDS[list], ...checked(groupRow, row, place) }, place })
    } catch (error) {
      rejections.push(rejectionOf(place, error))
    }
  })
  return { products, groups, rejections }
}

/** Throws what is not a refusal, which would be our mistake and not the row's. */
export function rejectionOf({ index, sku }: Place, error: unknown): Rejection {
  if (!(error instanceof Refusal)) throw error
  const { kind, facts, message } = error
  const parameters = (facts.parameters ?? []).map(storable)
  return { index, sku: sku && storable(sku), error: kind.error, message: storable(message), parameters }
}

/** What was sent may be told in part only, and end within a character. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

const MOST_TOLD = 100

function skuOf(row: unknown): string | null {
  const sku = typeof row === 'object' && row !== null && 'sku' in row ? row.sku : undefined
  return typeof sku === 'string' || typeof sku === 'number' ? String(sku).slice(0, MOST_TOLD) : null
}

function checked<Schema extends z.ZodType>(
  schema: Schema,
  row: unknown,
  { list, index }: Place,
): z.output<Schema> {
  const read = schema.safeParse(row)
  if (read.success) return read.data
  // As if the whole body had been checked, so that the paths and the names that are known are those of the body.
  const issues = read.error.issues.map((issue) => ({ ...issue, path: [list, index, ...issue.path] }))
  throw replies.refusalOfIssues(syncBody, issues, { [list]: { [index]: row } })
}

export function listNamed(name: string): List {
  return present(
    LISTS.find((list) => list === name),
    'rows stand in a list of the call',
  )
}
