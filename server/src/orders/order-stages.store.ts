import type { Work } from '../db/index.ts'
import { derivedId, idOf, type OrderStageId, parseGuid } from '../kit/id.ts'
import { FIRST_STAGES, type OrderStage } from './order-stage.ts'
import type { OrderState } from './order-states.ts'

/** Gives the stages that a business begins with to one that never had any of its work. */
export async function ensureStages(work: Work): Promise<void> {
  if (await hadStages(work)) return
  await holdStages(work)
  // Whoever held them meanwhile may have made the first.
  if (await hadStages(work)) return
  const { db, actor, at } = work
  const rows = FIRST_STAGES.map(({ code, name, state, priority, isDefault }) => ({
    id: derivedId<OrderStageId>('order stage', String(actor.tenant), code),
    code,
    name,
    state,
    colour: null,
    priority,
    is_default: isDefault,
    is_initial: false,
    created_at: at,
  }))
  // A code that the business gave to a stage of another state stays with that.
  await db
    .insertInto('order_stages')
    .values(rows.map((row) => ({ tenant: actor.tenant, ...row })))
    .onConflict((known) => known.doNothing())
    .execute()
}

async function hadStages({ db, actor }: Work): Promise<boolean> {
  const any = await db
    .selectFrom('order_stages')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('state', '=', 'IN_PROGRESS')
    .limit(1)
    .executeTakeFirst()
  return any !== undefined
}

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

export interface ToldStage extends Pick<OrderStage, 'id' | 'name' | 'state'> {
  readonly isDeleted: boolean
}

/** These, deleted ones too, and all that orders in progress are taken through now; by their priority. */
export async function stagesToTell(
  { db, actor }: Work,
  ids: readonly OrderStageId[],
): Promise<readonly ToldStage[]> {
  const rows = await db
    .selectFrom('order_stages')
    .select(['id', 'name', 'state', 'deleted_at'])
    .where('tenant', '=', actor.tenant)
    .where((s) =>
      s.or([
        s.and([s('state', '=', 'IN_PROGRESS'), s('deleted_at', 'is', null)]),
        s('id', '=', s.fn.any(s.val(ids))),
      ]),
    )
    .orderBy('priority')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, state, deleted_at: deletedAt }) => ({
    id: idOf(id),
    name,
    state,
    isDeleted: deletedAt !== null,
  }))
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
