import { columnsOf, statement, type Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import {
  type ContactId,
  idOf,
  idsOfCode,
  type LotId,
  type OfferId,
  type OrganisationId,
  type PoolId,
  parseGuid,
  type RewardEventId,
  type WalletId,
} from '../kit/id.ts'
import type { Explanation } from '../purchases/index.ts'
import type { Decided } from './decide-event.ts'
import {
  type EventAward,
  type EventClassification,
  type EventKey,
  keyOf,
  type RewardEvent,
  type RewardOccasion,
} from './reward-event.ts'

/** How awards stand in the event's row: minor units as JSON numbers (15 digits at most, so exact), times in milliseconds. */
interface StoredOutcome {
  readonly awards: readonly {
    readonly offer: { readonly id: string; readonly name: string; readonly version: number }
    readonly amount: number
    readonly pool: { readonly id: string; readonly name: string }
    readonly lot: string
    readonly expires?: number | undefined
    readonly available: number
  }[]
  readonly classification?: EventClassification | undefined
  readonly judged_by: string
}

const COLUMNS = [
  'tenant',
  'id',
  'occasion',
  'contact_id',
  'wallet_id',
  'reference',
  'merchant_id',
  'venue_id',
  'amount',
  'currency',
  'award',
  'date',
  'created_at',
  'decided',
  'outcome',
  'explain',
] as const

const OWN_COLUMNS = COLUMNS.map((column) => `e.${column}`).join(', ')

interface Row {
  readonly tenant: Tenant
  readonly id: string
  readonly occasion: RewardOccasion
  readonly contact_id: string
  readonly wallet_id: string
  readonly reference: string
  readonly merchant_id: string
  readonly venue_id: string | null
  readonly amount: bigint | null
  readonly currency: string
  readonly award: bigint
  readonly date: Date
  readonly created_at: Date
  readonly decided: bigint
  readonly outcome: object
  readonly explain: object
}

const FIND = statement(
  'reward_events_find',
  `select ${OWN_COLUMNS}
     from unnest($1::int[], $2::text[], $3::uuid[], $4::text[]) as k(tenant, occasion, contact_id, reference)
     join reward_events e on e.tenant = k.tenant and e.occasion = k.occasion and e.contact_id = k.contact_id
                         and e.reference = k.reference`,
)

/** Those that are known already, by their keys. */
export async function findEvents(
  { sql, actor }: Work,
  keys: readonly EventKey[],
): Promise<ReadonlyMap<string, RewardEvent>> {
  const rows = await sql.run<Row>(
    FIND,
    columnsOf(
      keys,
      () => actor.tenant,
      ({ occasion }) => occasion,
      ({ contact }) => contact,
      ({ reference }) => reference,
    ),
  )
  return new Map(rows.map(eventOfRow).map((event) => [keyOf(event), event]))
}

export interface EventFilter {
  readonly contact?: ContactId | undefined
  readonly occasion?: RewardOccasion | undefined
  readonly reference?: string | undefined
}

/** One row more than the page holds, so that the page knows whether there is another. */
export async function pageOfEvents(
  work: Work,
  filter: EventFilter,
  { page, size, order }: { readonly page: number; readonly size: number; readonly order: 'ASC' | 'DESC' },
): Promise<RewardEvent[]> {
  const rows = await filtered(work, filter)
    .select(COLUMNS)
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(eventOfRow)
}

export async function countEvents(work: Work, filter: EventFilter): Promise<number> {
  const { total } = await filtered(work, filter)
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** By id or by code. */
export async function findEvent(work: Work, idOrCode: string): Promise<RewardEvent | undefined> {
  const id = parseGuid(idOrCode)
  const range = id === undefined ? idsOfCode(idOrCode) : { first: id, last: id }
  if (!range) return undefined
  const rows = await visible(work)
    .select(COLUMNS)
    .where('id', '>=', range.first)
    .where('id', '<=', range.last)
    .execute()
  const [row] = rows
  return row && eventOfRow(row)
}

/** Those that the caller may see: of its business and mode, and of its merchant or venue if the key is bound to one. */
function visible({ db, actor }: Work) {
  const { within } = actor
  return db
    .selectFrom('reward_events')
    .where('tenant', '=', actor.tenant)
    .$if(within !== undefined, (q) =>
      q.where((e) => e.or([e('merchant_id', '=', within ?? ''), e('venue_id', '=', within ?? '')])),
    )
}

function filtered(work: Work, { contact, occasion, reference }: EventFilter) {
  return visible(work)
    .$if(contact !== undefined, (q) => q.where('contact_id', '=', contact ?? ''))
    .$if(occasion !== undefined, (q) => q.where('occasion', '=', occasion ?? 'ACHIEVEMENT'))
    .$if(reference !== undefined, (q) => q.where('reference', '=', reference ?? ''))
}

export async function saveEvents({ db }: Work, decided: readonly Decided[]): Promise<void> {
  const fresh = decided.filter(({ isKnown }) => !isKnown).map(({ event }) => rowOf(event))
  if (fresh.length > 0) await db.insertInto('reward_events').values(fresh).execute()
  for (const { event, isKnown } of decided) {
    if (!isKnown) continue
    const { tenant, id, award, date, decided: at, outcome, explain } = rowOf(event)
    const row = { award, date, decided: at, outcome, explain }
    await db.updateTable('reward_events').set(row).where('tenant', '=', tenant).where('id', '=', id).execute()
  }
}

function rowOf(event: RewardEvent) {
  const outcome: StoredOutcome = {
    awards: event.awards.map(({ offer, amount, pool, lot, expiresAt, availableAt }) => ({
      offer,
      amount: Number(amount),
      pool,
      lot,
      expires: expiresAt?.getTime(),
      available: availableAt.getTime(),
    })),
    classification: event.classification,
    judged_by: event.judgedBy,
  }
  return {
    tenant: event.tenant,
    id: event.id,
    occasion: event.occasion,
    contact_id: event.contact,
    wallet_id: event.wallet,
    reference: event.reference,
    merchant_id: event.merchant,
    venue_id: event.venue ?? null,
    classification_id: event.classification?.id ?? null,
    amount: event.amount ?? null,
    currency: event.currency,
    award: event.award,
    date: event.date,
    created_at: event.createdAt,
    decided: event.decided,
    outcome: JSON.stringify(outcome),
    explain: JSON.stringify(event.explanation),
  }
}

function eventOfRow(row: Row): RewardEvent {
  const { awards, classification, judged_by } = row.outcome as StoredOutcome
  return {
    tenant: row.tenant,
    id: idOf<RewardEventId>(row.id),
    occasion: row.occasion,
    contact: idOf<ContactId>(row.contact_id),
    wallet: idOf<WalletId>(row.wallet_id),
    reference: row.reference,
    merchant: idOf<OrganisationId>(row.merchant_id),
    venue: row.venue_id === null ? undefined : idOf<OrganisationId>(row.venue_id),
    classification,
    amount: row.amount ?? undefined,
    currency: row.currency,
    award: row.award,
    awards: awards.map(
      ({ offer, amount, pool, lot, expires, available }): EventAward => ({
        offer: { ...offer, id: idOf<OfferId>(offer.id) },
        amount: BigInt(amount),
        pool: { id: idOf<PoolId>(pool.id), name: pool.name },
        lot: idOf<LotId>(lot),
        expiresAt: expires === undefined ? undefined : new Date(expires),
        availableAt: new Date(available),
      }),
    ),
    date: row.date,
    createdAt: row.created_at,
    decided: row.decided,
    judgedBy: judged_by,
    explanation: row.explain as Explanation,
  }
}
