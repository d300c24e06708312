import type { SentWithin } from '../http/index.ts'
import { type Codes, isShown, type Json, type Shown } from './document.ts'

/** What is particular about a kind: within what its codes are told apart, and how requests name and write one. */
export interface Part {
  /** Code of the record, or the word, within which its own code is told apart. */
  readonly of?: (record: Shown) => string
  /** The kind whose records are asked, one after another, for those that are within them. */
  readonly within?: 'ORDER_CATALOGUE'
  /** Left to where it comes from. */
  readonly isLeftOut?: (record: Shown) => boolean
  /** As requests write what answers tell. */
  readonly written?: (record: Shown, codes: Codes) => Shown
  readonly create?: (of: string) => SentWithin
  readonly update?: (of: string, code: string) => SentWithin
}

/** Where a record was asked for within another, that one's code stands here. */
export const WITHIN = 'within'

export const PARTS = {
  PRODUCT_GROUP: {
    of: ({ kind }) => String(kind),
    // What a till has told of, and nobody else, happened there.
    isLeftOut: ({ source }) => source === 'PURCHASE',
    create: (of) => ({ body: { kind: of } }),
    update: (of, code) => ({ params: { id: code }, query: { kind: of } }),
  },
  ORDER_CATALOGUE: {
    written: (record, codes) => ({
      ...record,
      creatives: pictures(record.creatives),
      organisations: listOf(record.organisations).map((each) => codeOf(each, codes)),
    }),
  },
  ORDER_CATEGORY: {
    within: 'ORDER_CATALOGUE',
    of: (record) => String(record[WITHIN]),
    written: (record, codes) => ({
      ...record,
      creatives: pictures(record.creatives),
      parent_id: isShown(record.parent) ? codeOf(record.parent, codes) : null,
      products: listOf(record.products).map(({ product, priority = 0 }) => ({
        sku: isShown(product) ? (product.sku ?? '') : '',
        priority,
      })),
    }),
    create: (of) => ({ params: { id: of } }),
    update: (of, code) => ({ params: { id: of, category_id: code } }),
  },
} as const satisfies Readonly<Record<string, Part>>

function listOf(value: Json | undefined): readonly Shown[] {
  return Array.isArray(value) ? value.filter(isShown) : []
}

function codeOf({ id }: Shown, codes: Codes): string {
  return codes.get(String(id)) ?? String(id)
}

/** Without what is made of the address and of the place in the list. */
function pictures(creatives: Json | undefined): Json {
  return listOf(creatives).map(({ id: _, sort_order: __, ...picture }) =>
    Object.fromEntries(Object.entries(picture).filter(([, value]) => value !== null)),
  )
}
