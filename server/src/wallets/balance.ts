import type { Kysely } from 'kysely'
import type { Tables } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { WalletId } from '../kit/id.ts'
import { sum } from '../kit/money.ts'
import { accountId, contactAccount } from '../ledger/index.ts'
import { accountBalances, currenciesOf, idleMoney } from './wallets.store.ts'

/** What a wallet can spend, in minor units. */
export interface WalletBalance {
  readonly open: bigint
  readonly commerce: bigint
  readonly total: bigint
}

/**
 * Exact at the instant: what the accounts hold, less what is left of lots that are expired or not yet
 * available, whether or not their expiry was posted. A wallet that is not the tenant's has no entry.
 */
export async function walletBalances(
  db: Kysely<Tables>,
  tenant: Tenant,
  wallets: readonly WalletId[],
  at: Date,
): Promise<ReadonlyMap<WalletId, WalletBalance>> {
  if (wallets.length === 0) return new Map()
  const known = await currenciesOf(db, tenant, wallets)
  if (known.length === 0) return new Map()
  const accounts = known.map(({ id, currency }) => ({
    id,
    open: accountId(contactAccount('CONTACT_OPEN', { tenant, id, currency })),
    commerce: accountId(contactAccount('CONTACT_COMMERCE', { tenant, id, currency })),
  }))
  const held = await accountBalances(
    db,
    tenant,
    accounts.flatMap(({ open, commerce }) => [open, commerce]),
  )
  const idle = await idleMoney(db, tenant, { wallets, at })
  return new Map(
    accounts.map(({ id, ...pockets }) => {
      const idleOf = (isOpen: boolean) =>
        sum(idle.flatMap((each) => (each.wallet === id && each.isOpen === isOpen ? [each.amount] : [])))
      const open = (held.get(pockets.open) ?? 0n) - idleOf(true)
      const commerce = (held.get(pockets.commerce) ?? 0n) - idleOf(false)
      return [id, { open, commerce, total: open + commerce }]
    }),
  )
}
