import type { Kysely } from 'kysely'
import { arrayOf, columnsOf, statement, type Tables, type Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { type ProductGroupId, parseGuid } from '../kit/id.ts'
import type { PageRequest } from '../kit/page.ts'
import type { GroupKind, ProductGroup } from './product.ts'

export interface StoredGroup extends ProductGroup {
  readonly createdAt: Date
}

export interface GroupFilter {
  readonly kind?: GroupKind | undefined
  readonly code?: string | undefined
  readonly earns?: boolean | undefined
}

/** One row more than the page holds, so that the page knows whether there is another. */
export async function pageOfGroups(
  { db, actor }: Work,
  filter: GroupFilter,
  { page, size, order }: PageRequest & { readonly order: 'ASC' | 'DESC' },
): Promise<StoredGroup[]> {
  const rows = await filtered(selectGroups(db, actor.tenant), filter)
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(groupOfRow)
}

export async function countGroups({ db, actor }: Work, filter: GroupFilter): Promise<number> {
  const { total } = await filtered(selectGroups(db, actor.tenant), filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** By id, or every group that has the code: a family and a brand may have the same one. */
export async function lockGroups({ db, actor }: Work, idOrCode: string): Promise<StoredGroup[]> {
  const id = parseGuid(idOrCode)
  const rows = await selectGroups(db, actor.tenant)
    .where((g) => g.or([g.eb('code', '=', idOrCode), ...(id === undefined ? [] : [g.eb('id', '=', id)])]))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  const exact = rows.filter((each) => each.id === id)
  return (exact.length > 0 ? exact : rows).map(groupOfRow)
}

function selectGroups(db: Kysely<Tables>, tenant: Tenant) {
  return db
    .selectFrom('product_groups')
    .select(['id', 'kind', 'code', 'name', 'earns', 'created_at'])
    .where('tenant', '=', tenant)
}

function filtered(query: ReturnType<typeof selectGroups>, { kind, code, earns }: GroupFilter) {
  return query
    .$if(kind !== undefined, (q) => q.where('kind', '=', kind ?? 'FAMILY'))
    .$if(code !== undefined, (q) => q.where('code', '=', code ?? ''))
    .$if(earns !== undefined, (q) => q.where('earns', '=', earns ?? true))
}

type GroupRow = Awaited<ReturnType<ReturnType<typeof selectGroups>['execute']>>[number]

function groupOfRow({ id, kind, code, name, earns, created_at }: GroupRow): StoredGroup {
  return { id: id as ProductGroupId, kind, code, name, earns, createdAt: created_at }
}

export async function saveGroup({ db, actor }: Work, { id, name, earns }: ProductGroup): Promise<void> {
  await db
    .updateTable('product_groups')
    .set({ name, earns })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

const GROUPS_NAMED = statement(
  'products_groups_named',
  `select id, kind, code, name, earns from product_groups
    where tenant = $1 and (code = any ($2::text[]) or name = any ($2::text[])) order by id`,
)

/** Every group that has one of the texts as its code or as its name. */
export function groupsNamed({ sql, actor }: Work, texts: readonly string[]): Promise<ProductGroup[]> {
  return sql.run<ProductGroup>(GROUPS_NAMED, [actor.tenant, arrayOf(texts)])
}

const SAVE_GROUPS = statement(
  'products_save_groups',
  `insert into product_groups (tenant, id, kind, code, name, created_at)
   select $1, k.id, k.kind, k.code, k.name, $2
     from unnest($3::uuid[], $4::text[], $5::text[], $6::text[]) as k(id, kind, code, name)`,
)

export async function insertGroups(work: Work, groups: readonly ProductGroup[]): Promise<void> {
  if (groups.length === 0) return
  await work.sql.run(SAVE_GROUPS, [
    work.actor.tenant,
    work.at,
    ...columnsOf(
      groups,
      ({ id }) => id,
      ({ kind }) => kind,
      ({ code }) => code,
      ({ name }) => name,
    ),
  ])
}
