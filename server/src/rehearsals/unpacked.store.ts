import { type Kysely, sql } from 'kysely'
import type { Tables } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { type Cursor, PAGE } from './history.store.ts'
import { FORMAT, START } from './packed-pages.store.ts'

/** Where the next page to be packed begins. */
export interface Unpacked {
  readonly tenant: Tenant
  /** The last purchase that is packed. */
  readonly after: Cursor
}

interface Wanted {
  /** Left out: of all. */
  readonly tenant?: Tenant | undefined
  readonly size?: number | undefined
}

/** No transaction takes so many microseconds from deciding a purchase to writing it: nothing comes in between any more. */
const SETTLED = 10_000_000

/** Of whom a full page is settled and not packed yet. Reads at most a page of an index for each. */
export async function unpackedPages(
  db: Kysely<Tables>,
  { tenant, size = PAGE }: Wanted,
): Promise<readonly Unpacked[]> {
  const { rows } = await sql<{ tenant: number; decided: bigint; id: string }>`
    select t.tenant, kept.decided, kept.id
      from tenants t
     cross join lateral (
       select last_decided as decided, last_id as id from packed_pages
        where tenant = t.tenant and format = ${FORMAT}
       union all
       select ${START.decided}::bigint, ${START.id}::uuid
        order by decided desc, id desc limit 1
     ) kept
     cross join lateral (
       select p.decided from purchases p
        where p.tenant = t.tenant and p.contact_id is not null and (p.decided, p.id) > (kept.decided, kept.id)
        order by p.decided, p.id offset ${size - 1}::bigint limit 1
     ) last
     where last.decided < extract(epoch from now()) * 1000000 - ${SETTLED}::bigint
       and (${tenant ?? null}::integer is null or t.tenant = ${tenant ?? null})
     order by t.tenant`.execute(db)
  return rows.map(({ tenant: of, decided, id }) => ({ tenant: of, after: { decided, id } }))
}
