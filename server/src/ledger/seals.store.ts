import { sql } from 'kysely'
import type { Database, Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { type AccountId, idOf, type OrganisationId } from '../kit/id.ts'
import type { Seal, SealedHead } from './chain.ts'

export interface StoredSeal extends Seal {
  readonly accounts: number
  readonly hash: string
}

export interface SealedTenant {
  readonly tenant: Tenant
  readonly business: OrganisationId
  readonly mode: 'LIVE' | 'TEST'
}

export async function readTenants({ query }: Database): Promise<SealedTenant[]> {
  const rows = await query
    .selectFrom('tenants')
    .select(['tenant', 'business_id', 'mode'])
    .orderBy('tenant')
    .execute()
  return rows.map(({ tenant, business_id, mode }) => ({
    tenant,
    business: idOf<OrganisationId>(business_id),
    mode,
  }))
}

const SEALING = 130_013

/** Two servers that seal one tenant do it one after the other. Nothing but sealing takes this lock. */
export async function waitToSeal({ db, actor }: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(${SEALING}::int, ${actor.tenant}::int)`.execute(db)
}

export async function readLastSeal({ db, actor }: Work): Promise<StoredSeal | undefined> {
  const row = await db
    .selectFrom('ledger_seals')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && sealOfRow(row)
}

export async function pageOfSeals(
  { db, actor }: Work,
  { page, size, order }: { readonly page: number; readonly size: number; readonly order: 'ASC' | 'DESC' },
): Promise<StoredSeal[]> {
  const rows = await db
    .selectFrom('ledger_seals')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .orderBy('number', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(sealOfRow)
}

interface SealRow {
  readonly tenant: Tenant
  readonly number: number
  readonly at: Date
  readonly accounts: number
  readonly previous: Buffer
  readonly hash: Buffer
}

function sealOfRow({ tenant, number, at, accounts, previous, hash }: SealRow): StoredSeal {
  return { tenant, number, at, accounts, previous: previous.toString('hex'), hash: hash.toString('hex') }
}

/** The next accounts of a tenant, whether or not they changed, in the order of their ids. */
export async function accountsAfter(
  { query }: Database,
  tenant: Tenant,
  { after, most }: { readonly after: AccountId | undefined; readonly most: number },
): Promise<AccountId[]> {
  let accounts = query.selectFrom('accounts').select('id').where('tenant', '=', tenant)
  if (after !== undefined) accounts = accounts.where('id', '>', after)
  const rows = await accounts.orderBy('id').limit(most).execute()
  return rows.map(({ id }) => idOf<AccountId>(id))
}

/** The accounts that transfers since then have touched. */
export async function accountsTouched(
  { query }: Database,
  tenant: Tenant,
  since: Date,
): Promise<AccountId[]> {
  const { rows } = await sql<{ id: string }>`
    select from_account as id from transfers where tenant = ${tenant} and at >= ${since}
    union select to_account from transfers where tenant = ${tenant} and at >= ${since}`.execute(query)
  return rows.map(({ id }) => idOf<AccountId>(id))
}

/** Where those of the accounts stand that have entries which no seal pins yet. One statement: all of one instant, and no lock. */
export async function headsToSeal(
  { db, actor }: Work,
  accounts: readonly AccountId[],
): Promise<SealedHead[]> {
  const { rows } = await sql<{ id: string; seq: bigint; head: string }>`
    select a.id, a.seq, encode(a.head, 'hex') as head
      from accounts a
      left join lateral (
        select h.seq from ledger_seal_heads h
         where h.tenant = a.tenant and h.account_id = a.id order by h.seq desc limit 1) h on true
     where a.tenant = ${actor.tenant} and a.id = any (${accounts}::uuid[]) and a.seq > coalesce(h.seq, 0)
     order by a.id`.execute(db)
  return rows.map(({ id, seq, head }) => ({ account: idOf<AccountId>(id), seq, head }))
}

export async function insertSeal(
  { db }: Work,
  { tenant, number, at, previous, hash, accounts }: StoredSeal,
  heads: readonly SealedHead[],
): Promise<void> {
  await db
    .insertInto('ledger_seals')
    .values({
      tenant,
      number,
      at,
      accounts,
      previous: Buffer.from(previous, 'hex'),
      hash: Buffer.from(hash, 'hex'),
    })
    .execute()
  const ids = heads.map(({ account }) => account)
  const seqs = heads.map(({ seq }) => seq.toString())
  const hashes = heads.map(({ head }) => head)
  await sql`
    insert into ledger_seal_heads (tenant, account_id, seq, number, head)
    select ${tenant}::int, id, seq, ${number}::int, decode(head, 'hex')
      from unnest(${ids}::uuid[], ${seqs}::bigint[], ${hashes}::text[]) as k(id, seq, head)`.execute(db)
}
