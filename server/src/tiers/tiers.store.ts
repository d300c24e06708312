import type { Kysely } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { idOf, parseGuid, type TierId } from '../kit/id.ts'
import type { StoredTier } from './tier.ts'

/** All tiers that there are, from the lowest to the highest. */
export async function readTiers(db: Kysely<Tables>, tenant: Tenant): Promise<StoredTier[]> {
  const rows = await selectTiers(db, tenant).orderBy('value_units').execute()
  return rows.map(tierOfRow)
}

export async function findTier({ db, actor }: Work, idOrCode: string): Promise<StoredTier | undefined> {
  const id = parseGuid(idOrCode)
  const rows = await selectTiers(db, actor.tenant)
    .where((t) => t.or([t.eb('code', '=', idOrCode), ...(id === undefined ? [] : [t.eb('id', '=', id)])]))
    .execute()
  const row = rows.find((each) => each.id === id) ?? rows[0]
  return row && tierOfRow(row)
}

/** Holds the tier until the end of the work, so that no change is lost to another at the same time. */
export async function lockTier(work: Work, idOrCode: string): Promise<StoredTier | undefined> {
  const found = await findTier(work, idOrCode)
  if (!found) return undefined
  await work.db
    .selectFrom('tiers')
    .select('id')
    .where('tenant', '=', work.actor.tenant)
    .where('id', '=', found.id)
    .forNoKeyUpdate()
    .execute()
  return findTier(work, found.id)
}

export async function tierWithUnits({ db, actor }: Work, units: bigint): Promise<StoredTier | undefined> {
  const row = await selectTiers(db, actor.tenant).where('value_units', '=', units).executeTakeFirst()
  return row && tierOfRow(row)
}

export interface TierFilter {
  readonly code?: string | undefined
}

export async function pageOfTiers(
  { db, actor }: Work,
  { code }: TierFilter,
  { page, size, order }: { readonly page: number; readonly size: number; readonly order: 'ASC' | 'DESC' },
): Promise<StoredTier[]> {
  const rows = await selectTiers(db, actor.tenant)
    .$if(code !== undefined, (q) => q.where('code', '=', code ?? ''))
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(tierOfRow)
}

export async function countTiers({ db, actor }: Work, { code }: TierFilter): Promise<number> {
  const { total } = await selectTiers(db, actor.tenant)
    .$if(code !== undefined, (q) => q.where('code', '=', code ?? ''))
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

export async function insertTier({ db, actor }: Work, tier: StoredTier): Promise<void> {
  await db
    .insertInto('tiers')
    .values({
      tenant: actor.tenant,
      id: tier.id,
      created_at: tier.createdAt,
      deleted_at: null,
      ...told(tier),
    })
    .execute()
}

export async function saveTier({ db, actor }: Work, tier: StoredTier): Promise<void> {
  await db
    .updateTable('tiers')
    .set(told(tier))
    .where('tenant', '=', actor.tenant)
    .where('id', '=', tier.id)
    .execute()
}

function told({ code, name, units, description, benefits }: StoredTier) {
  return { code, name, value_units: units, description: description ?? null, benefits: benefits ?? null }
}

export interface DeletedTier {
  readonly id: TierId
  readonly code: string
  readonly deletedAt: Date
}

export async function markDeleted({ db, actor, at }: Work, { id, code }: StoredTier): Promise<DeletedTier> {
  await db
    .updateTable('tiers')
    .set({ deleted_at: at })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
  return { id, code, deletedAt: at }
}

/** A tier that was deleted, by id, or the last one of the code. */
export async function findDeleted({ db, actor }: Work, idOrCode: string): Promise<DeletedTier | undefined> {
  const id = parseGuid(idOrCode)
  const rows = await db
    .selectFrom('tiers')
    .select(['id', 'code', 'deleted_at'])
    .where('tenant', '=', actor.tenant)
    .where('deleted_at', 'is not', null)
    .where((t) => t.or([t.eb('code', '=', idOrCode), ...(id === undefined ? [] : [t.eb('id', '=', id)])]))
    .orderBy('deleted_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const row = rows.find((each) => each.id === id) ?? rows[0]
  return row?.deleted_at ? { id: idOf<TierId>(row.id), code: row.code, deletedAt: row.deleted_at } : undefined
}

function selectTiers(db: Kysely<Tables>, tenant: Tenant) {
  return db
    .selectFrom('tiers')
    .select(['id', 'code', 'name', 'description', 'benefits', 'value_units', 'created_at'])
    .where('tenant', '=', tenant)
    .where('deleted_at', 'is', null)
}

type TierRow = Awaited<ReturnType<ReturnType<typeof selectTiers>['execute']>>[number]

function tierOfRow(row: TierRow): StoredTier {
  return {
    id: idOf<TierId>(row.id),
    code: row.code,
    name: row.name,
    units: row.value_units,
    description: row.description ?? undefined,
    benefits: row.benefits ?? undefined,
    createdAt: row.created_at,
  }
}
