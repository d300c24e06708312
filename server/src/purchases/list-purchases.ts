import type { Work } from '../db/index.ts'
import type { wire } from '../http/index.ts'
import { InvalidValue, notFound } from '../kit/error.ts'
import type { PageRequest } from '../kit/page.ts'
import { findOffer } from '../offers/index.ts'
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
  readonly reduction?: Purchase['reductionMethod'] | undefined
  readonly hasSpend?: boolean | undefined
  /** That awarded it. */
  readonly offer?: string | undefined
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

function narrowed(work: Work, filter: PurchaseFilter) {
  const { referenceNumber, contact, organisations, state, date } = filter
  let query = rewardedSo(work, visiblePurchases(work), filter)
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

/** An award is a lot of the offer, made in the journal of its purchase. */
function rewardedSo(
  { actor: { tenant } }: Work,
  all: ReturnType<typeof visiblePurchases>,
  { reduction, hasSpend, offer }: PurchaseFilter,
) {
  let query = all
  if (reduction !== undefined) query = query.where('reduction_method', '=', reduction)
  if (hasSpend !== undefined) query = query.where('spend', hasSpend ? '>' : '=', 0n)
  if (offer === undefined) return query
  return query.where('purchases.id', 'in', (eb) =>
    eb.selectFrom('lots').select('journal_id').where('tenant', '=', tenant).where('offer_id', '=', offer),
  )
}

export async function offerNamed(work: Work, name: string | undefined): Promise<string | undefined> {
  if (name === undefined) return undefined
  const offer = await findOffer(work, name)
  if (!offer) throw notFound('reward_offer', name)
  return offer.id
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
