import type { Work } from '../db/index.ts'
import { idOf, type OrderStageId, parseGuid } from '../kit/id.ts'
import type { OrderStage } from './order-stage.ts'
import type { OrderState } from './order-states.ts'

function kept({ db, actor }: Work) {
  return db.selectFrom('order_stages').where('tenant', '=', actor.tenant).where('deleted_at', 'is', null)
}

interface PageWanted {
  readonly page: number
  readonly size: number
  readonly state: OrderState | undefined
}

/** One more than the page holds, in the order in which they are shown. */
export async function pageOfStages(
  work: Work,
  { page, size, state }: PageWanted,
): Promise<readonly OrderStage[]> {
  const rows = await kept(work)
    .selectAll()
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'NEW'))
    .orderBy('priority')
    .orderBy('id')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(stageOfRow)
}

export async function countStages(work: Work, state: OrderState | undefined): Promise<number> {
  const { total } = await kept(work)
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'NEW'))
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** By id or code, among those that are not deleted. */
export async function findStage(work: Work, idOrCode: string): Promise<OrderStage | undefined> {
  const id = parseGuid(idOrCode)
  const row = await kept(work)
    .selectAll()
    .where((s) => (id === undefined ? s('code', '=', idOrCode) : s('id', '=', id)))
    .executeTakeFirst()
  return row && stageOfRow(row)
}

export async function initialStage(work: Work): Promise<OrderStage | undefined> {
  const row = await kept(work).selectAll().where('is_initial', '=', true).executeTakeFirst()
  return row && stageOfRow(row)
}

export async function defaultStage(work: Work, state: OrderState): Promise<OrderStage | undefined> {
  const row = await kept(work)
    .selectAll()
    .where('is_default', '=', true)
    .where('state', '=', state)
    .executeTakeFirst()
  return row && stageOfRow(row)
}

/** What stages are called, deleted ones too. */
export async function namesOfStages(
  { db, actor }: Work,
  ids: readonly OrderStageId[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('order_stages')
    .select(['id', 'name'])
    .where('tenant', '=', actor.tenant)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Until the end of the work nobody else of the business changes its stages: which of them is the default is decided one by one. */
export async function holdStages({ db, actor }: Work): Promise<void> {
  await db
    .selectFrom('tenants')
    .select('tenant')
    .where('tenant', '=', actor.tenant)
    .forNoKeyUpdate()
    .execute()
}

/** A state has one default at most, the business one stage where orders begin: others cease to be it. */
export async function saveStage({ db, actor }: Work, stage: OrderStage): Promise<void> {
  const others = db.updateTable('order_stages').where('tenant', '=', actor.tenant).where('id', '<>', stage.id)
  if (stage.isDefault) {
    await others
      .set({ is_default: false })
      .where('state', '=', stage.state)
      .where('is_default', '=', true)
      .execute()
  }
  if (stage.isInitial) await others.set({ is_initial: false }).where('is_initial', '=', true).execute()
  const changing = {
    code: stage.code,
    name: stage.name,
    state: stage.state,
    colour: stage.colour ?? null,
    priority: stage.priority,
    is_default: stage.isDefault,
    is_initial: stage.isInitial,
  }
  await db
    .insertInto('order_stages')
    .values({ tenant: actor.tenant, id: stage.id, created_at: stage.createdAt, ...changing })
    .onConflict((known) => known.columns(['tenant', 'id']).doUpdateSet(changing))
    .execute()
}

/** Its row stays: orders stand in it until they go on. */
export async function markStageDeleted({ db, actor, at }: Work, id: OrderStageId): Promise<void> {
  await db
    .updateTable('order_stages')
    .set({ deleted_at: at, is_default: false, is_initial: false })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

export async function isDeletedStage({ db, actor }: Work, name: string): Promise<boolean> {
  const id = parseGuid(name)
  if (id === undefined) return false
  const row = await db
    .selectFrom('order_stages')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether an order stands in it now. */
export async function isStageInUse({ db, actor }: Work, id: OrderStageId): Promise<boolean> {
  const row = await db
    .selectFrom('orders')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('stage_id', '=', id)
    .where('state', 'in', ['NEW', 'IN_PROGRESS', 'ON_HOLD'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAll>['execute']>>[number]

function selectAll(work: Work) {
  return kept(work).selectAll()
}

function stageOfRow(row: Row): OrderStage {
  return {
    id: idOf(row.id),
    code: row.code,
    name: row.name,
    state: row.state,
    colour: row.colour ?? undefined,
    priority: row.priority,
    isDefault: row.is_default,
    isInitial: row.is_initial,
    createdAt: row.created_at,
  }
}
