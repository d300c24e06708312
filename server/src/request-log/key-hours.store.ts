import { type Kysely, sql } from 'kysely'
import type { Database, Tables, Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'

export interface KeyHour {
  readonly tenant: Tenant
  readonly key: string
  readonly hour: Date
  readonly requests: number
  readonly refused: number
}

export async function addKeyHours(db: Kysely<Tables>, hours: readonly KeyHour[]): Promise<void> {
  if (hours.length === 0) return
  await db
    .insertInto('key_hours')
    .values(hours.map(({ key, ...each }) => ({ ...each, tenant: each.tenant, key_id: key })))
    .onConflict((row) =>
      row.columns(['tenant', 'hour', 'key_id']).doUpdateSet({
        requests: sql<number>`key_hours.requests + excluded.requests`,
        refused: sql<number>`key_hours.refused + excluded.refused`,
      }),
    )
    .execute()
}

export function keyHoursOf({ db, actor }: Work, from: Date) {
  return db
    .selectFrom('key_hours')
    .select(['key_id', 'hour', 'requests', 'refused'])
    .where('tenant', '=', actor.tenant)
    .where('hour', '>=', from)
    .orderBy('hour')
    .execute()
}

export async function forgetKeyHours(
  { query }: Pick<Database, 'query'>,
  tenant: Tenant,
  before: Date,
): Promise<void> {
  await query.deleteFrom('key_hours').where('tenant', '=', tenant).where('hour', '<', before).execute()
}
