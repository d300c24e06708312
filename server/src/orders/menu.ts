import type { Work } from '../db/index.ts'
import { invalidField } from '../kit/error.ts'
import { present } from '../kit/invariant.ts'
import { display, money } from '../kit/money.ts'
import {
  isFor,
  isOffered,
  type OrderCatalogue,
  productsIn,
  readCatalogues,
} from '../order-catalogues/index.ts'
import { findNamed } from '../products/index.ts'
import type { Catalogue } from '../purchases/index.ts'
import type { DraftOrder } from './draft-order.ts'
import { linesOf, type OrderLine } from './order.ts'

/** AVAILABILITY: the shop offers the product no more; ORDER_CATALOGUE: it is in none from which may be ordered so, there and then. */
export type Unavailable = 'AVAILABILITY' | 'ORDER_CATALOGUE'

export interface MenuCheck {
  readonly invalid: readonly { readonly line: OrderLine; readonly reason: Unavailable }[]
  /** What such an order must come to. */
  readonly minimum: bigint | undefined
}

/** Whether what is ordered is offered. A place for which no catalogue is kept offers everything. */
export async function checkMenu(
  work: Work,
  draft: DraftOrder,
  { directory }: Pick<Catalogue, 'directory'>,
): Promise<MenuCheck> {
  const place = present(directory.organisations.get(draft.venue ?? draft.merchant), 'a place stays')
  const line = directory.lineOf(place)
  const { supplyMethod } = draft
  const at = draft.requestedAt ?? draft.submittedAt
  const kept = (await readCatalogues(work)).filter((each) => each.state === 'ACTIVE' && isFor(each, line))
  const open = kept.filter((each) => isOffered(each, { line, timeZone: place.timeZone, supplyMethod, at }))
  const isFree = kept.length === 0
  const offered = await productsOf(work, isFree ? [] : open)
  const gone = await inactiveAmong(work, draft)
  const invalid = linesOf(draft.items).flatMap((each) =>
    gone.has(each.sku) ? [{ line: each, reason: 'AVAILABILITY' as const }] : [],
  )
  const elsewhere = draft.items.flatMap((item) =>
    isFree || gone.has(item.sku) || offered.has(item.productId ?? '')
      ? []
      : [{ line: item, reason: 'ORDER_CATALOGUE' as const }],
  )
  return { invalid: [...invalid, ...elsewhere], minimum: minimumOf(draft, open, offered) }
}

/** In which catalogues products stand. */
type Offered = Awaited<ReturnType<typeof productsIn>>

function productsOf(work: Work, open: readonly OrderCatalogue[]): Promise<Offered> {
  return productsIn(
    work,
    open.map(({ id }) => id),
  )
}

async function inactiveAmong(work: Work, { items }: DraftOrder): Promise<ReadonlySet<string>> {
  const skus = [...new Set(linesOf(items).map(({ sku }) => sku))]
  const find = await findNamed(work, skus)
  return new Set(skus.filter((sku) => find(sku)?.isActive === false))
}

/** What the order must come to: each item asks for the least that one of its catalogues asks for. */
function minimumOf(
  { items }: DraftOrder,
  open: readonly OrderCatalogue[],
  offered: Offered,
): bigint | undefined {
  const minimums = new Map(open.map(({ id, minimum }) => [id, minimum ?? 0n]))
  const asked = items.map(({ productId }) => {
    const each = (offered.get(productId ?? '') ?? []).map((id) => minimums.get(id) ?? 0n)
    return each.reduce<bigint | undefined>((a, b) => (a !== undefined && a < b ? a : b), undefined) ?? 0n
  })
  const most = asked.reduce((a, b) => (a > b ? a : b), 0n)
  return most > 0n ? most : undefined
}

export function isTooSmall({ subTotal }: Pick<DraftOrder, 'subTotal'>, { minimum }: MenuCheck): boolean {
  return minimum !== undefined && subTotal < minimum
}

/** Refuses an order of a contact that asks for what is not offered. */
export async function requireOffered(work: Work, draft: DraftOrder, catalogue: Catalogue): Promise<void> {
  const check = await checkMenu(work, draft, catalogue)
  const [first] = check.invalid
  if (first) {
    const index = draft.items.findIndex(({ sku }) => sku === first.line.sku)
    throw invalidField(
      index < 0 ? 'items' : `items[${index}].id`,
      `"${first.line.name}"`,
      'it is not offered there for that way of supply at that time; GET order_catalogues tells what is',
    )
  }
  if (!isTooSmall(draft, check)) return
  const shown = (minor: bigint) => display(money(minor, draft.currency))
  throw invalidField(
    'items',
    `worth ${shown(draft.subTotal)}`,
    `an order of at least ${shown(check.minimum ?? 0n)} is needed there`,
  )
}
