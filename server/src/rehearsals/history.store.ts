import { type Kysely, sql } from 'kysely'
import type { Tables } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { present } from '../kit/invariant.ts'

export interface Span {
  readonly tenant: Tenant
  /** By the time of the purchase; from is inside, to is outside. */
  readonly from: Date | undefined
  readonly to: Date | undefined
}

/** After this purchase in the order of decisions; undefined: from the first. */
export interface Cursor {
  readonly decided: bigint
  readonly id: string
}

export const PAGE = 1_000

/** Which purchases: those after one, up to one that is inside, no more than so many. */
export interface Bounds {
  readonly after: Cursor | undefined
  readonly until?: Cursor
  readonly most?: number
}

/** A row of the history: only what judging it again needs, as there may be millions. */
export interface HistoryRow {
  readonly id: string
  readonly decided: bigint
  readonly contact_id: string | null
  readonly merchant_id: string
  readonly venue_id: string | null
  readonly classification_id: string | null
  readonly reduction_method: string
  readonly currency: string
  readonly total: bigint
  readonly discount: bigint | null
  readonly date: Date
  readonly claimed_at: Date | null
  /** Documents as their texts. */
  readonly lines: string
  readonly outcome: string
  readonly details: string | null
}

/**
 * Purchases of identified contacts in the order in which they were decided, a page at a time. Wants a connection that gives
 * documents as their texts.
 */
export async function pageOfHistory(
  db: Kysely<Tables>,
  span: Span,
  { after, until, most }: Bounds,
): Promise<readonly HistoryRow[]> {
  return within(db, span)
    .select(['id', 'decided', 'contact_id', 'merchant_id', 'venue_id', 'classification_id'])
    .select(['reduction_method', 'currency', 'total', 'discount', 'date', 'claimed_at'])
    .select(['lines', 'outcome', 'details'])
    .$if(after !== undefined, (q) =>
      q.where(({ refTuple, tuple }) => {
        const { decided, id } = present(after, 'asked for after a purchase')
        return sql<boolean>`${refTuple('decided', 'id')} > ${tuple(decided, id)}`
      }),
    )
    .$if(until !== undefined, (q) =>
      q.where(({ refTuple, tuple }) => {
        const { decided, id } = present(until, 'asked for up to a purchase')
        return sql<boolean>`${refTuple('decided', 'id')} <= ${tuple(decided, id)}`
      }),
    )
    .orderBy('decided')
    .orderBy('id')
    .$if(most !== undefined, (q) => q.limit(present(most, 'asked for so many')))
    .$castTo<HistoryRow>()
    .execute()
}

interface Explained {
  readonly 'QUERY PLAN': readonly { readonly Plan: { readonly 'Plan Rows': number } }[]
}

/** About how many there are, as PostgreSQL reckons: to count millions would take as long as reading them. */
export async function sizeOfHistory(db: Kysely<Tables>, span: Span): Promise<number> {
  const [explained] = await within(db, span).select('id').explain<Explained>('json')
  return explained?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0
}

function within(db: Kysely<Tables>, { tenant, from, to }: Span) {
  return db
    .selectFrom('purchases')
    .where('tenant', '=', tenant)
    .where('contact_id', 'is not', null)
    .$if(from !== undefined, (q) => q.where('date', '>=', from ?? null))
    .$if(to !== undefined, (q) => q.where('date', '<', to ?? null))
}
