import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../db/index.ts'
import { present } from '../kit/invariant.ts'
import type { Person, Place } from './places.ts'

export interface Erased {
  readonly id: string
  readonly erasedAt: Date
}

/** The contact and whoever was merged into it, with all their wallets. */
export async function personOf({ db, actor }: Work, contact: string): Promise<Person> {
  const rows = await db
    .selectFrom('contacts as c')
    .innerJoin('wallets as w', (on) =>
      on.onRef('w.tenant', '=', 'c.tenant').onRef('w.contact_id', '=', 'c.id'),
    )
    .select(['c.id', 'w.id as wallet'])
    .where('c.tenant', '=', actor.tenant)
    .where((c) => c.or([c('c.id', '=', contact), c('c.merged_into', '=', contact)]))
    .execute()
  return { contacts: rows.map(({ id }) => id), wallets: rows.map(({ wallet }) => wallet) }
}

/** By its own id, or that of a contact that had been merged into it. */
export async function erasedContact({ db, actor }: Work, id: string): Promise<Erased | undefined> {
  const row = await db
    .selectFrom('contacts as m')
    .innerJoin('contacts as c', (on) =>
      on.onRef('c.tenant', '=', 'm.tenant').on((c) => c('c.id', '=', c.fn.coalesce('m.merged_into', 'm.id'))),
    )
    .select(['c.id', 'c.erased_at'])
    .where('m.tenant', '=', actor.tenant)
    .where('m.id', '=', id)
    .executeTakeFirst()
  return row?.erased_at ? { id: row.id, erasedAt: row.erased_at } : undefined
}

export async function markErased({ db, actor, at }: Work, { contacts }: Person): Promise<void> {
  await db
    .updateTable('contacts')
    .set({ erased_at: at })
    .where('tenant', '=', actor.tenant)
    .where('id', 'in', contacts)
    .execute()
}

/** What the place says of the person, as the person may read it. */
export async function readPlace(
  { db, actor }: Work,
  { table, of, shown }: Place,
  person: Person,
): Promise<Record<string, unknown>[]> {
  const columns = sql.join(shown.map((column) => sql.ref(column)))
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select row_to_json(p) as row from (
      select ${columns} from ${sql.table(table)} where tenant = ${actor.tenant} and ${of(person)}) p
     order by row_to_json(p)::text collate "C"`.execute(db)
  return rows.map(({ row }) => row)
}

export async function forgetPlace(
  { db, actor }: Work,
  { table, of, forget }: Place,
  person: Person,
): Promise<void> {
  const rows = sql`where tenant = ${actor.tenant} and ${of(person)}`
  if (forget === 'DELETE') await sql`delete from ${sql.table(table)} ${rows}`.execute(db)
  else if (Object.keys(forget).length > 0)
    await sql`update ${sql.table(table)} set ${assignments(forget)} ${rows}`.execute(db)
}

function assignments(become: Readonly<Record<string, RawBuilder<unknown>>>): RawBuilder<unknown> {
  return sql.join(Object.entries(become).map(([column, value]) => sql`${sql.ref(column)} = ${value}`))
}

export interface Holdings {
  readonly currency: string
  readonly open: bigint
  readonly commerce: bigint
  readonly blocked: bigint
  readonly debt: bigint
}

/** What the person's wallets hold and owe, minor units. */
export async function holdingsOf({ db, actor }: Work, { wallets }: Person): Promise<Holdings> {
  const rows = await db
    .selectFrom('accounts')
    .select(['kind', 'currency', ({ fn }) => fn.sum<string>('balance').as('balance')])
    .where('tenant', '=', actor.tenant)
    .where('owner_id', 'in', wallets)
    .groupBy(['kind', 'currency'])
    .execute()
  const held = (wanted: string) => BigInt(rows.find(({ kind }) => kind === wanted)?.balance ?? 0)
  return {
    currency: present(rows[0], 'a wallet has accounts').currency,
    open: held('CONTACT_OPEN'),
    commerce: held('CONTACT_COMMERCE'),
    blocked: held('CONTACT_BLOCKED'),
    debt: -held('CONTACT_DEBT'),
  }
}

export interface UnderWay {
  readonly what: 'order' | 'payout' | 'claim'
  readonly name: string
  readonly state: string
}

/** What still needs to know who the person is. */
export async function underWay(
  { db, actor }: Work,
  { contacts, wallets }: Person,
): Promise<UnderWay | undefined> {
  const order = await db
    .selectFrom('orders')
    .select(['number as name', 'state'])
    .where('tenant', '=', actor.tenant)
    .where('contact_id', 'in', contacts)
    .where('state', 'in', ['NEW', 'IN_PROGRESS', 'ON_HOLD'])
    .executeTakeFirst()
  if (order) return { what: 'order', ...order }
  const payout = await db
    .selectFrom('payouts')
    .select(['id as name', 'state'])
    .where('tenant', '=', actor.tenant)
    .where('wallet_id', 'in', wallets)
    .where('state', 'in', ['PENDING', 'SENDING', 'SENT', 'UNKNOWN', 'REVERSAL_REQUIRED'])
    .executeTakeFirst()
  if (payout) return { what: 'payout', ...payout }
  const claim = await db
    .selectFrom('claims')
    .select(['id as name', 'state'])
    .where('tenant', '=', actor.tenant)
    .where('contact_id', 'in', contacts)
    .where('state', '=', 'HELD')
    .executeTakeFirst()
  return claim && { what: 'claim', ...claim }
}
