import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import { type ContactId, idOf, type MergeId, type WalletId } from '../kit/id.ts'
import type { Moved } from './moved.ts'

/** From whom to whom. */
export interface Pair {
  readonly from: ContactId
  readonly into: ContactId
}

export interface Merge {
  readonly id: MergeId
  readonly contact: { readonly id: ContactId; readonly code: string }
  readonly merged: { readonly id: ContactId; readonly code: string }
  readonly currency: string
  /** Minor units. */
  readonly open: bigint
  readonly commerce: bigint
  readonly debt: bigint
  readonly purchases: number
  readonly at: Date
}

/** The merge by which a contact, named by its own id or code, went into another. */
export async function mergeOf(work: Work, name: string): Promise<Merge | undefined> {
  const row = await mergesOf(work, name).where('m.undone_at', 'is', null).executeTakeFirst()
  return row && mergeOfRow(row)
}

export interface UndoneMerge extends Merge {
  readonly undoneAt: Date
}

/** The merge of the contact that was undone last. */
export async function undoneMergeOf(work: Work, name: string): Promise<UndoneMerge | undefined> {
  const row = await mergesOf(work, name)
    .where('m.undone_at', 'is not', null)
    .orderBy('m.undone_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.undone_at ? { ...mergeOfRow(row), undoneAt: row.undone_at } : undefined
}

function mergesOf({ db, actor }: Work, name: string) {
  return db
    .selectFrom('merges as m')
    .innerJoin('contacts as c', (c) =>
      c.onRef('c.tenant', '=', 'm.tenant').onRef('c.id', '=', 'm.contact_id'),
    )
    .innerJoin('contacts as o', (o) => o.onRef('o.tenant', '=', 'm.tenant').onRef('o.id', '=', 'm.merged_id'))
    .select(['m.id', 'm.contact_id', 'm.merged_id', 'm.currency', 'm.open', 'm.commerce', 'm.debt'])
    .select(['m.purchases', 'm.created_at', 'm.undone_at', 'c.code', 'o.code as merged_code'])
    .where('m.tenant', '=', actor.tenant)
    .where((where) => where.or([where(sql`o.id::text`, '=', name.toLowerCase()), where('o.code', '=', name)]))
}

function mergeOfRow(row: {
  readonly id: string
  readonly contact_id: string
  readonly code: string
  readonly merged_id: string
  readonly merged_code: string
  readonly currency: string
  readonly open: bigint
  readonly commerce: bigint
  readonly debt: bigint
  readonly purchases: number
  readonly created_at: Date
}): Merge {
  return {
    id: idOf<MergeId>(row.id),
    contact: { id: idOf<ContactId>(row.contact_id), code: row.code },
    merged: { id: idOf<ContactId>(row.merged_id), code: row.merged_code },
    currency: row.currency,
    open: row.open,
    commerce: row.commerce,
    debt: row.debt,
    purchases: row.purchases,
    at: row.created_at,
  }
}

export async function insertMerge({ db, actor }: Work, merge: Merge, moved: Moved): Promise<void> {
  await db
    .insertInto('merges')
    .values({
      tenant: actor.tenant,
      id: merge.id,
      contact_id: merge.contact.id,
      merged_id: merge.merged.id,
      currency: merge.currency,
      open: merge.open,
      commerce: merge.commerce,
      debt: merge.debt,
      purchases: merge.purchases,
      moved: JSON.stringify(moved),
      created_at: merge.at,
    })
    .execute()
}

/** So that no void of one of them begins between its wallet and the other's. */
export async function holdPurchases({ db, actor }: Work, { from }: Pair): Promise<void> {
  await db
    .selectFrom('purchases')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', from)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** What a purchase counted keeps naming the contact that made it: `merged_from` says who that was. Answers how many moved. */
export async function movePurchases(
  { db, actor }: Work,
  { from, into }: Pair,
  wallets: { readonly into: WalletId },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('purchases')
    .set({
      contact_id: into,
      wallet_id: wallets.into,
      merged_from: sql<string>`coalesce(merged_from, contact_id)`,
    })
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', from)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** What the merged contact claimed, or is waiting for, is the other's. */
export async function moveClaims({ db, actor }: Work, { from, into }: Pair): Promise<void> {
  await db
    .updateTable('claims')
    .set({ contact_id: into })
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', from)
    .execute()
}

/**
 * Whatever counted for the merged contact counts for the other: limits, goals, tiers. Its own counters stay as they were. Answers those
 * that the other did not have before.
 */
export async function addCounters({ db, actor }: Work, { from, into }: Pair): Promise<Moved['counters']> {
  const { rows } = await sql<Moved['counters'][number] & { readonly isNew: boolean }>`
    insert into offer_counters as c (tenant, offer_id, subject_id, period, amount, uses)
    select tenant, offer_id, ${into}, period, amount, uses
      from offer_counters where tenant = ${actor.tenant} and subject_id = ${from}
     order by offer_id, period
        on conflict (tenant, offer_id, subject_id, period)
        do update set amount = c.amount + excluded.amount, uses = c.uses + excluded.uses
    returning offer_id as offer, period, xmax = 0 as "isNew"`.execute(db)
  return rows.filter(({ isNew }) => isNew).map(({ offer, period }) => ({ offer, period }))
}

/** The contact that is left keeps its own main phone and e-mail address. */
export async function moveIdentifiers({ db, actor }: Work, { from, into }: Pair): Promise<void> {
  await db
    .updateTable('identifiers')
    .set({
      contact_id: into,
      merged_from: sql<string>`coalesce(merged_from, contact_id)`,
      was_primary: sql<boolean>`case when merged_from is null then coalesce((details->>'is_primary')::boolean, false) else was_primary end`,
      details: sql`case when details::jsonb ? 'is_primary' then (details::jsonb || '{"is_primary": false}')::json else details end`,
    })
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', from)
    .execute()
}

export async function movePasses({ db, actor }: Work, { from, into }: Pair): Promise<void> {
  await db
    .updateTable('passes')
    .set({ contact_id: into })
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', from)
    .execute()
}

/** Schemes of which only the merged contact was a member; where both acted, what the contact that is left did stands. */
export async function moveMemberships({ db, actor }: Work, { from, into }: Pair): Promise<string[]> {
  const { rows } = await sql<{ scheme_id: string }>`
    insert into scheme_members (tenant, contact_id, scheme_id, state, since)
    select tenant, ${into}, scheme_id, state, since
      from scheme_members where tenant = ${actor.tenant} and contact_id = ${from}
        on conflict (tenant, contact_id, scheme_id) do nothing
    returning scheme_id`.execute(db)
  return rows.map(({ scheme_id }) => scheme_id)
}

/** Messages for the contact that is left reach the devices of both. */
export async function moveDevices({ db, actor }: Work, { from, into }: Pair): Promise<void> {
  await db
    .updateTable('devices')
    .set({ contact_id: into })
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', from)
    .execute()
}

/** What both were told of the same stands once. */
export async function moveMessages({ db, actor }: Work, { from, into }: Pair): Promise<void> {
  await sql`
    update communications as c set contact_id = ${into}
     where c.tenant = ${actor.tenant} and c.contact_id = ${from}
       and not exists (select from communications o
                        where o.tenant = c.tenant and o.contact_id = ${into} and o.cause_id = c.cause_id
                          and o.channel = c.channel and o.target = c.target)`.execute(db)
}

/** Whoever wanted no messages of a kind under either name gets none; hours of quiet are those of the contact that is left, if it has any. */
export async function mergeWishes({ db, actor }: Work, { from, into }: Pair): Promise<void> {
  await sql`
    insert into communication_preferences as p
           (tenant, contact_id, email_opt_out, device_opt_out, off, quiet_from, quiet_until, time_zone, updated_at)
    select tenant, ${into}, email_opt_out, device_opt_out, off, quiet_from, quiet_until, time_zone, updated_at
      from communication_preferences where tenant = ${actor.tenant} and contact_id = ${from}
        on conflict (tenant, contact_id) do update
       set email_opt_out = p.email_opt_out or excluded.email_opt_out,
           device_opt_out = p.device_opt_out or excluded.device_opt_out,
           off = array(select unnest(p.off) union select unnest(excluded.off) order by 1),
           quiet_from = case when p.quiet_from is null then excluded.quiet_from else p.quiet_from end,
           quiet_until = case when p.quiet_from is null then excluded.quiet_until else p.quiet_until end,
           time_zone = coalesce(p.time_zone, excluded.time_zone)`.execute(db)
}

/** Leads the merged contact, and whoever was merged into it before, to the other; answers all of them. */
export async function pointTo({ db, actor }: Work, { from, into }: Pair): Promise<string[]> {
  const rows = await db
    .updateTable('contacts')
    .set({ merged_into: into })
    .where('tenant', '=', actor.tenant)
    .where((where) => where.or([where('id', '=', from), where('merged_into', '=', from)]))
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
