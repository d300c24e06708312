import type { Work } from '../db/index.ts'
import { derivedId, idOf, type OrderCancellationReasonId, parseGuid } from '../kit/id.ts'
import { type CancellationReason, FIRST_REASONS, type ReasonState } from './cancellation-reason.ts'

/** Gives the reasons that a business begins with to one that never had any. */
export async function ensureReasons({ db, actor, at }: Work): Promise<void> {
  const any = await db
    .selectFrom('order_cancellation_reasons')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .limit(1)
    .executeTakeFirst()
  if (any) return
  const rows = FIRST_REASONS.map(({ code, name, isDefault }) => ({
    tenant: actor.tenant,
    id: derivedId<OrderCancellationReasonId>('order cancellation reason', String(actor.tenant), code),
    code,
    name,
    description: null,
    is_default: isDefault,
    state: 'ACTIVE' as const,
    created_at: at,
  }))
  // Two that are first at once give the same ids.
  await db
    .insertInto('order_cancellation_reasons')
    .values(rows)
    .onConflict((known) => known.columns(['tenant', 'id']).doNothing())
    .execute()
}

export interface ReasonFilter {
  readonly state: ReasonState
  /** Part of the code or name, in any case. */
  readonly search: string | undefined
}

interface PageWanted {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
}

/** One more than the page holds; the default first, then in the order in which they were entered. */
export async function pageOfReasons(
  work: Work,
  filter: ReasonFilter,
  { page, size, order }: PageWanted,
): Promise<readonly CancellationReason[]> {
  const direction = order === 'ASC' ? 'asc' : 'desc'
  const rows = await filtered(work, filter)
    .selectAll()
    .orderBy('is_default', 'desc')
    .orderBy('created_at', direction)
    .orderBy('code', direction)
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(reasonOfRow)
}

export async function countReasons(work: Work, filter: ReasonFilter): Promise<number> {
  const { total } = await filtered(work, filter)
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

function filtered(work: Work, { state, search }: ReasonFilter) {
  const part = `%${(search ?? '').replace(/[\\%_]/g, '\\$&')}%`
  return kept(work)
    .where('state', '=', state)
    .$if(search !== undefined, (q) =>
      q.where((r) => r.or([r('code', 'ilike', part), r('name', 'ilike', part)])),
    )
}

function kept({ db, actor }: Work) {
  return db
    .selectFrom('order_cancellation_reasons')
    .where('tenant', '=', actor.tenant)
    .where('deleted_at', 'is', null)
}

/** By id or code, among those that are not deleted. */
export async function findReason(work: Work, idOrCode: string): Promise<CancellationReason | undefined> {
  const id = parseGuid(idOrCode)
  const row = await kept(work)
    .selectAll()
    .where((r) => (id === undefined ? r('code', '=', idOrCode) : r('id', '=', id)))
    .executeTakeFirst()
  return row && reasonOfRow(row)
}

/** Whether it was there once. */
export async function isDeletedReason({ db, actor }: Work, name: string): Promise<boolean> {
  const id = parseGuid(name)
  if (id === undefined) return false
  const row = await db
    .selectFrom('order_cancellation_reasons')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** What reasons are called, deleted ones too. */
export async function namesOfReasons(
  { db, actor }: Work,
  ids: readonly OrderCancellationReasonId[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('order_cancellation_reasons')
    .select(['id', 'name'])
    .where('tenant', '=', actor.tenant)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** There is one default at most: another one ceases to be it. */
export async function saveReason({ db, actor }: Work, reason: CancellationReason): Promise<void> {
  const { id, code, name, description, isDefault, state, createdAt } = reason
  if (isDefault) {
    await db
      .updateTable('order_cancellation_reasons')
      .set({ is_default: false })
      .where('tenant', '=', actor.tenant)
      .where('is_default', '=', true)
      .where('id', '<>', id)
      .execute()
  }
  const changing = { code, name, description: description ?? null, is_default: isDefault, state }
  await db
    .insertInto('order_cancellation_reasons')
    .values({ tenant: actor.tenant, id, created_at: createdAt, ...changing })
    .onConflict((known) => known.columns(['tenant', 'id']).doUpdateSet(changing))
    .execute()
}

/** Its row stays: orders are told by it why they were cancelled. */
export async function markReasonDeleted(
  { db, actor, at }: Work,
  id: OrderCancellationReasonId,
): Promise<void> {
  await db
    .updateTable('order_cancellation_reasons')
    .set({ deleted_at: at, is_default: false })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAll>['execute']>>[number]

function selectAll(work: Work) {
  return kept(work).selectAll()
}

function reasonOfRow(row: Row): CancellationReason {
  return {
    id: idOf(row.id),
    code: row.code,
    name: row.name,
    description: row.description ?? undefined,
    isDefault: row.is_default,
    state: row.state,
    createdAt: row.created_at,
  }
}
