import { columnsOf, type Runner, statement, type Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { PoolId, WalletId } from '../kit/id.ts'

export async function saveActivation(
  { db, actor, at }: Work,
  {
    wallet,
    pool,
    isActive,
  }: { readonly wallet: WalletId; readonly pool: PoolId; readonly isActive: boolean },
): Promise<void> {
  const { tenant } = actor
  if (isActive) {
    await db
      .insertInto('pool_activations')
      .values({ tenant, wallet_id: wallet, pool_id: pool, activated_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return
  }
  await db
    .deleteFrom('pool_activations')
    .where('tenant', '=', tenant)
    .where('wallet_id', '=', wallet)
    .where('pool_id', '=', pool)
    .execute()
}

/** What one wallet has switched on, the other has from now on too: its money is going there. */
export async function copyActivations(
  { db, actor }: Work,
  { from, into }: { readonly from: WalletId; readonly into: WalletId },
): Promise<void> {
  await db
    .insertInto('pool_activations')
    .columns(['tenant', 'wallet_id', 'pool_id', 'activated_at'])
    .expression((query) =>
      query
        .selectFrom('pool_activations')
        .select(({ val }) => ['tenant', val<string>(into).as('wallet_id'), 'pool_id', 'activated_at'])
        .where('tenant', '=', actor.tenant)
        .where('wallet_id', '=', from),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const READ = statement(
  'wallets_read_activations',
  `select a.wallet_id as wallet, a.pool_id as pool
     from unnest($1::int[], $2::uuid[]) as k(tenant, id)
     join pool_activations a on a.tenant = k.tenant and a.wallet_id = k.id`,
)

/** As they are once the wallets are locked: whoever changes one holds that lock. */
export async function readActivations(
  sql: Runner,
  wallets: readonly { readonly tenant: Tenant; readonly id: WalletId }[],
): Promise<Map<WalletId, ReadonlySet<PoolId>>> {
  if (wallets.length === 0) return new Map()
  const rows = await sql.run<{ readonly wallet: WalletId; readonly pool: PoolId }>(
    READ,
    columnsOf(
      wallets,
      ({ tenant }) => tenant,
      ({ id }) => id,
    ),
  )
  const byWallet = Map.groupBy(rows, ({ wallet }) => wallet)
  return new Map([...byWallet].map(([wallet, all]) => [wallet, new Set(all.map(({ pool }) => pool))]))
}
