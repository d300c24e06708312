import type { Selectable } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { Actor } from '../kit/actor.ts'
import { notFound } from '../kit/error.ts'
import { idOf, newId, type OrganisationId, type PurchaseId, parseGuid, type TillId } from '../kit/id.ts'
import type { IncidentKind, Till } from './till.ts'

type Row = Selectable<Tables['tills']>

function tillOfRow({ id, name, within, public_key, counter, head, created_at }: Row): Till {
  return {
    id: idOf(id),
    name,
    within: within === null ? undefined : idOf(within),
    publicKey: public_key,
    counter,
    head,
    createdAt: created_at,
  }
}

/** Answers the till that has this key, which may be an earlier one. */
export async function insertTill({ db, actor, at }: Work, till: Till): Promise<Till> {
  const { id, name, within, publicKey, counter, head } = till
  await db
    .insertInto('tills')
    .values({
      tenant: actor.tenant,
      id,
      name,
      within: within ?? null,
      public_key: publicKey,
      counter,
      head,
      created_at: at,
    })
    .onConflict((of) => of.columns(['tenant', 'public_key']).doNothing())
    .execute()
  const row = await db
    .selectFrom('tills')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('public_key', '=', publicKey)
    .executeTakeFirstOrThrow()
  return tillOfRow(row)
}

interface Finding {
  /** Nobody else moves the queue until the end of this work. */
  readonly lock: boolean
}

export async function findTill(work: Work, sent: string, { lock }: Finding = { lock: false }): Promise<Till> {
  const id = parseGuid(sent)
  const query = visibleTills(work).where('id', '=', id ?? null)
  const row = id && (await (lock ? query.forUpdate() : query).executeTakeFirst())
  if (!row) throw notFound('till', sent)
  return tillOfRow(row)
}

export interface PageWanted {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
}

/** One more than the page holds, so that it knows whether there is another. */
export async function pageOfTills(
  work: Work,
  { page, size, order }: PageWanted,
  at?: OrganisationId,
): Promise<readonly Till[]> {
  const rows = await visibleTills(work)
    .where((till) => (at ? till('within', '=', at) : till.lit(true)))
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(tillOfRow)
}

export async function countTills({ db, actor }: Work, at?: OrganisationId): Promise<number> {
  const { total } = await db
    .selectFrom('tills')
    .where('tenant', '=', actor.tenant)
    .where((till) => (actor.within ? till('within', '=', actor.within) : till.lit(true)))
    .where((till) => (at ? till('within', '=', at) : till.lit(true)))
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** A key of one merchant or venue knows the tills that such a key registered, and no others. */
function visibleTills({ db, actor }: Work) {
  return db
    .selectFrom('tills')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where((till) => (actor.within ? till('within', '=', actor.within) : till.lit(true)))
}

export async function entryHash(
  { db, actor }: Work,
  till: TillId,
  counter: bigint,
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('till_entries')
    .select('hash')
    .where('tenant', '=', actor.tenant)
    .where('till_id', '=', till)
    .where('counter', '=', counter)
    .executeTakeFirst()
  return row?.hash
}

interface Taken {
  readonly counter: bigint
  readonly hash: Buffer
}

/** The entry has its place, and the queue stands at it. */
export async function insertEntry(
  { db, actor, at }: Work,
  till: TillId,
  { counter, hash }: Taken,
): Promise<void> {
  await db
    .insertInto('till_entries')
    .values({ tenant: actor.tenant, till_id: till, counter, hash, created_at: at })
    .execute()
  await db
    .updateTable('tills')
    .set({ counter, head: hash })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', till)
    .execute()
}

export interface EntryOutcome {
  readonly purchase: PurchaseId | undefined
  readonly refused: string | undefined
}

export async function saveOutcome(
  { db, actor }: Work,
  { till, counter }: { readonly till: TillId; readonly counter: bigint },
  { purchase, refused }: EntryOutcome,
): Promise<void> {
  await db
    .updateTable('till_entries')
    .set({ purchase_id: purchase ?? null, refused: refused ?? null })
    .where('tenant', '=', actor.tenant)
    .where('till_id', '=', till)
    .where('counter', '=', counter)
    .execute()
}

export interface Incident {
  readonly kind: IncidentKind
  readonly counter: bigint
  readonly expected: bigint
}

export async function insertIncident(
  { db, actor, at }: Work,
  till: TillId,
  { kind, counter, expected }: Incident,
): Promise<void> {
  await db
    .insertInto('till_incidents')
    .values({ tenant: actor.tenant, id: newId(), till_id: till, kind, counter, expected, created_at: at })
    .execute()
}

export async function pageOfIncidents(
  { db, actor }: { readonly db: Work['db']; readonly actor: Actor },
  till: TillId,
  { page, size, order }: PageWanted,
) {
  return db
    .selectFrom('till_incidents')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('till_id', '=', till)
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
}

export async function countIncidents({ db, actor }: Work, till: TillId): Promise<number> {
  const { total } = await db
    .selectFrom('till_incidents')
    .where('tenant', '=', actor.tenant)
    .where('till_id', '=', till)
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}
