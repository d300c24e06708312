import type { Kysely } from 'kysely'
import type { Tables } from '../db/index.ts'
import { type Offer, offerTerms } from '../engine/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { idOf, type OfferId } from '../kit/id.ts'

/**
 * Offers that changed after a revision of the configuration, in any state and with the terms of their current version. A
 * process that holds the offers of that revision needs no other to be up to date.
 */
export async function readOffersChangedSince(
  db: Kysely<Tables>,
  tenant: Tenant,
  since: bigint,
): Promise<readonly Offer[]> {
  const rows = await db
    .selectFrom('offers as o')
    .innerJoin('tenants as t', 't.tenant', 'o.tenant')
    .innerJoin('offer_versions as v', (join) =>
      join
        .onRef('v.tenant', '=', 'o.tenant')
        .onRef('v.offer_id', '=', 'o.id')
        .onRef('v.version', '=', 'o.version'),
    )
    .select(['o.id', 'o.code', 'o.version', 'o.state', 't.currency', 'v.terms'])
    .where('o.tenant', '=', tenant)
    .where('o.revision', '>', since)
    .execute()
  return rows.map(({ id, terms, ...row }) => ({
    ...row,
    id: idOf<OfferId>(id),
    terms: offerTerms.parse(terms),
  }))
}
