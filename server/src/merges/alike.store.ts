import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import type { PageRequest } from '../kit/page.ts'
import type { Sign } from './alike.api.ts'

export interface PairAlike {
  readonly signs: readonly string[]
  readonly contacts: readonly {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly createdAt: Date
  }[]
}

/** More people than these share a common name, not a record. */
const MOST_OF_A_NAME = 8

const sign = (name: Sign) => sql.lit(name)
/** As the index `contacts_alike` has it: a name is the same whichever of its halves was written first. */
const nameOf = (alias: string) =>
  sql`least(${sql.ref(`${alias}.first_last`)}, ${sql.ref(`${alias}.last_first`)})`
const isThere = (alias: string) => {
  const of = (column: string) => sql.ref(`${alias}.${column}`)
  return sql`${of('merged_into')} is null and ${of('erased_at')} is null
             and ${of('first_name')} is not null and ${of('last_name')} is not null`
}

/** Every pair with each of its signs, as often as it is found. */
function signsOf(tenant: number, callingCode: string) {
  const ofTenant = (alias: string) => sql`${sql.ref(`${alias}.tenant`)} = ${tenant}`
  const both = sql`join contacts a on ${ofTenant('a')} and ${nameOf('a')} = n.name and ${isThere('a')}
                   join contacts b on ${ofTenant('b')} and ${nameOf('b')} = n.name and ${isThere('b')} and b.id > a.id`
  return sql`
    names as (
      select ${nameOf('c')} as name from contacts c where ${ofTenant('c')} and ${isThere('c')}
       group by 1 having count(*) between 2 and ${sql.lit(MOST_OF_A_NAME)}),
    births as (
      select ${nameOf('c')} as name, c.birthday from contacts c
       where ${ofTenant('c')} and ${isThere('c')} and c.birthday is not null
       group by 1, 2 having count(*) between 2 and ${sql.lit(MOST_OF_A_NAME)}),
    born as (
      select a.id as one, b.id as other from births n ${both}
       where a.birthday = n.birthday and b.birthday = n.birthday),
    cards as (
      select contact_id, lower(value) as value, ltrim(regexp_replace(value, '[^0-9]', '', 'g'), '0') as digits
        from identifiers where tenant = ${tenant} and kind = 'LOYALTY'),
    paid as (
      select contact_id, coalesce(details->>'iban', lower(details->>'email'), details->>'token') as target
        from payment_methods where tenant = ${tenant}),
    signs as (
      select a.id as one, b.id as other, ${sign('NAME')} as sign from names n ${both}
       where a.birthday is null or b.birthday is null or a.birthday = b.birthday
      union select one, other, ${sign('NAME')} from born
      union select one, other, ${sign('BIRTHDAY')} from born
      union select least(l.contact_id, p.contact_id), greatest(l.contact_id, p.contact_id), ${sign('PHONE')}
        from cards l join identifiers p on ${ofTenant('p')} and p.kind = 'PHONE'
         and p.value in ('+' || l.digits, '+' || ${callingCode}::text || l.digits)
       where length(l.digits) between 7 and 15 and l.contact_id <> p.contact_id
      union select least(l.contact_id, p.contact_id), greatest(l.contact_id, p.contact_id), ${sign('EMAIL')}
        from cards l join identifiers p on ${ofTenant('p')} and p.kind = 'EMAIL' and p.value = l.value
       where l.contact_id <> p.contact_id
      union select m.contact_id, o.contact_id, ${sign('PAYOUT_METHOD')}
        from paid m join paid o on o.target = m.target and o.contact_id > m.contact_id),
    pairs as (
      select one, other, array_agg(sign) as signs from signs s
       where not exists (select from contacts_apart p
                          where ${ofTenant('p')} and p.one_id = s.one and p.other_id = s.other)
       group by one, other)`
}

interface Row {
  readonly signs: readonly string[]
  readonly one: string
  readonly one_code: string
  readonly one_name: string
  readonly one_since: Date
  readonly other: string
  readonly other_code: string
  readonly other_name: string
  readonly other_since: Date
}

/** Those with the most signs first; one more than the page holds, so that it knows whether there is another. */
export async function pageOfAlike(
  { db, actor }: Work,
  callingCode: string,
  { page, size }: PageRequest,
): Promise<readonly PairAlike[]> {
  const { tenant } = actor
  const { rows } = await sql<Row>`
    with ${signsOf(tenant, callingCode)}
    select p.signs,
           p.one, a.code as one_code, concat_ws(' ', a.first_name, a.last_name) as one_name, a.created_at as one_since,
           p.other, b.code as other_code, concat_ws(' ', b.first_name, b.last_name) as other_name, b.created_at as other_since
      from pairs p
      join contacts a on a.tenant = ${tenant} and a.id = p.one
      join contacts b on b.tenant = ${tenant} and b.id = p.other
     order by cardinality(p.signs) desc, p.one, p.other
     limit ${size + 1} offset ${(page - 1) * size}`.execute(db)
  return rows.map((row) => ({
    signs: row.signs,
    contacts: [
      { id: row.one, code: row.one_code, name: row.one_name, createdAt: row.one_since },
      { id: row.other, code: row.other_code, name: row.other_name, createdAt: row.other_since },
    ],
  }))
}

export async function countAlike({ db, actor }: Work, callingCode: string): Promise<number> {
  const { rows } = await sql<{ total: string }>`
    with ${signsOf(actor.tenant, callingCode)} select count(*) as total from pairs`.execute(db)
  return Number(rows[0]?.total ?? 0)
}

export async function insertApart(
  { db, actor, at }: Work,
  { one, other }: { readonly one: string; readonly other: string },
): Promise<void> {
  await db
    .insertInto('contacts_apart')
    .values({ tenant: actor.tenant, one_id: one, other_id: other, created_at: at })
    .onConflict((apart) => apart.doNothing())
    .execute()
}
