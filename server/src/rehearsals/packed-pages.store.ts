import { type Kysely, sql } from 'kysely'
import type { Tables } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { present } from '../kit/invariant.ts'
import type { Cursor, HistoryRow } from './history.store.ts'

/** Of how `packed-history.ts` packs; one more whenever that changes, and what was kept before is packed again. */
export const FORMAT = 2

/** A page that was kept. */
export interface KeptPage {
  readonly last: Cursor
  /** undefined: purchases came or changed since, up to its last one. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined
}

/**
 * All that can change of what is packed of a purchase: a merge gives it another contact, a claim a contact and a new place in
 * the order.
 */
const FINGERPRINT = sql`count(*) || ':' || coalesce(sum(uuid_hash_extended(id, uuid_hash_extended(contact_id, decided))), 0)`

/** Before the first purchase. */
export const START: Cursor = { decided: -1n, id: '00000000-0000-0000-0000-000000000000' }

/** The next page that was kept, if it still holds all purchases from there to its last one, as they are. */
export async function nextKept(
  db: Kysely<Tables>,
  tenant: Tenant,
  after: Cursor = START,
): Promise<KeptPage | undefined> {
  const { rows } = await sql<{ last_decided: bigint; last_id: string; page: Buffer | null }>`
    select k.last_decided, k.last_id,
           case when k.fingerprint = (
             select ${FINGERPRINT} from purchases
              where tenant = ${tenant} and contact_id is not null
                and (decided, id) > (${after.decided}::bigint, ${after.id}::uuid)
                and (decided, id) <= (k.last_decided, k.last_id)
           ) then k.page end as page
      from packed_pages k
     where k.tenant = ${tenant} and k.format = ${FORMAT}
       and (k.last_decided, k.last_id) > (${after.decided}::bigint, ${after.id}::uuid)
     order by k.last_decided, k.last_id limit 1`.execute(db)
  const [kept] = rows
  if (!kept) return undefined
  const { last_decided, last_id, page } = kept
  return { last: { decided: last_decided, id: last_id }, bytes: page ? new Uint8Array(page) : undefined }
}

/** Keeps what the rows were packed to, under the fingerprint of the rows as they were read. */
export async function keepPage(
  db: Kysely<Tables>,
  tenant: Tenant,
  { rows, bytes }: { readonly rows: readonly HistoryRow[]; readonly bytes: Uint8Array },
): Promise<void> {
  const last = present(rows.at(-1), 'a page has purchases')
  await sql`
    insert into packed_pages (tenant, last_decided, last_id, format, fingerprint, page)
    select ${tenant}, ${last.decided}::bigint, ${last.id}::uuid, ${FORMAT}, ${FINGERPRINT}, ${Buffer.from(bytes)}
      from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ decided }) => decided)}::bigint[],
                  ${rows.map(({ contact_id }) => contact_id)}::uuid[]) as p (id, decided, contact_id)
    on conflict (tenant, last_decided, last_id)
    do update set format = excluded.format, fingerprint = excluded.fingerprint, page = excluded.page`.execute(
    db,
  )
}
