import { columnsOf, type Runner, statement } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { AccountId, PoolId, WalletId } from '../kit/id.ts'
import { type AccountState, accountId, contactAccount } from '../ledger/index.ts'
import { nameKey, type StoredReply } from './facts.ts'
import type { PreparedPurchase } from './prepare-purchase.ts'

export interface WalletKey {
  readonly tenant: Tenant
  readonly id: WalletId
  readonly currency: string
}

const READ_ACCOUNTS = statement(
  'purchases_read_accounts',
  `select a.id, a.kind, a.owner_id as owner, a.tenant, a.currency, a.balance, a.seq, encode(a.head, 'hex') as head
     from unnest($1::int[], $2::uuid[]) as k(tenant, id)
     join accounts a on a.tenant = k.tenant and a.id = k.id`,
)

interface AccountRow {
  readonly id: AccountId
  readonly kind: 'CONTACT_OPEN' | 'CONTACT_DEBT'
  readonly owner: string
  readonly tenant: Tenant
  readonly currency: string
  readonly balance: bigint
  readonly seq: bigint
  readonly head: string
}

/** The wallets' open and debt accounts. Whoever moves them holds the wallet's commerce account, so they need no lock of their own. */
export async function readAccounts(
  sql: Runner,
  wallets: readonly WalletKey[],
): Promise<Map<AccountId, AccountState>> {
  if (wallets.length === 0) return new Map()
  const refs = wallets.flatMap((wallet) => [
    contactAccount('CONTACT_OPEN', wallet),
    contactAccount('CONTACT_DEBT', wallet),
  ])
  const rows = await sql.run<AccountRow>(
    READ_ACCOUNTS,
    columnsOf(
      refs,
      ({ tenant }) => tenant,
      (ref) => accountId(ref),
    ),
  )
  return new Map(
    rows.map(({ id, kind, owner, tenant, currency, balance, seq, head }) => [
      id,
      { id, ref: { tenant, kind, owner, currency, lane: 0 }, balance, seq, head },
    ]),
  )
}

const READ_UNAVAILABLE = statement(
  'purchases_read_unavailable',
  `select l.wallet_id as wallet,
          coalesce(sum(l.remaining) filter (where l.pool_id is null), 0)::bigint as open,
          coalesce(sum(l.remaining) filter (where l.pool_id is not null), 0)::bigint as commerce
     from unnest($1::int[], $2::uuid[]) as k(tenant, id)
     join lots l on l.tenant = k.tenant and l.wallet_id = k.id and l.remaining > 0
      and (l.expires_at <= $3 or l.available_at > $3
           or l.pool_id = any($4::uuid[])
              and not exists (select from pool_activations a
                               where a.tenant = l.tenant and a.wallet_id = l.wallet_id and a.pool_id = l.pool_id))
    group by l.wallet_id`,
)

export interface UnavailableRow {
  readonly wallet: WalletId
  readonly open: bigint
  readonly commerce: bigint
}

/** Money on the books that nobody may spend now: past its expiry, not yet available, or of a pool that has to be switched on first. */
export async function readUnavailable(
  sql: Runner,
  wallets: readonly WalletKey[],
  { now, switched }: { readonly now: Date; readonly switched: readonly PoolId[] },
): Promise<readonly UnavailableRow[]> {
  if (wallets.length === 0) return []
  const keys = columnsOf(
    wallets,
    ({ tenant }) => tenant,
    ({ id }) => id,
  )
  return sql.run<UnavailableRow>(READ_UNAVAILABLE, [...keys, now, switched])
}

const READ_REPLIES = statement(
  'purchases_read_replies',
  `select i.tenant, i.key, i.request_hash as hash, i.status, i.reply as text
     from unnest($1::int[], $2::text[]) as k(tenant, key)
     join idempotency_keys i on i.tenant = k.tenant and i.key = k.key`,
)

interface ReplyRow extends StoredReply {
  readonly tenant: Tenant
  readonly key: string
}

export async function readReplies(
  sql: Runner,
  commands: readonly PreparedPurchase[],
): Promise<Map<string, StoredReply>> {
  const keyed = commands.flatMap(({ command }) =>
    command.idempotencyKey === undefined
      ? []
      : [{ tenant: command.actor.tenant, key: command.idempotencyKey }],
  )
  if (keyed.length === 0) return new Map()
  const rows = await sql.run<ReplyRow>(
    READ_REPLIES,
    columnsOf(
      keyed,
      ({ tenant }) => tenant,
      ({ key }) => key,
    ),
  )
  return new Map(rows.map(({ tenant, key, ...reply }) => [nameKey(tenant, key), reply]))
}
