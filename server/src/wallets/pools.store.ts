import type { Kysely } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { type PoolId, parseGuid } from '../kit/id.ts'
import { type CommercePool, commercePool, poolTerms } from './pool.ts'

export interface StoredPool extends CommercePool {
  readonly createdAt: Date
}

export async function readPools(
  db: Kysely<Tables>,
  tenant: Tenant,
): Promise<ReadonlyMap<PoolId, StoredPool>> {
  const rows = await selectPools(db, tenant).orderBy('id').execute()
  return new Map(rows.map(poolOfRow).map((pool) => [pool.id, pool]))
}

export async function findPool({ db, actor }: Work, idOrCode: string): Promise<StoredPool | undefined> {
  const id = parseGuid(idOrCode)
  const rows = await selectPools(db, actor.tenant)
    .where((p) => p.or([p.eb('code', '=', idOrCode), ...(id === undefined ? [] : [p.eb('id', '=', id)])]))
    .execute()
  const row = rows.find((each) => each.id === id) ?? rows[0]
  return row && poolOfRow(row)
}

/** Holds the pool until the end of the work, so that no change is lost to another at the same time. */
export async function lockPool(work: Work, idOrCode: string): Promise<StoredPool | undefined> {
  const found = await findPool(work, idOrCode)
  if (!found) return undefined
  await work.db
    .selectFrom('commerce_pools')
    .select('id')
    .where('tenant', '=', work.actor.tenant)
    .where('id', '=', found.id)
    .forNoKeyUpdate()
    .execute()
  return findPool(work, found.id)
}

export interface PoolFilter {
  readonly code?: string | undefined
  /** Part of the code or the name, in any case. */
  readonly search?: string | undefined
}

export async function pageOfPools(
  { db, actor }: Work,
  filter: PoolFilter,
  { page, size, order }: { readonly page: number; readonly size: number; readonly order: 'ASC' | 'DESC' },
): Promise<StoredPool[]> {
  const rows = await filtered(selectPools(db, actor.tenant), filter)
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(poolOfRow)
}

export async function countPools({ db, actor }: Work, filter: PoolFilter): Promise<number> {
  const { total } = await filtered(selectPools(db, actor.tenant), filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

function selectPools(db: Kysely<Tables>, tenant: Tenant) {
  return db
    .selectFrom('commerce_pools')
    .select(['id', 'code', 'name', 'terms', 'created_at'])
    .where('tenant', '=', tenant)
}

function filtered(query: ReturnType<typeof selectPools>, { code, search }: PoolFilter) {
  const part = `%${search?.replace(/[\\%_]/g, '\\$&')}%`
  return query
    .$if(code !== undefined, (q) => q.where('code', '=', code ?? ''))
    .$if(search !== undefined, (q) =>
      q.where((p) => p.or([p.eb('code', 'ilike', part), p.eb('name', 'ilike', part)])),
    )
}

export async function insertPool(
  { db, actor, at }: Work,
  { id, code, name, terms }: CommercePool,
): Promise<void> {
  await db
    .insertInto('commerce_pools')
    .values({ tenant: actor.tenant, id, code, name, terms: JSON.stringify(terms), created_at: at })
    .execute()
}

export async function updatePool(
  { db, actor }: Work,
  { id, code, name, terms }: CommercePool,
): Promise<void> {
  await db
    .updateTable('commerce_pools')
    .set({ code, name, terms: JSON.stringify(terms) })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

interface PoolRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly terms: object
  readonly created_at: Date
}

function poolOfRow({ id, code, name, terms, created_at }: PoolRow): StoredPool {
  return { ...commercePool(id as PoolId, code, name, poolTerms.parse(terms)), createdAt: created_at }
}

export async function hasLots({ db, actor }: Work, id: PoolId): Promise<boolean> {
  const lot = await db
    .selectFrom('lots')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('pool_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  return lot !== undefined
}

export async function removePool({ db, actor }: Work, id: PoolId): Promise<void> {
  await db.deleteFrom('commerce_pools').where('tenant', '=', actor.tenant).where('id', '=', id).execute()
}
