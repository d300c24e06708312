import { type Kysely, sql } from 'kysely'
import { columnsOf, statement, type Tables, type Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { AccountId, ContactId, OfferId, WalletId } from '../kit/id.ts'

/** A wallet with the contact it belongs to. */
export interface Wallet {
  readonly id: WalletId
  readonly code: string
  readonly currency: string
  readonly contact: { readonly id: ContactId; readonly code: string }
}

/** By the id of a wallet, or of one whose contact was merged into another. */
export async function walletById({ db, actor }: Work, id: string): Promise<Wallet | undefined> {
  const row = await db
    .selectFrom('wallets as n')
    .innerJoin('contacts as m', (m) =>
      m.onRef('m.tenant', '=', 'n.tenant').onRef('m.id', '=', 'n.contact_id'),
    )
    .innerJoin('contacts as c', (c) =>
      c.onRef('c.tenant', '=', 'm.tenant').on('c.id', '=', sql<string>`coalesce(m.merged_into, m.id)`),
    )
    .innerJoin('wallets as w', (w) => w.onRef('w.tenant', '=', 'c.tenant').onRef('w.contact_id', '=', 'c.id'))
    .select(['w.id', 'w.code', 'w.currency', 'w.contact_id', 'c.code as contact_code'])
    .where('n.tenant', '=', actor.tenant)
    .where('n.id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id as WalletId,
      code: row.code,
      currency: row.currency,
      contact: { id: row.contact_id as ContactId, code: row.contact_code },
    }
  )
}

/** The wallet, and those of contacts that were merged into its own: what happened to them is told of it. */
export async function walletsMergedInto(
  { db, actor }: Work,
  { contact }: Pick<Wallet, 'contact'>,
): Promise<readonly WalletId[]> {
  const rows = await db
    .selectFrom('contacts as c')
    .innerJoin('wallets as w', (w) => w.onRef('w.tenant', '=', 'c.tenant').onRef('w.contact_id', '=', 'c.id'))
    .select('w.id')
    .where('c.tenant', '=', actor.tenant)
    .where((c) => c.or([c('c.id', '=', contact.id), c('c.merged_into', '=', contact.id)]))
    .execute()
  return rows.map(({ id }) => id as WalletId)
}

export async function currenciesOf(
  db: Kysely<Tables>,
  tenant: Tenant,
  wallets: readonly WalletId[],
): Promise<readonly { readonly id: WalletId; readonly currency: string }[]> {
  const rows = await db
    .selectFrom('wallets')
    .select(['id', 'currency'])
    .where('tenant', '=', tenant)
    .where('id', 'in', wallets)
    .execute()
  return rows.map(({ id, currency }) => ({ id: id as WalletId, currency }))
}

/** The balances of accounts; an account that money has never touched is not there. */
export async function accountBalances(
  db: Kysely<Tables>,
  tenant: Tenant,
  accounts: readonly AccountId[],
): Promise<ReadonlyMap<string, bigint>> {
  const rows = await db
    .selectFrom('accounts')
    .select(['id', 'balance'])
    .where('tenant', '=', tenant)
    .where('id', 'in', accounts)
    .execute()
  return new Map(rows.map(({ id, balance }) => [id, balance]))
}

export interface IdleMoney {
  readonly wallet: string
  readonly isOpen: boolean
  readonly amount: bigint
}

/** What lots still hold that is expired, not yet available, or of a pool that is not switched on, at the instant. */
export function idleMoney(
  db: Kysely<Tables>,
  tenant: Tenant,
  { wallets, at }: { readonly wallets: readonly WalletId[]; readonly at: Date },
): Promise<IdleMoney[]> {
  return db
    .selectFrom('lots')
    .select(({ eb }) => [
      'wallet_id as wallet',
      eb('pool_id', 'is', null).$castTo<boolean>().as('isOpen'),
      sql<bigint>`sum(remaining)::bigint`.as('amount'),
    ])
    .where('tenant', '=', tenant)
    .where('wallet_id', 'in', wallets)
    .where('remaining', '>', 0n)
    .where((lot) =>
      lot.or([
        lot.eb('expires_at', '<=', at),
        lot.eb('available_at', '>', at),
        sql<boolean>`exists (
          select from commerce_pools p
           where p.tenant = lots.tenant and p.id = lots.pool_id and (p.terms -> 'needs_activation')::boolean
             and not exists (
               select from pool_activations a
                where a.tenant = lots.tenant and a.wallet_id = lots.wallet_id and a.pool_id = lots.pool_id))`,
      ]),
    )
    .groupBy(['wallet_id', sql`pool_id is null`])
    .execute()
}

const OFFER_NAMES = statement(
  'wallets_offer_names',
  `select v.offer_id as offer, v.version, v.terms ->> 'name' as name
     from unnest($2::uuid[], $3::int[]) as k(offer_id, version)
     join offer_versions v on v.tenant = $1 and v.offer_id = k.offer_id and v.version = k.version`,
)

export interface OfferVersion {
  readonly offer: OfferId
  readonly version: number
}

/** What offers were called when they awarded: the version that a lot came from keeps its name for ever. */
export async function offerNames(
  work: Work,
  versions: readonly OfferVersion[],
): Promise<(version: OfferVersion) => string> {
  const rows = await work.sql.run<OfferVersion & { readonly name: string }>(OFFER_NAMES, [
    work.actor.tenant,
    ...columnsOf(
      versions,
      ({ offer }) => offer,
      ({ version }) => version,
    ),
  ])
  const names = new Map(rows.map((row) => [`${row.offer}|${row.version}`, row.name]))
  return ({ offer, version }) => names.get(`${offer}|${version}`) ?? ''
}

/** Money that is set aside: by which order or estimate, and until when. */
export interface BlockedMoney {
  readonly id: string
  readonly entity: 'ORDER' | 'ESTIMATE'
  readonly amount: bigint
  readonly expiresAt: Date
}

export async function blocksOfWallets(
  { db, actor }: Work,
  wallets: readonly WalletId[],
): Promise<readonly BlockedMoney[]> {
  return db
    .selectFrom('wallet_blocks')
    .select(['entity_id as id', 'entity', 'amount', 'expires_at as expiresAt'])
    .where('tenant', '=', actor.tenant)
    .where('wallet_id', 'in', wallets)
    .where('state', '=', 'BLOCKED')
    .orderBy('id')
    .execute()
}
