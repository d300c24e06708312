import type { Kysely } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { TierPeriod, TierProgramme } from '../engine/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { readTiers } from './tiers.store.ts'

/** How money becomes units and when units are counted anew. */
export type ProgrammeRules = Pick<TierProgramme, 'unitsPer' | 'period'>

export async function readRules(db: Kysely<Tables>, tenant: Tenant): Promise<ProgrammeRules | undefined> {
  const row = await selectRules(db, tenant).executeTakeFirst()
  return row && rulesOf(row)
}

/** Holds the rules, if there are any, until the end of the work. */
export async function lockRules({ db, actor }: Work): Promise<ProgrammeRules | undefined> {
  const row = await selectRules(db, actor.tenant).forNoKeyUpdate().executeTakeFirst()
  return row && rulesOf(row)
}

function selectRules(db: Kysely<Tables>, tenant: Tenant) {
  return db.selectFrom('tier_programmes').select(['units_per', 'period']).where('tenant', '=', tenant)
}

function rulesOf({ units_per, period }: { readonly units_per: bigint; readonly period: TierPeriod }) {
  return { unitsPer: units_per, period }
}

export async function saveRules(
  { db, actor, at }: Work,
  { unitsPer, period }: ProgrammeRules,
): Promise<void> {
  await db
    .insertInto('tier_programmes')
    .values({ tenant: actor.tenant, units_per: unitsPer, period, created_at: at })
    .onConflict((there) => there.column('tenant').doUpdateSet({ units_per: unitsPer, period }))
    .execute()
}

/** What purchases are judged with; undefined while the business has set no programme. */
export async function readTierProgramme(
  db: Kysely<Tables>,
  tenant: Tenant,
): Promise<TierProgramme | undefined> {
  const rules = await readRules(db, tenant)
  if (!rules) return undefined
  const tiers = await readTiers(db, tenant)
  return { ...rules, tiers: tiers.map(({ id, code, name, units }) => ({ id, code, name, units })) }
}
