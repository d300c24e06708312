import type { Tenant } from '../src/kit/actor.ts'
import type { TestServer } from './harness.ts'

/** What a tenant has in every table: how many rows, and a digest over all that stands in them. */
export type RowsOf = Map<string, { readonly count: number; readonly digest: string }>

export async function tablesWithTenant({ database }: TestServer): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'tenant' order by 1`,
  )
  return rows.map(({ name }) => name)
}

export async function rowsOf(server: TestServer, tenant: Tenant): Promise<RowsOf> {
  const found = new Map<string, { count: number; digest: string }>()
  for (const table of await tablesWithTenant(server)) {
    const { rows } = await server.database.pool.query(
      `select count(*)::int as count, md5(coalesce(string_agg(md5(r::text), '' order by r::text collate "C"), '')) as digest
         from ${table} r where tenant = $1`,
      [tenant],
    )
    if (rows[0].count > 0) found.set(table, rows[0])
  }
  return found
}
