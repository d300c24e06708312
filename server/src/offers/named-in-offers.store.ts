import { sql } from 'kysely'
import type { Work } from '../db/index.ts'

/** Whether an offer names a thing (scheme, tier, pass plan) in the version that holds; earlier ones tell its name themselves. */
export async function isNamedInOffers(work: Work, id: string): Promise<boolean> {
  const named = await versionsNaming(work, id)
    .innerJoin('offers as o', (o) =>
      o
        .onRef('o.tenant', '=', 'v.tenant')
        .onRef('o.id', '=', 'v.offer_id')
        .onRef('o.version', '=', 'v.version'),
    )
    .executeTakeFirst()
  return named !== undefined
}

/** Whether any version ever named it: awards of all of them point to their pools. */
export async function wasNamedInOffers(work: Work, id: string): Promise<boolean> {
  return (await versionsNaming(work, id).executeTakeFirst()) !== undefined
}

// Ids stand in terms as texts of their own, and no other text can be one.
function versionsNaming({ db, actor }: Work, id: string) {
  return db
    .selectFrom('offer_versions as v')
    .select('v.offer_id')
    .where('v.tenant', '=', actor.tenant)
    .where(sql<string>`v.terms::text`, 'like', `%"${id}"%`)
    .limit(1)
}
