import { type Kysely, sql } from 'kysely'
import { type Runner, statement, type Tables, type Work } from '../db/index.ts'
import type { Mode, Tenant } from '../kit/actor.ts'
import { type ExpiryId, idOf, type OrganisationId, parseGuid, type WalletId } from '../kit/id.ts'

export interface DueTenant {
  readonly tenant: Tenant
  readonly business: OrganisationId
  readonly mode: Mode
}

/** `at` is the machine's time; each business is asked by its own. */
export async function tenantsWithDueLots(
  db: Kysely<Tables>,
  at: Date,
  only: Tenant | undefined,
): Promise<readonly DueTenant[]> {
  const rows = await db
    .selectFrom('tenants as t')
    .select(['t.tenant', 't.business_id', 't.mode'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('lots as l')
          .select('l.id')
          .whereRef('l.tenant', '=', 't.tenant')
          .where('l.remaining', '>', 0n)
          .where('l.expires_at', '<=', sql<Date>`${at}::timestamptz + t.ahead`),
      ),
    )
    .$if(only !== undefined, (query) => query.where('t.tenant', '=', only ?? 0))
    .orderBy('t.tenant')
    .execute()
  return rows.map(({ tenant, business_id: business, mode }) => ({ tenant, business: idOf(business), mode }))
}

const DUE_LOTS = statement(
  'expiry_due_lots',
  `select l.id, l.expires_at, l.wallet_id as wallet, l.currency
     from lots l
    where l.tenant = $1 and l.remaining > 0 and l.expires_at <= $2 and (l.expires_at, l.id) > ($3, $4::uuid)
    order by l.expires_at, l.id
    limit $5::int`,
)

export interface DueWallet {
  readonly wallet: WalletId
  readonly currency: string
}

interface DuePosition {
  readonly expires_at: Date
  readonly id: string
}

export const BEFORE_ALL: DuePosition = {
  expires_at: new Date(0),
  id: '00000000-0000-0000-0000-000000000000',
}

/** Lots that are due and hold money, the longest due first. */
export function pageOfDueLots(
  sql: Runner,
  {
    tenant,
    until,
    after,
    most,
  }: {
    readonly tenant: Tenant
    readonly until: Date
    readonly after: DuePosition
    readonly most: number
  },
): Promise<readonly (DueWallet & DuePosition)[]> {
  return sql.run(DUE_LOTS, [tenant, until, after.expires_at, after.id, most])
}

export async function hasDueLots({ db, actor, at }: Work, wallet: WalletId): Promise<boolean> {
  const row = await db
    .selectFrom('lots')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('wallet_id', '=', wallet)
    .where('remaining', '>', 0n)
    .where('expires_at', '<=', at)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What of one wallet expired in one round; the journal has the same id. */
export interface Expiry {
  readonly id: ExpiryId
  readonly wallet: WalletId
  readonly currency: string
  readonly amount: bigint
  readonly lots: number
}

export async function insertExpiry(
  { db, actor, at }: Work,
  { id, wallet, currency, amount, lots }: Expiry,
): Promise<void> {
  await db
    .insertInto('expiries')
    .values({ tenant: actor.tenant, id, wallet_id: wallet, currency, amount, lots, created_at: at })
    .execute()
}

export interface StoredExpiry extends Expiry {
  readonly createdAt: Date
}

export async function expiryById({ db, actor }: Work, id: string): Promise<StoredExpiry | undefined> {
  const guid = parseGuid(id)
  if (guid === undefined) return undefined
  const row = await db
    .selectFrom('expiries')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('id', '=', guid)
    .executeTakeFirst()
  return row && expiryOfRow(row)
}

interface PageWanted {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
}

/** One more than the page holds, so that it knows whether there is another. */
export async function pageOfExpiries(
  work: Work,
  wallets: readonly WalletId[],
  { page, size, order }: PageWanted,
): Promise<readonly StoredExpiry[]> {
  const rows = await ofWallets(work, wallets)
    .selectAll()
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(expiryOfRow)
}

export async function countExpiries(work: Work, wallets: readonly WalletId[]): Promise<number> {
  const { total } = await ofWallets(work, wallets)
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

function ofWallets({ db, actor }: Work, wallets: readonly WalletId[]) {
  return db.selectFrom('expiries').where('tenant', '=', actor.tenant).where('wallet_id', 'in', wallets)
}

interface Row {
  readonly id: string
  readonly wallet_id: string
  readonly currency: string
  readonly amount: bigint
  readonly lots: number
  readonly created_at: Date
}

function expiryOfRow({ id, wallet_id, currency, amount, lots, created_at }: Row): StoredExpiry {
  return { id: idOf(id), wallet: idOf(wallet_id), currency, amount, lots, createdAt: created_at }
}
