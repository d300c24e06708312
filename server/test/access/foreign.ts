import type { Database } from '../../src/db/index.ts'
import type { Tenant } from '../../src/kit/actor.ts'
import { PLACES } from '../../src/privacy/places.ts'

/** A name under which a business knows something of its own: an id, a code, a number. */
export interface NamedThing {
  readonly table: string
  readonly column: string
  readonly value: string
}

interface Column {
  readonly table_name: string
  readonly column_name: string
  readonly data_type: string
}

/**
 * Every kind of id that the business has, read from its rows: a new table is in it by itself. Codes and numbers are not: each business
 * may have the same.
 */
export async function namesOf({ pool }: Database, tenant: Tenant): Promise<readonly NamedThing[]> {
  const named: NamedThing[] = []
  for (const { table_name: table, column_name: column, data_type: type } of await columnsWithTenant(pool)) {
    if (type !== 'uuid') continue
    const { rows } = await pool.query<{ value: string }>(
      `select "${column}"::text as value from "${table}" where tenant = $1 and "${column}" is not null order by 1 desc limit 1`,
      [tenant],
    )
    for (const { value } of rows) {
      if (!named.some((each) => each.value === value)) named.push({ table, column, value })
    }
  }
  return named
}

/** Every id that stands in any row of the business. */
export async function idsOf({ pool }: Database, tenant: Tenant): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  for (const { table_name: table, column_name: column, data_type: type } of await columnsWithTenant(pool)) {
    if (type !== 'uuid') continue
    const { rows } = await pool.query<{ value: string }>(
      `select distinct "${column}"::text as value from "${table}" where tenant = $1 and "${column}" is not null`,
      [tenant],
    )
    for (const { value } of rows) ids.add(value)
  }
  return ids
}

/** Some of what is of each kind of thing that tells of contacts, by their ids, but for what is of that one. */
export async function personalThings(
  { pool }: Database,
  tenant: Tenant,
  own: readonly string[],
): Promise<readonly NamedThing[]> {
  const withId = (await columnsWithTenant(pool)).filter(
    ({ column_name, data_type }) => column_name === 'id' && data_type === 'uuid',
  )
  const personal = new Set<string>(PLACES.map(({ table }) => table))
  const named: NamedThing[] = []
  for (const { table_name: table } of withId.filter((each) => personal.has(each.table_name))) {
    const { rows } = await pool.query<{ value: string }>(
      `select id::text as value from "${table}" where tenant = $1 and id <> all($2::uuid[]) order by id desc limit 2`,
      [tenant, own],
    )
    named.push(...rows.map(({ value }) => ({ table, column: 'id', value })))
  }
  return named
}

/** What all rows of a business are, table by table: equal before and after means that nothing was changed. */
export async function digestOf(
  { pool }: Database,
  tenant: Tenant,
): Promise<Readonly<Record<string, string>>> {
  const tables = new Set((await columnsWithTenant(pool)).map(({ table_name }) => table_name))
  const digests: Record<string, string> = {}
  for (const table of tables) {
    const { rows } = await pool.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by t::text)), '') as digest from "${table}" t where tenant = $1`,
      [tenant],
    )
    digests[table] = rows[0].digest
  }
  return digests
}

async function columnsWithTenant(pool: Database['pool']): Promise<readonly Column[]> {
  const { rows } = await pool.query<Column>(
    `select c.table_name, c.column_name, c.data_type
       from information_schema.columns c
       join information_schema.columns t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.column_name = 'tenant'
      where c.table_schema = 'public' order by c.table_name, c.ordinal_position`,
  )
  return rows
}
