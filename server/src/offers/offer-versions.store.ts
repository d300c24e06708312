import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import { type Offer, offerTerms } from '../engine/index.ts'
import { idOf, type OfferId } from '../kit/id.ts'

/** An offer as it stood: in a version that is named, or in the one of an instant. */
export interface VersionWanted {
  readonly offer: string
  readonly version: number | undefined
}

/** The offers as they stood, by their ids. */
export async function readOfferVersions(
  { db, actor }: Work,
  wanted: readonly VersionWanted[],
  at: Date,
): Promise<ReadonlyMap<string, Offer>> {
  if (wanted.length === 0) return new Map()
  const versions = new Map(wanted.map(({ offer, version }) => [offer, version]))
  const rows = await db
    .selectFrom('offers as o')
    .innerJoin('tenants as t', 't.tenant', 'o.tenant')
    .innerJoin('offer_versions as v', (join) =>
      join.onRef('v.tenant', '=', 'o.tenant').onRef('v.offer_id', '=', 'o.id'),
    )
    .select(['o.id', 'o.code', 'v.version', 'o.state', 't.currency', 'v.terms'])
    .select(sql<boolean>`v.created_at <= ${at}`.as('was_there'))
    .where('o.tenant', '=', actor.tenant)
    .where('o.id', 'in', [...versions.keys()])
    .orderBy('v.version')
    .execute()
  const found = new Map<string, Offer>()
  for (const { terms, was_there, ...row } of rows) {
    const version = versions.get(row.id)
    const isIt = version === undefined ? was_there || !found.has(row.id) : row.version === version
    if (isIt) found.set(row.id, { ...row, id: idOf<OfferId>(row.id), terms: offerTerms.parse(terms) })
  }
  return found
}
