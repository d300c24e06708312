import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import type { SchemeId } from '../kit/id.ts'

/** Whether an offer names the scheme in the version that holds; earlier ones are history and tell its name themselves. */
export async function isSchemeNamed({ db, actor }: Work, scheme: SchemeId): Promise<boolean> {
  const offer = await db
    .selectFrom('offers as o')
    .innerJoin('offer_versions as v', (v) =>
      v
        .onRef('v.tenant', '=', 'o.tenant')
        .onRef('v.offer_id', '=', 'o.id')
        .onRef('v.version', '=', 'o.version'),
    )
    .select('o.id')
    .where('o.tenant', '=', actor.tenant)
    .where(sql<string>`v.terms -> 'scheme' ->> 'id'`, '=', scheme)
    .limit(1)
    .executeTakeFirst()
  return offer !== undefined
}
