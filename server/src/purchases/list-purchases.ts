import type { Work } from '../db/index.ts'
import type { wire } from '../http/index.ts'
import { InvalidValue } from '../kit/error.ts'
import type { PageRequest } from '../kit/page.ts'
import type { Directory } from '../organisations/index.ts'
import { visiblePurchases } from './find-purchase.ts'
import type { Purchase } from './purchase.ts'
import { PURCHASE_COLUMNS, purchaseOfRow } from './purchases.store.ts'

export interface PurchaseFilter {
  readonly referenceNumber?: string | undefined
  readonly contact?: string | undefined
  readonly organisations?: readonly string[] | undefined
  readonly state?: 'POSTED' | 'CANCELLED' | undefined
  readonly date?: wire.TimeRange | undefined
}

export interface PurchasesPage {
  /** One more than the page holds where there are more. */
  readonly purchases: readonly Purchase[]
  readonly total: number | null
}

/** Purchases of the caller's scope, in the order they were submitted. */
export async function readPurchases(
  work: Work,
  filter: PurchaseFilter,
  { page, size, includeTotal, order }: PageRequest & { readonly order: 'asc' | 'desc' },
): Promise<PurchasesPage> {
  const query = narrowed(work, filter)
  const rows = await query
    .select(PURCHASE_COLUMNS)
    .orderBy('id', order)
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  const counted = includeTotal
    ? await query.select(({ fn }) => fn.countAll<bigint>().as('total')).executeTakeFirst()
    : undefined
  return { purchases: rows.map(purchaseOfRow), total: counted ? Number(counted.total) : null }
}

function narrowed(work: Work, { referenceNumber, contact, organisations, state, date }: PurchaseFilter) {
  let query = visiblePurchases(work)
  if (referenceNumber !== undefined) query = query.where('reference_number', '=', referenceNumber)
  if (contact !== undefined) query = query.where('contact_id', '=', contact)
  if (state !== undefined) query = query.where('state', '=', state)
  if (organisations !== undefined) {
    query = query.where((eb) =>
      eb.or([eb('merchant_id', 'in', organisations), eb('venue_id', 'in', organisations)]),
    )
  }
  if (date instanceof Date) query = query.where('date', '=', date)
  else if (date) {
    const { gt, gte, lt, lte } = date
    if (gt) query = query.where('date', '>', gt)
    if (gte) query = query.where('date', '>=', gte)
    if (lt) query = query.where('date', '<', lt)
    if (lte) query = query.where('date', '<=', lte)
  }
  return query
}

/** The ids behind a comma-separated filter of ids or codes. */
export function organisationIds(
  text: string | undefined,
  directory: Directory,
): readonly string[] | undefined {
  return text?.split(',').map((name) => {
    const organisation = directory.find(name.trim())
    if (organisation) return organisation.id
    throw InvalidValue({
      parameters: ['organisations', name],
      detail: `organisations names "${name}", which is not known`,
      fields: [
        {
          path: 'organisations',
          code: 'unknown_reference',
          message: `"${name}" is not a known organisation`,
        },
      ],
    })
  })
}
