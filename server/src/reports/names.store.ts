import { sql } from 'kysely'
import type { Work } from '../db/index.ts'

export interface Named {
  readonly id: string
  readonly name: string
}

/** A thing that a line of a report is about, as the answer shows it; null: none. */
export type Name = (id: string | null | undefined) => Named | null

const NAMES = {
  organisation: ({ db, actor }: Work, ids: readonly string[]) =>
    db
      .selectFrom('organisations')
      .select(['id', 'name'])
      .where('tenant', '=', actor.tenant)
      .where('id', 'in', ids)
      .execute(),
  pool: ({ db, actor }: Work, ids: readonly string[]) =>
    db
      .selectFrom('commerce_pools')
      .select(['id', 'name'])
      .where('tenant', '=', actor.tenant)
      .where('id', 'in', ids)
      .execute(),
  offer: ({ db, actor }: Work, ids: readonly string[]) =>
    db
      .selectFrom('offers as o')
      .innerJoin('offer_versions as v', (v) =>
        v
          .onRef('v.tenant', '=', 'o.tenant')
          .onRef('v.offer_id', '=', 'o.id')
          .onRef('v.version', '=', 'o.version'),
      )
      .select(['o.id', sql<string>`coalesce(v.terms ->> 'name', o.code)`.as('name')])
      .where('o.tenant', '=', actor.tenant)
      .where('o.id', 'in', ids)
      .execute(),
  purchase: ({ db, actor }: Work, ids: readonly string[]) =>
    db
      .selectFrom('purchases')
      .select(['id', sql<string>`coalesce(reference_number, id::text)`.as('name')])
      .where('tenant', '=', actor.tenant)
      .where('id', 'in', ids)
      .execute(),
  wallet: ({ db, actor }: Work, ids: readonly string[]) =>
    db
      .selectFrom('wallets')
      .select(['id', 'code as name'])
      .where('tenant', '=', actor.tenant)
      .where('id', 'in', ids)
      .execute(),
} as const

/** Reads the names of the things of one kind; one that is gone is told by its id. */
export async function namesOf(
  work: Work,
  kind: keyof typeof NAMES,
  ids: Iterable<string | null | undefined>,
): Promise<Name> {
  const wanted = [...new Set([...ids].flatMap((id) => id ?? []))]
  const found = wanted.length === 0 ? [] : await NAMES[kind](work, wanted)
  const byId = new Map(found.map(({ id, name }) => [id, name]))
  return (id) => (id === null || id === undefined ? null : { id, name: byId.get(id) ?? id })
}
