import { columnsOf, type Runner, statement, type Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { ContactId, PurchaseId, TokenId } from '../kit/id.ts'
import type { SpendToken } from './token.ts'

const COLUMNS = [
  'id',
  'contact_id',
  'currency',
  'amount',
  'state',
  'dead_at',
  'expires_at',
  'created_at',
  'purchase_id',
] as const

interface Row {
  readonly id: string
  readonly contact_id: string
  readonly currency: string
  readonly amount: bigint | null
  readonly state: SpendToken['state']
  readonly dead_at: Date | null
  readonly expires_at: Date
  readonly created_at: Date
  readonly purchase_id: string | null
}

function tokenOfRow(row: Row): SpendToken {
  return {
    id: row.id as TokenId,
    contact: row.contact_id as ContactId,
    currency: row.currency,
    amount: row.amount ?? undefined,
    state: row.state,
    deadAt: row.dead_at ?? undefined,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    purchase: (row.purchase_id as PurchaseId | null) ?? undefined,
  }
}

/** The token that has the code now, or the last one that had it. */
export async function tokenWithCode(
  { db, actor }: Work,
  { column, hash }: { readonly column: 'code_hash' | 'alternative_hash'; readonly hash: Buffer },
): Promise<SpendToken | undefined> {
  const row = await db
    .selectFrom('spend_tokens')
    .select(COLUMNS)
    .where('tenant', '=', actor.tenant)
    .where(column, '=', hash)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && tokenOfRow(row)
}

/** Those that may still be used, the newest first. */
export async function liveTokensOf({ db, actor, at }: Work, contact: ContactId): Promise<SpendToken[]> {
  const rows = await db
    .selectFrom('spend_tokens')
    .select(COLUMNS)
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .where('state', '=', 'LIVE')
    .where('expires_at', '>', at)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(tokenOfRow)
}

/** One of the contact's own, whatever became of it. */
export async function tokenOf(
  { db, actor }: Work,
  { contact, id }: { readonly contact: ContactId; readonly id: string },
): Promise<SpendToken | undefined> {
  const row = await db
    .selectFrom('spend_tokens')
    .select(COLUMNS)
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && tokenOfRow(row)
}

/** Ends what the contact may use so far; the wallet is locked by the caller, so no purchase is using it meanwhile. */
export async function endTokensOf({ db, actor }: Work, contact: ContactId): Promise<void> {
  await db
    .updateTable('spend_tokens')
    .set({ state: 'REPLACED' })
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .where('state', '=', 'LIVE')
    .execute()
}

export interface HashedToken {
  readonly token: SpendToken
  readonly codeHash: Buffer
  readonly alternativeHash: Buffer
  readonly wrongBefore: bigint
}

/** Answers whether its code was free. A code whose time is over is free again. */
export async function insertToken(
  { db, actor, at }: Work,
  { token, codeHash, alternativeHash, wrongBefore }: HashedToken,
): Promise<boolean> {
  await db
    .updateTable('spend_tokens')
    .set({ state: 'EXPIRED' })
    .where('tenant', '=', actor.tenant)
    .where('code_hash', '=', codeHash)
    .where('state', '=', 'LIVE')
    .where('expires_at', '<=', at)
    .execute()
  const inserted = await db
    .insertInto('spend_tokens')
    .values({
      tenant: actor.tenant,
      id: token.id,
      contact_id: token.contact,
      code_hash: codeHash,
      alternative_hash: alternativeHash,
      currency: token.currency,
      amount: token.amount ?? null,
      state: token.state,
      wrong_before: wrongBefore,
      dead_at: null,
      expires_at: token.expiresAt,
      created_at: token.createdAt,
      purchase_id: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

const BY_ID = statement(
  'tokens_by_id',
  `select t.id, t.contact_id, t.currency, t.amount, t.state, t.dead_at, t.expires_at, t.created_at, t.purchase_id
     from unnest($1::int[], $2::uuid[]) as k(tenant, id)
     join spend_tokens t on t.tenant = k.tenant and t.id = k.id`,
)

const USE = statement(
  'tokens_use',
  `update spend_tokens t set state = 'USED', purchase_id = k.purchase_id
     from unnest($1::int[], $2::uuid[], $3::uuid[]) as k(tenant, id, purchase_id)
    where t.tenant = k.tenant and t.id = k.id and t.state = 'LIVE'`,
)

export interface TokenKey {
  readonly tenant: Tenant
  readonly id: TokenId
}

/** As they are once the wallets of their contacts are locked: whoever uses or ends one holds that lock. */
export async function readTokens(sql: Runner, keys: readonly TokenKey[]): Promise<SpendToken[]> {
  if (keys.length === 0) return []
  const rows = await sql.run<Row>(
    BY_ID,
    columnsOf(
      keys,
      ({ tenant }) => tenant,
      ({ id }) => id,
    ),
  )
  return rows.map(tokenOfRow)
}

/** Uses tokens up, each by its purchase, in that purchase's transaction. */
export async function useTokens(
  sql: Runner,
  uses: readonly (TokenKey & { readonly purchase: PurchaseId })[],
): Promise<void> {
  if (uses.length === 0) return
  await sql.run(
    USE,
    columnsOf(
      uses,
      ({ tenant }) => tenant,
      ({ id }) => id,
      ({ purchase }) => purchase,
    ),
  )
}
