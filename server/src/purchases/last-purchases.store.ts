import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import type { ContactId } from '../kit/id.ts'

/** When each of them bought something last that stands, where the caller sees it; one look into the index for each. */
export async function lastPurchases(
  { db, actor: { tenant, within } }: Work,
  contacts: readonly ContactId[],
): Promise<ReadonlyMap<ContactId, Date>> {
  if (contacts.length === 0) return new Map()
  const visible =
    within === undefined ? sql`` : sql` and (p.merchant_id = ${within} or p.venue_id = ${within})`
  const { rows } = await sql<{ readonly id: ContactId; readonly date: Date }>`
    select asked.id, last.date
      from unnest(${[...contacts]}::uuid[]) as asked(id)
     cross join lateral (
       select p.date from purchases p
        where p.tenant = ${tenant} and p.contact_id = asked.id and p.state = 'POSTED'${visible}
        order by p.date desc limit 1) as last`.execute(db)
  return new Map(rows.map(({ id, date }) => [id, date]))
}
