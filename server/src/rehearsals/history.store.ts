import type { Kysely } from 'kysely'
import type { Tables } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { type ClassificationId, type ContactId, idOf, type OrganisationId } from '../kit/id.ts'
import { type BoughtBefore, linesOfJson, type StoredLine, type StoredOutcome } from '../purchases/index.ts'
import type { PastReturn } from './replay-history.ts'

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

const PAGE = 500

/** A row of the history: only what judging it again needs, as there may be millions. */
export interface HistoryRow extends BoughtBefore {
  readonly id: string
  readonly decided: bigint
  readonly isPaidInFull: boolean
  readonly outcome: Pick<StoredOutcome, 'awards' | 'spends' | 'luck'>
}

/** Purchases of identified contacts in the order in which they were decided, a page at a time. */
export async function pageOfHistory(
  db: Kysely<Tables>,
  span: Span,
  after: Cursor | undefined,
): Promise<readonly HistoryRow[]> {
  const rows = await within(db, span)
    .select([
      'id',
      'decided',
      'contact_id',
      'merchant_id',
      'venue_id',
      'classification_id',
      'reduction_method',
    ])
    .select(['currency', 'total', 'discount', 'date', 'lines', 'outcome', 'details', 'claimed_at'])
    .$if(after !== undefined, (q) =>
      q.where((p) =>
        p.or([
          p('decided', '>', after?.decided ?? 0n),
          p.and([p('decided', '=', after?.decided ?? 0n), p('id', '>', after?.id ?? '')]),
        ]),
      ),
    )
    .$if(after !== undefined, (q) => q.where('decided', '>=', after?.decided ?? 0n))
    .orderBy('decided')
    .orderBy('id')
    .limit(PAGE)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    decided: row.decided,
    isPaidInFull: row.reduction_method === 'BACK_END',
    contact: row.contact_id === null ? undefined : idOf<ContactId>(row.contact_id),
    merchant: idOf<OrganisationId>(row.merchant_id),
    venue: row.venue_id === null ? undefined : idOf<OrganisationId>(row.venue_id),
    classification:
      row.classification_id === null ? undefined : idOf<ClassificationId>(row.classification_id),
    currency: row.currency,
    total: row.total,
    discount: row.discount ?? undefined,
    date: row.date,
    lines: linesOfJson(row.lines as readonly StoredLine[]),
    outcome: row.outcome as StoredOutcome,
    details: (row.details as BoughtBefore['details'] | null) ?? undefined,
    claimedAt: row.claimed_at ?? undefined,
  }))
}

export async function countHistory(db: Kysely<Tables>, span: Span): Promise<number> {
  const { total } = await within(db, span)
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

function within(db: Kysely<Tables>, { tenant, from, to }: Span) {
  return db
    .selectFrom('purchases')
    .where('tenant', '=', tenant)
    .where('contact_id', 'is not', null)
    .$if(from !== undefined, (q) => q.where('date', '>=', from ?? null))
    .$if(to !== undefined, (q) => q.where('date', '<', to ?? null))
}

/** All that came back, in the order in which it was decided: voids, and parts of purchases. */
export async function readReturns(db: Kysely<Tables>, tenant: Tenant): Promise<readonly PastReturn[]> {
  const voids = await db
    .selectFrom('purchases')
    .select(['id', 'undone'])
    .where('tenant', '=', tenant)
    .where('undone', 'is not', null)
    .execute()
  const returns = await db
    .selectFrom('returns')
    .select(['decided', 'parts'])
    .where('tenant', '=', tenant)
    .execute()
  const ofVoids = voids.map(({ id, undone }): PastReturn => {
    return { purchase: id, decided: undone ?? 0n, isVoid: true, goods: 0n }
  })
  const ofReturns = returns.flatMap(({ decided, parts }) =>
    (parts as readonly { readonly purchase: string; readonly amount: number }[]).map(
      ({ purchase, amount }): PastReturn => ({ purchase, decided, isVoid: false, goods: BigInt(amount) }),
    ),
  )
  return [...ofVoids, ...ofReturns].sort((a, b) =>
    a.decided < b.decided ? -1 : a.decided > b.decided ? 1 : 0,
  )
}
