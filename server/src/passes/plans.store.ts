import { type Kysely, sql } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { idOf, type PassPlanId, type PoolId, parseGuid } from '../kit/id.ts'
import { type Classification, type PassPlan, type PlanState, passPlan, planTerms } from './pass-plan.ts'

export interface StoredPlan extends PassPlan {
  readonly createdAt: Date
}

/** All plans of a business, for what processes keep in memory. */
export async function readPassPlans(
  db: Kysely<Tables>,
  tenant: Tenant,
): Promise<ReadonlyMap<PassPlanId, StoredPlan>> {
  const rows = await selectPlans(db, tenant).orderBy('id').execute()
  return new Map(rows.map(planOfRow).map((plan) => [plan.id, plan]))
}

export async function findPlan({ db, actor }: Work, idOrCode: string): Promise<StoredPlan | undefined> {
  const id = parseGuid(idOrCode)
  const rows = await selectPlans(db, actor.tenant)
    .where((p) => p.or([p.eb('code', '=', idOrCode), ...(id === undefined ? [] : [p.eb('id', '=', id)])]))
    .execute()
  const row = rows.find((each) => each.id === id) ?? rows[0]
  return row && planOfRow(row)
}

/** Whether a plan, or a pass that was made of one, puts its money into the pool. */
export async function isNamedInPasses({ db, actor }: Work, pool: PoolId): Promise<boolean> {
  const plan = await db
    .selectFrom('pass_plans')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('deleted_at', 'is', null)
    .where(sql<string>`terms ->> 'pool'`, '=', pool)
    .limit(1)
    .executeTakeFirst()
  if (plan) return true
  const pass = await db
    .selectFrom('passes')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('pool_id', '=', pool)
    .limit(1)
    .executeTakeFirst()
  return pass !== undefined
}

/** Holds the plan until the end of the work: nobody changes it, and nobody makes passes of it meanwhile. */
export async function lockPlan(work: Work, idOrCode: string): Promise<StoredPlan | undefined> {
  const found = await findPlan(work, idOrCode)
  if (!found) return undefined
  await heldRow(work, found.id).forUpdate().execute()
  return findPlan(work, found.id)
}

/** Holds it against changes only: several may make passes of it at once. */
export async function sharePlan(work: Work, idOrCode: string): Promise<StoredPlan | undefined> {
  const found = await findPlan(work, idOrCode)
  if (!found) return undefined
  await heldRow(work, found.id).forShare().execute()
  return findPlan(work, found.id)
}

function heldRow({ db, actor }: Work, id: PassPlanId) {
  return db.selectFrom('pass_plans').select('id').where('tenant', '=', actor.tenant).where('id', '=', id)
}

export interface PlanFilter {
  readonly code?: string | undefined
  readonly state?: PlanState | undefined
  readonly classification?: Classification | undefined
  /** Part of the code or the name, in any case. */
  readonly search?: string | undefined
}

export async function pageOfPlans(
  { db, actor }: Work,
  filter: PlanFilter,
  { page, size, order }: { readonly page: number; readonly size: number; readonly order: 'ASC' | 'DESC' },
): Promise<StoredPlan[]> {
  const rows = await filtered(selectPlans(db, actor.tenant), filter)
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(planOfRow)
}

export async function countPlans({ db, actor }: Work, filter: PlanFilter): Promise<number> {
  const { total } = await filtered(selectPlans(db, actor.tenant), filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

function selectPlans(db: Kysely<Tables>, tenant: Tenant) {
  return db
    .selectFrom('pass_plans')
    .select(['id', 'code', 'name', 'classification', 'state', 'terms', 'created_at'])
    .where('tenant', '=', tenant)
    .where('deleted_at', 'is', null)
}

function filtered(
  query: ReturnType<typeof selectPlans>,
  { code, state, classification, search }: PlanFilter,
) {
  const part = `%${search?.replace(/[\\%_]/g, '\\$&')}%`
  return query
    .$if(code !== undefined, (q) => q.where('code', '=', code ?? ''))
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'ACTIVE'))
    .$if(classification !== undefined, (q) => q.where('classification', '=', classification ?? 'PROMOTION'))
    .$if(search !== undefined, (q) =>
      q.where((p) => p.or([p.eb('code', 'ilike', part), p.eb('name', 'ilike', part)])),
    )
}

export async function insertPlan({ db, actor }: Work, plan: StoredPlan): Promise<void> {
  const { id, createdAt } = plan
  await db
    .insertInto('pass_plans')
    .values({ tenant: actor.tenant, id, created_at: createdAt, deleted_at: null, ...columns(plan) })
    .execute()
}

export async function savePlan({ db, actor }: Work, plan: PassPlan): Promise<void> {
  await db
    .updateTable('pass_plans')
    .set(columns(plan))
    .where('tenant', '=', actor.tenant)
    .where('id', '=', plan.id)
    .execute()
}

function columns({ code, name, classification, state, terms }: PassPlan) {
  return { code, name, classification, state, terms: JSON.stringify(terms) }
}

export interface DeletedPlan {
  readonly id: PassPlanId
  readonly code: string
  readonly deletedAt: Date
}

export async function markDeleted({ db, actor, at }: Work, { id, code }: PassPlan): Promise<DeletedPlan> {
  await db
    .updateTable('pass_plans')
    .set({ deleted_at: at })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
  return { id, code, deletedAt: at }
}

/** A plan that was deleted, by id, or the last one of the code. */
export async function findDeleted({ db, actor }: Work, idOrCode: string): Promise<DeletedPlan | undefined> {
  const id = parseGuid(idOrCode)
  const rows = await db
    .selectFrom('pass_plans')
    .select(['id', 'code', 'deleted_at'])
    .where('tenant', '=', actor.tenant)
    .where('deleted_at', 'is not', null)
    .where((p) => p.or([p.eb('code', '=', idOrCode), ...(id === undefined ? [] : [p.eb('id', '=', id)])]))
    .orderBy('deleted_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const row = rows.find((each) => each.id === id) ?? rows[0]
  return row?.deleted_at
    ? { id: idOf<PassPlanId>(row.id), code: row.code, deletedAt: row.deleted_at }
    : undefined
}

type PlanRow = Awaited<ReturnType<ReturnType<typeof selectPlans>['execute']>>[number]

function planOfRow({ id, terms, created_at, ...row }: PlanRow): StoredPlan {
  const plan = passPlan({ ...row, id: idOf<PassPlanId>(id), terms: planTerms.parse(terms) })
  return { ...plan, createdAt: created_at }
}
