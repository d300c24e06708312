import { type Kysely, sql } from 'kysely'
import { columnsOf, statement, type Tables, type Work } from '../db/index.ts'
import { type Offer, type OfferState, type OfferTerms, offerTerms } from '../engine/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { type OfferId, parseGuid } from '../kit/id.ts'

/** An offer with what only lists show. */
export interface StoredOffer extends Offer {
  readonly createdAt: Date
  readonly updatedAt: Date
  /** Of the budget; null where there is none. */
  readonly budgetUsed: bigint | null
}

export interface OfferFilter {
  readonly code?: string | undefined
  readonly state?: OfferState | undefined
  readonly type?: OfferTerms['type'] | undefined
  readonly goal?: OfferTerms['goal'] | undefined
  readonly funder?: string | undefined
  /** Part of the code or the name, in any case. */
  readonly search?: string | undefined
}

export interface Slice {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
}

export async function pageOfOffers(
  { db, actor }: Work,
  filter: OfferFilter,
  { page, size, order }: Slice,
): Promise<StoredOffer[]> {
  const rows = await filtered(selectOffers(db, actor.tenant), filter)
    .orderBy('o.id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(storedOfRow)
}

export async function countOffers({ db, actor }: Work, filter: OfferFilter): Promise<number> {
  const { total } = await filtered(selectOffers(db, actor.tenant), filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

export async function findOffer({ db, actor }: Work, idOrCode: string): Promise<StoredOffer | undefined> {
  const id = parseGuid(idOrCode)
  const rows = await selectOffers(db, actor.tenant)
    .where((o) => o.or([o.eb('o.code', '=', idOrCode), ...(id === undefined ? [] : [o.eb('o.id', '=', id)])]))
    .execute()
  const row = rows.find((each) => each.id === id) ?? rows[0]
  return row && storedOfRow(row)
}

/** Holds the offer until the end of the work, so that two changes make two versions, one after the other. */
export async function lockOffer(work: Work, idOrCode: string): Promise<StoredOffer | undefined> {
  const found = await findOffer(work, idOrCode)
  if (!found) return undefined
  await work.db
    .selectFrom('offers')
    .select('id')
    .where('tenant', '=', work.actor.tenant)
    .where('id', '=', found.id)
    .forNoKeyUpdate()
    .execute()
  return findOffer(work, found.id)
}

function selectOffers(db: Kysely<Tables>, tenant: Tenant) {
  return db
    .selectFrom('offers as o')
    .innerJoin('tenants as t', 't.tenant', 'o.tenant')
    .innerJoin('offer_versions as v', (v) =>
      v
        .onRef('v.tenant', '=', 'o.tenant')
        .onRef('v.offer_id', '=', 'o.id')
        .onRef('v.version', '=', 'o.version'),
    )
    .leftJoin('offer_counters as c', (c) =>
      c
        .onRef('c.tenant', '=', 'o.tenant')
        .onRef('c.offer_id', '=', 'o.id')
        .onRef('c.subject_id', '=', 'o.id')
        .on('c.period', '=', ''),
    )
    .select(['o.id', 'o.code', 'o.state', 'o.version', 'o.created_at', 'o.updated_at'])
    .select(['v.terms', 't.currency', 'c.amount as budget_used'])
    .where('o.tenant', '=', tenant)
}

function filtered(query: ReturnType<typeof selectOffers>, filter: OfferFilter) {
  const { code, state, type, goal, funder, search } = filter
  const term = (name: string) => sql<string>`v.terms ->> ${sql.lit(name)}`
  const part = `%${search?.replace(/[\\%_]/g, '\\$&')}%`
  return query
    .$if(code !== undefined, (q) => q.where('o.code', '=', code ?? ''))
    .$if(state !== undefined, (q) => q.where('o.state', '=', state ?? 'DRAFT'))
    .$if(type !== undefined, (q) => q.where(term('type'), '=', type ?? ''))
    .$if(goal !== undefined, (q) => q.where(term('goal'), '=', goal ?? ''))
    .$if(funder !== undefined, (q) => q.where(term('funder_id'), '=', funder ?? ''))
    .$if(search !== undefined, (q) =>
      q.where((o) => o.or([o.eb('o.code', 'ilike', part), o.eb(term('name'), 'ilike', part)])),
    )
}

interface OfferRow {
  readonly id: string
  readonly code: string
  readonly state: OfferState
  readonly version: number
  readonly terms: object
  readonly currency: string
}

function offerOfRow({ id, code, state, version, terms, currency }: OfferRow): Offer {
  return { id: id as OfferId, code, state, version, currency, terms: offerTerms.parse(terms) }
}

type StoredRow = OfferRow & {
  readonly created_at: Date
  readonly updated_at: Date
  readonly budget_used: bigint | null
}

function storedOfRow(row: StoredRow): StoredOffer {
  const { created_at, updated_at, budget_used } = row
  return { ...offerOfRow(row), createdAt: created_at, updatedAt: updated_at, budgetUsed: budget_used }
}

export interface OfferVersion {
  readonly version: number
  readonly terms: OfferTerms
  readonly createdAt: Date
}

export async function pageOfVersions(
  { db, actor }: Work,
  id: OfferId,
  { page, size, order }: Slice,
): Promise<OfferVersion[]> {
  const rows = await db
    .selectFrom('offer_versions')
    .select(['version', 'terms', 'created_at'])
    .where('tenant', '=', actor.tenant)
    .where('offer_id', '=', id)
    .orderBy('version', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(({ version, terms, created_at }) => ({
    version,
    terms: offerTerms.parse(terms),
    createdAt: created_at,
  }))
}

/** An offer as it is written for the first time, or with a change. */
export type WrittenOffer = Omit<Offer, 'currency'>

const INSERT_OFFERS = statement(
  'offers_insert',
  `insert into offers (tenant, id, code, state, version, revision, created_at, updated_at)
   select $1, k.id, k.code, k.state, k.version, $2, $3, $3
     from unnest($4::uuid[], $5::text[], $6::text[], $7::int[]) as k(id, code, state, version)`,
)

const INSERT_VERSIONS = statement(
  'offers_insert_versions',
  `insert into offer_versions (tenant, offer_id, version, terms, created_at)
   select $1, k.id, k.version, k.terms::jsonb, $2
     from unnest($3::uuid[], $4::int[], $5::text[]) as k(id, version, terms)`,
)

export async function insertOffers(
  { sql, actor, at }: Work,
  offers: readonly WrittenOffer[],
  revision: bigint,
): Promise<void> {
  const [ids, codes, states, versions, terms] = columnsOf(
    offers,
    ({ id }) => id,
    ({ code }) => code,
    ({ state }) => state,
    ({ version }) => version,
    (offer) => JSON.stringify(offer.terms),
  )
  await sql.run(INSERT_OFFERS, [actor.tenant, revision, at, ids, codes, states, versions])
  await sql.run(INSERT_VERSIONS, [actor.tenant, at, ids, versions, terms])
}

/** Writes the changed row and, where the version is new, its terms. */
export async function saveOffer(
  { db, actor, at }: Work,
  { id, code, state, version, terms }: WrittenOffer,
  { revision, isNewVersion }: { readonly revision: bigint; readonly isNewVersion: boolean },
): Promise<void> {
  if (isNewVersion) {
    await db
      .insertInto('offer_versions')
      .values({ tenant: actor.tenant, offer_id: id, version, terms: JSON.stringify(terms), created_at: at })
      .execute()
  }
  await db
    .updateTable('offers')
    .set({ code, state, version, revision, updated_at: at })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

/** Removes an offer that nothing points to, with its versions. */
export async function removeOffer({ db, actor }: Work, id: OfferId): Promise<void> {
  const { tenant } = actor
  await db.deleteFrom('offer_versions').where('tenant', '=', tenant).where('offer_id', '=', id).execute()
  await db.deleteFrom('offers').where('tenant', '=', tenant).where('id', '=', id).execute()
}
