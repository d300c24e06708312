import { sql } from 'kysely'
import type { Work } from '../db/index.ts'

/** Says that this transaction wipes this tenant: what is only ever added to lets its rows go, if its mode is TEST. */
export async function allowWipe({ db, actor }: Work): Promise<void> {
  await sql`select set_config('tillback.wipe', ${String(actor.tenant)}, true)`.execute(db)
}

/** Takes the clock back to the machine's time, or leaves it; false: somebody moves it now. Whoever wants to move it waits for this. */
export async function holdStill({ db, actor }: Work, isReset: boolean): Promise<boolean> {
  const { rows } = await sql`update tenants
      set ahead = case when ${isReset}::boolean then interval '0' else ahead end, moving_until = null
    where tenant = ${actor.tenant} and mode = 'TEST' and (moving_until is null or moving_until < now())
    returning tenant`.execute(db)
  return rows.length === 1
}

/** Removes the tenant's rows of a table; answers how many. */
export async function emptyTable({ db, actor }: Work, table: string): Promise<number> {
  const gone = await sql`delete from ${sql.table(table)} where tenant = ${actor.tenant}`.execute(db)
  return Number(gone.numAffectedRows ?? 0n)
}

/** All places but the business itself, whose own settings become those of a new one. */
export async function removePlaces({ db, actor }: Work): Promise<number> {
  await db
    .updateTable('organisations')
    .set({ settings: '{}' })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', actor.business)
    .execute()
  const { numDeletedRows } = await db
    .deleteFrom('organisations')
    .where('tenant', '=', actor.tenant)
    .where('id', '<>', actor.business)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Keys of places that are no more. */
export async function removeKeysOfPlaces({ db, actor }: Work): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('api_keys')
    .where('tenant', '=', actor.tenant)
    .where('organisation_id', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Where contacts are signed in and with what; staff stay so. */
export async function removeOfContacts({ db, actor }: Work, table: string): Promise<number> {
  const gone =
    await sql`delete from ${sql.table(table)} where tenant = ${actor.tenant} and kind = 'CONTACT'`.execute(db)
  return Number(gone.numAffectedRows ?? 0n)
}

/** What in the configuration speaks of what happened: codes that were used, limits of one wallet, the last synchronisation of a feed. */
export async function forgetInConfiguration({ db, actor }: Work): Promise<void> {
  const { tenant } = actor
  await db
    .updateTable('scheme_codes')
    .set({ used_by: null, used_at: null })
    .where('tenant', '=', tenant)
    .where('used_by', 'is not', null)
    .execute()
  await db
    .deleteFrom('wallet_limits')
    .where('tenant', '=', tenant)
    .where('subject_id', '<>', actor.business)
    .execute()
  await db.updateTable('product_feeds').set({ sync_id: null }).where('tenant', '=', tenant).execute()
}

/** Feeds go on with their numbers, so that no cursor means something else than before; what was before is forgotten. */
export async function forgetFeeds({ db, actor }: Work, now: Date): Promise<void> {
  const { tenant } = actor
  await db
    .updateTable('event_feeds')
    .set(({ ref }) => ({ forgotten: ref('last') }))
    .where('tenant', '=', tenant)
    .execute()
  await db
    .updateTable('notification_feeds')
    .set({ reminded_until: now })
    .where('tenant', '=', tenant)
    .where('reminded_until', '>', now)
    .execute()
}
