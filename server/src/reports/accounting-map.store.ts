import type { Work } from '../db/index.ts'
import { type AccountingMap, accountingMapSchema, DEFAULT_MAP } from './accounting-map.ts'

export interface HeldMap {
  readonly map: AccountingMap
  /** Undefined: nobody has set one, the product's own holds. */
  readonly updatedAt: Date | undefined
}

export async function readAccountingMap({ db, actor }: Work): Promise<HeldMap> {
  const row = await db
    .selectFrom('accounting_maps')
    .select(['map', 'updated_at'])
    .where('tenant', '=', actor.tenant)
    .executeTakeFirst()
  if (!row) return { map: DEFAULT_MAP, updatedAt: undefined }
  return { map: accountingMapSchema.parse(row.map), updatedAt: row.updated_at }
}

export async function saveAccountingMap({ db, actor, at }: Work, map: AccountingMap): Promise<void> {
  const values = { map: JSON.stringify(map), updated_at: at }
  await db
    .insertInto('accounting_maps')
    .values({ tenant: actor.tenant, ...values })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet(values))
    .execute()
}
