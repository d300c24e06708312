import type { Kysely } from 'kysely'
import { columnsOf, type Runner, statement, type Tables, type Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import {
  firstCountedDay,
  type LimitedUse,
  type LimitRule,
  rulesOf,
  storedRules,
  type WalletLimits,
} from './limits.ts'

export interface LimitKey {
  readonly tenant: Tenant
  readonly wallet: string
  readonly business: string
  /** The local day of the business. */
  readonly day: string
}

const RULES = statement(
  'wallets_limit_rules',
  `select k.wallet, coalesce(own.rules, base.rules) as rules
     from unnest($1::int[], $2::uuid[], $3::uuid[]) as k(tenant, wallet, business)
     left join wallet_limits own on own.tenant = k.tenant and own.subject_id = k.wallet
     left join wallet_limits base on base.tenant = k.tenant and base.subject_id = k.business
    where coalesce(own.rules, base.rules) is not null`,
)

const USES = statement(
  'wallets_uses',
  `select u.wallet_id as wallet, u.kind, u.day, u.number, u.amount
     from unnest($1::int[], $2::uuid[], $3::text[]) as k(tenant, wallet, first)
     join wallet_uses u on u.tenant = k.tenant and u.wallet_id = k.wallet and u.day >= k.first`,
)

interface RuleRow {
  readonly wallet: string
  readonly rules: unknown
}

interface UseRow {
  readonly wallet: string
  readonly kind: LimitedUse
  readonly day: string
  readonly number: number
  readonly amount: bigint
}

/** The limits of those wallets that have any, their own or the business's. Read them after the wallet is locked. */
export async function limitsOfWallets(
  sql: Runner,
  keys: readonly LimitKey[],
): Promise<ReadonlyMap<string, WalletLimits>> {
  if (keys.length === 0) return new Map()
  // Sent together: the hot path pipelines them.
  const [rules, uses] = await Promise.all([
    sql.run<RuleRow>(
      RULES,
      columnsOf(
        keys,
        ({ tenant }) => tenant,
        ({ wallet }) => wallet,
        ({ business }) => business,
      ),
    ),
    sql.run<UseRow>(
      USES,
      columnsOf(
        keys,
        ({ tenant }) => tenant,
        ({ wallet }) => wallet,
        ({ day }) => firstCountedDay(day),
      ),
    ),
  ])
  const usesOf = Map.groupBy(uses, ({ wallet }) => wallet)
  return new Map(
    rules.map(({ wallet, rules }) => [
      wallet,
      {
        rules: rulesOf(rules),
        uses: (usesOf.get(wallet) ?? []).map(({ kind, day, number, amount }) => ({
          kind,
          day,
          number,
          amount,
        })),
      },
    ]),
  )
}

export interface Counted {
  readonly tenant: Tenant
  readonly wallet: string
  readonly kind: LimitedUse
  readonly day: string
  /** Below zero: it was taken back. Each wallet, kind and day once. */
  readonly number: number
  readonly amount: bigint
}

const OPEN_USES = statement(
  'wallets_open_uses',
  `insert into wallet_uses (tenant, wallet_id, day, kind, number, amount)
   select tenant, wallet, day, kind, 0, 0
     from unnest($1::int[], $2::uuid[], $3::text[], $4::text[]) as k(tenant, wallet, day, kind)
       on conflict do nothing`,
)

const ADD_USES = statement(
  'wallets_add_uses',
  `update wallet_uses u set number = greatest(u.number + k.number, 0), amount = greatest(u.amount + k.amount, 0)
     from unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::bigint[])
          as k(tenant, wallet, day, kind, number, amount)
    where u.tenant = k.tenant and u.wallet_id = k.wallet and u.day = k.day and u.kind = k.kind`,
)

/** Counts what was done, or gives it back. The wallets are locked by the caller. */
export async function countUses(sql: Runner, counted: readonly Counted[]): Promise<void> {
  if (counted.length === 0) return
  const [tenants = '', wallets = '', days = '', kinds = '', numbers = '', amounts = ''] = columnsOf(
    counted,
    ({ tenant }) => tenant,
    ({ wallet }) => wallet,
    ({ day }) => day,
    ({ kind }) => kind,
    ({ number }) => number,
    ({ amount }) => amount,
  )
  // Sent together: the hot path pipelines them.
  await Promise.all([
    sql.run(OPEN_USES, [tenants, wallets, days, kinds]),
    sql.run(ADD_USES, [tenants, wallets, days, kinds, numbers, amounts]),
  ])
}

/** Whether any wallet of the business is limited. */
export async function hasLimits(db: Kysely<Tables>, tenant: Tenant): Promise<boolean> {
  const row = await db
    .selectFrom('wallet_limits')
    .select('tenant')
    .where('tenant', '=', tenant)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Of a wallet, or of the business; undefined: it has none of its own. */
export async function readRules(
  { db, actor }: Work,
  subject: string,
): Promise<readonly LimitRule[] | undefined> {
  const row = await db
    .selectFrom('wallet_limits')
    .select('rules')
    .where('tenant', '=', actor.tenant)
    .where('subject_id', '=', subject)
    .executeTakeFirst()
  return row && rulesOf(row.rules)
}

export async function saveRules(
  { db, actor, at }: Work,
  subject: string,
  rules: readonly LimitRule[],
): Promise<void> {
  const stored = { rules: JSON.stringify(storedRules(rules)), updated_at: at }
  await db
    .insertInto('wallet_limits')
    .values({ tenant: actor.tenant, subject_id: subject, ...stored })
    .onConflict((c) => c.columns(['tenant', 'subject_id']).doUpdateSet(stored))
    .execute()
}

export async function removeRules({ db, actor }: Work, subject: string): Promise<void> {
  await db
    .deleteFrom('wallet_limits')
    .where('tenant', '=', actor.tenant)
    .where('subject_id', '=', subject)
    .execute()
}
