import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import { idOf, type MergeId, type WalletId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import type { Pair } from './merges.store.ts'
import { BELONGINGS, type Belonging, type Moved, type Standing } from './moved.ts'

interface Owners {
  readonly contacts: Pair
  readonly wallets: { readonly from: WalletId; readonly into: WalletId }
}

export async function walletsOf({ db, actor }: Work, { from, into }: Pair): Promise<Owners['wallets']> {
  const rows = await db
    .selectFrom('wallets')
    .select(['id', 'contact_id'])
    .where('tenant', '=', actor.tenant)
    .where('contact_id', 'in', [from, into])
    .execute()
  const walletOf = (contact: string) =>
    idOf<WalletId>(
      present(
        rows.find((row) => row.contact_id === contact),
        'a contact has a wallet',
      ).id,
    )
  return { from: walletOf(from), into: walletOf(into) }
}

function ownerOf({ owner }: Belonging, { contacts, wallets }: Owners) {
  return owner === 'wallet_id' ? wallets : contacts
}

/** What the contact that is to be merged has, by id. */
export async function belongingsOf({ db, actor }: Work, owners: Owners): Promise<Moved['belongings']> {
  const found: Record<string, string[]> = {}
  for (const each of BELONGINGS) {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(each.table)}
       where tenant = ${actor.tenant} and ${sql.ref(each.owner)} = ${ownerOf(each, owners).from} order by id`.execute(
      db,
    )
    found[each.table] = rows.map(({ id }) => id)
  }
  return found
}

/** What went over and is with the contact that is left still goes back. */
export async function giveBack(
  { db, actor }: Work,
  owners: Owners,
  { belongings }: Pick<Moved, 'belongings'>,
): Promise<void> {
  for (const each of BELONGINGS) {
    const { from, into } = ownerOf(each, owners)
    await sql`
      update ${sql.table(each.table)} set ${sql.ref(each.owner)} = ${from}
       where tenant = ${actor.tenant} and ${sql.ref(each.owner)} = ${into}
         and id = any(${belongings[each.table] ?? []}::uuid[])`.execute(db)
  }
}

export async function preferredMethods({ db, actor }: Work, { from }: Pair): Promise<string[]> {
  const rows = await db
    .selectFrom('payment_methods')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', from)
    .where('is_primary', '=', true)
    .execute()
  return rows.map(({ id }) => id)
}

export async function preferAgain(
  { db, actor }: Work,
  { from }: Pair,
  preferred: readonly string[],
): Promise<void> {
  if (preferred.length === 0) return
  await db
    .updateTable('payment_methods')
    .set({ is_primary: true })
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', from)
    .where('id', 'in', preferred)
    .execute()
}

export async function wishesOf({ db, actor }: Work, { into }: Pair): Promise<object | null> {
  const { rows } = await sql<{ wishes: object }>`
    select to_json(p) as wishes from communication_preferences p
     where p.tenant = ${actor.tenant} and p.contact_id = ${into}`.execute(db)
  return rows[0]?.wishes ?? null
}

/** As they were before; what was said since the merge stands. */
export async function wishAgain(
  { db, actor }: Work,
  { from, into }: Pair,
  { wishes, at }: Pick<Moved, 'wishes'> & { readonly at: Date },
): Promise<void> {
  const mine = sql`tenant = ${actor.tenant} and contact_id = ${into} and updated_at <= ${at}`
  const hadThem = sql`exists (select from communication_preferences o where o.tenant = ${actor.tenant} and o.contact_id = ${from})`
  if (wishes === null)
    await sql`delete from communication_preferences where ${mine} and ${hadThem}`.execute(db)
  else
    await sql`
      update communication_preferences p
         set email_opt_out = w.email_opt_out, device_opt_out = w.device_opt_out, off = coalesce(w.off, '{}'), quiet_from = w.quiet_from,
             quiet_until = w.quiet_until, time_zone = w.time_zone
        from json_populate_record(null::communication_preferences, ${JSON.stringify(wishes)}::json) w
       where p.tenant = ${actor.tenant} and p.contact_id = ${into} and p.updated_at <= ${at} and ${hadThem}`.execute(
      db,
    )
}

/** How purchases and counters of both stand: another text once anything was bought, voided, returned, claimed or counted. */
export async function standingOf({ db, actor }: Work, { from, into }: Pair): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select (select count(*) || ' ' || count(cancelled_at) || ' ' || count(claimed_at) || ' ' || coalesce(sum(returned), 0)
              from purchases where tenant = ${actor.tenant} and contact_id in (${from}, ${into})) as purchases,
           (select coalesce(md5(string_agg(concat_ws(' ', subject_id, offer_id, period, amount, uses), ',' order by subject_id, offer_id, period)), '')
              from offer_counters where tenant = ${actor.tenant} and subject_id in (${from}, ${into})) as counters`.execute(
    db,
  )
  return rows[0] ?? { purchases: '', counters: '' }
}

export async function newestPurchase({ db, actor }: Work, { into }: Pair): Promise<string | undefined> {
  const row = await db
    .selectFrom('purchases')
    .select(['id', 'reference_number'])
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', into)
    .orderBy(sql`greatest(created_at, cancelled_at, claimed_at)`, 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && (row.reference_number ?? row.id)
}

/** Purchases that the merged contact, or whoever was merged into it before, had made are locked, then are theirs again. */
export async function holdMoved(
  work: Work,
  { into }: Pair,
  { contacts }: Pick<Moved, 'contacts'>,
): Promise<void> {
  const { db, actor } = work
  await db
    .selectFrom('purchases')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', into)
    .where('merged_from', 'in', contacts)
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function givePurchasesBack(
  { db, actor }: Work,
  { contacts: { from, into }, wallets }: Owners,
  { contacts }: Pick<Moved, 'contacts'>,
): Promise<void> {
  await db
    .updateTable('purchases')
    .set({
      contact_id: from,
      wallet_id: wallets.from,
      merged_from: sql<string | null>`nullif(merged_from, ${from}::uuid)`,
    })
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', into)
    .where('merged_from', 'in', contacts)
    .execute()
}

export async function giveIdentifiersBack(
  { db, actor }: Work,
  { from, into }: Pair,
  { contacts }: Pick<Moved, 'contacts'>,
): Promise<void> {
  const isTheirs = sql`merged_from = ${from}::uuid`
  await sql`
    update identifiers
       set contact_id = ${from},
           merged_from = nullif(merged_from, ${from}::uuid),
           details = case when ${isTheirs} and was_primary
                          then (details::jsonb || '{"is_primary": true}')::json else details end,
           was_primary = was_primary and not ${isTheirs}
     where tenant = ${actor.tenant} and contact_id = ${into} and merged_from = any(${contacts}::uuid[])`.execute(
    db,
  )
}

export async function takeCountersBack(
  { db, actor }: Work,
  { from, into }: Pair,
  { counters }: Pick<Moved, 'counters'>,
): Promise<void> {
  const { tenant } = actor
  const added = sql`unnest(${counters.map(({ offer }) => offer)}::uuid[], ${counters.map(({ period }) => period)}::text[]) as n(offer, period)`
  await sql`
    delete from offer_counters c using ${added}
     where c.tenant = ${tenant} and c.subject_id = ${into} and c.offer_id = n.offer and c.period = n.period`.execute(
    db,
  )
  await sql`
    update offer_counters c set amount = c.amount - o.amount, uses = c.uses - o.uses
      from offer_counters o
     where c.tenant = ${tenant} and o.tenant = c.tenant and c.subject_id = ${into} and o.subject_id = ${from}
       and o.offer_id = c.offer_id and o.period = c.period`.execute(db)
}

/** Memberships that came with the merge and were not changed since. */
export async function leaveSchemes(
  { db, actor }: Work,
  { from, into }: Pair,
  { schemes }: Pick<Moved, 'schemes'>,
): Promise<void> {
  await sql`
    delete from scheme_members m using scheme_members o
     where m.tenant = ${actor.tenant} and m.contact_id = ${into} and m.scheme_id = any(${schemes}::uuid[])
       and o.tenant = m.tenant and o.contact_id = ${from} and o.scheme_id = m.scheme_id
       and o.state = m.state and o.since = m.since`.execute(db)
}

export async function pointBack(
  { db, actor }: Work,
  { from, into }: Pair,
  { contacts }: Pick<Moved, 'contacts'>,
): Promise<void> {
  await db
    .updateTable('contacts')
    .set({ merged_into: sql<string | null>`nullif(${from}::uuid, id)` })
    .where('tenant', '=', actor.tenant)
    .where('merged_into', '=', into)
    .where('id', 'in', contacts)
    .execute()
}

/** What the merge moved, held until the end of the work; undefined: it is undone meanwhile, or was done before it was kept. */
export async function movedBy({ db, actor }: Work, id: MergeId): Promise<Partial<Moved> | undefined> {
  const row = await db
    .selectFrom('merges')
    .select('moved')
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row?.moved
}

/** A merge into the same contact that came after it, or of that contact into another. */
export async function laterMerge(
  { db, actor }: Work,
  { into }: Pair,
  after: MergeId,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('merges')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('undone_at', 'is', null)
    .where('id', '>', after)
    .where((merge) => merge.or([merge('contact_id', '=', into), merge('merged_id', '=', into)]))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

export async function markUndone({ db, actor, at }: Work, id: MergeId, journal: string): Promise<void> {
  await db
    .updateTable('merges')
    .set({ undone_at: at, undone_by: journal })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

/** Of merges that one of both was part of: what they moved is where it was. */
export async function journalsOfUndone({ db, actor }: Work, { from, into }: Pair): Promise<string[]> {
  const rows = await db
    .selectFrom('merges')
    .select(['id', 'undone_by'])
    .where('tenant', '=', actor.tenant)
    .where('undone_at', 'is not', null)
    .where((merge) =>
      merge.or([merge('contact_id', 'in', [from, into]), merge('merged_id', 'in', [from, into])]),
    )
    .execute()
  return rows.flatMap(({ id, undone_by }) => [id, ...(undone_by === null ? [] : [undone_by])])
}
