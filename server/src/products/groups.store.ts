import type { Kysely } from 'kysely'
import { columnsOf, statement, type Tables, type Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { idOf, type ProductGroupId, parseGuid } from '../kit/id.ts'
import type { PageRequest } from '../kit/page.ts'
import type { GroupKind, ProductGroup, ProductSource } from './product.ts'

export interface StoredGroup extends ProductGroup {
  readonly createdAt: Date
}

export interface GroupFilter {
  readonly kind?: GroupKind | undefined
  readonly code?: string | undefined
  readonly source?: ProductSource | undefined
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
    .select(['id', 'kind', 'code', 'name', 'source', 'earns', 'created_at'])
    .where('tenant', '=', tenant)
}

function filtered(query: ReturnType<typeof selectGroups>, { kind, code, source, earns }: GroupFilter) {
  return query
    .$if(kind !== undefined, (q) => q.where('kind', '=', kind ?? 'FAMILY'))
    .$if(code !== undefined, (q) => q.where('code', '=', code ?? ''))
    .$if(source !== undefined, (q) => q.where('source', '=', source ?? 'MANUAL'))
    .$if(earns !== undefined, (q) => q.where('earns', '=', earns ?? true))
}

type GroupRow = Awaited<ReturnType<ReturnType<typeof selectGroups>['execute']>>[number]

function groupOfRow({ id, created_at, ...row }: GroupRow): StoredGroup {
  return { ...row, id: idOf<ProductGroupId>(id), createdAt: created_at }
}

// Two joins, each by an index: one condition with "or" reads every group of the business, as often as there are rows of products.
const GROUPS_NAMED = statement(
  'products_groups_named',
  `with named as (select * from unnest($2::text[], $3::text[]) as n(kind, text))
   select g.id, g.kind, g.code, g.name, g.source, g.earns
     from named n join product_groups g on g.tenant = $1 and g.kind = n.kind and g.code = n.text
   union
   select g.id, g.kind, g.code, g.name, g.source, g.earns
     from named n join product_groups g on g.tenant = $1 and g.kind = n.kind and g.name = n.text
    order by id`,
)

export interface NamedText {
  readonly kind: GroupKind
  readonly text: string
}

/** Every group of its kind that has the text as its code or as its name. */
export function groupsNamed({ sql, actor }: Work, texts: readonly NamedText[]): Promise<ProductGroup[]> {
  const columns = columnsOf(
    texts,
    ({ kind }) => kind,
    ({ text }) => text,
  )
  return sql.run<ProductGroup>(GROUPS_NAMED, [actor.tenant, ...columns])
}

const LOCK_BY_CODE = statement(
  'products_lock_groups_by_code',
  `select g.id, g.kind, g.code, g.name, g.source, g.earns
     from unnest($2::text[], $3::text[]) as k(kind, code)
     join product_groups g on g.tenant = $1 and g.kind = k.kind and g.code = k.code
    order by g.id for no key update of g`,
)

export function lockGroupsByCode({ sql, actor }: Work, groups: readonly Coded[]): Promise<ProductGroup[]> {
  const columns = columnsOf(
    groups,
    ({ kind }) => kind,
    ({ code }) => code,
  )
  return sql.run<ProductGroup>(LOCK_BY_CODE, [actor.tenant, ...columns])
}

const CHANGE_GROUPS = statement(
  'products_change_groups',
  `update product_groups g set name = k.name, source = k.source, earns = k.earns
     from unnest($2::uuid[], $3::text[], $4::text[], $5::boolean[]) as k(id, name, source, earns)
    where g.tenant = $1 and g.id = k.id`,
)

/** Groups that are locked. */
export async function changeGroups(work: Work, groups: readonly ProductGroup[]): Promise<void> {
  if (groups.length === 0) return
  const columns = columnsOf(
    groups,
    ({ id }) => id,
    ({ name }) => name,
    ({ source }) => source,
    ({ earns }) => earns,
  )
  await work.sql.run(CHANGE_GROUPS, [work.actor.tenant, ...columns])
}

const SAVE_GROUPS = statement(
  'products_save_groups',
  `insert into product_groups (tenant, id, kind, code, name, source, earns, created_at)
   select $1, k.id, k.kind, k.code, k.name, k.source, k.earns, $2
     from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[])
          as k(id, kind, code, name, source, earns)
   on conflict (tenant, kind, code) do nothing`,
)

/**
 * Makes those that nobody made meanwhile; answers all of them as they stand. In one order, as everybody makes them, so that no two wait
 * for each other in a circle.
 */
export async function insertGroups(
  work: Work,
  groups: readonly ProductGroup[],
): Promise<readonly ProductGroup[]> {
  if (groups.length === 0) return []
  await work.sql.run(SAVE_GROUPS, [
    work.actor.tenant,
    work.at,
    ...columnsOf(
      groups.toSorted(byCode),
      ({ id }) => id,
      ({ kind }) => kind,
      ({ code }) => code,
      ({ name }) => name,
      ({ source }) => source,
      ({ earns }) => earns,
    ),
  ])
  return lockGroupsByCode(work, groups)
}

type Coded = Pick<ProductGroup, 'kind' | 'code'>

/** The order in which groups are made. */
export function byCode(a: Coded, b: Coded): number {
  return a.kind === b.kind ? Number(a.code > b.code) - Number(a.code < b.code) : a.kind < b.kind ? -1 : 1
}
