import type { Work } from '../db/index.ts'
import { localDay } from '../kit/zone.ts'
import { readBusiness } from '../organisations/index.ts'
import { countUses, limitsOfWallets } from './limits.store.ts'
import { type LimitedUse, limitProblem } from './limits.ts'

/** Something that a wallet does, as limits look at it. */
export interface WalletAct {
  readonly wallet: string
  readonly kind: LimitedUse
  readonly amount: bigint
  readonly currency: string
}

/**
 * Refuses what a limit of the wallet, or of the business for all wallets, does not allow, and counts what it does. The caller
 * holds the wallet's lock, so that no two at once both fit into what is left.
 */
export async function useWithinLimits(
  work: Work,
  { wallet, kind, amount, currency }: WalletAct,
): Promise<void> {
  const { tenant } = work.actor
  const business = await readBusiness(work.db, tenant)
  const day = localDay(work.at, business.timeZone)
  const limits = await limitsOfWallets(work.sql, [{ tenant, wallet, business: business.id, day }])
  const own = limits.get(wallet)
  const problem = own && limitProblem(own, { kind, day, amount, currency })
  if (problem) throw problem
  await countUses(work.sql, [{ tenant, wallet, kind, day, number: 1, amount }])
}

/** What was counted at an instant did not happen after all. The caller holds the wallet's lock. */
export async function giveBackUse(
  work: Work,
  { wallet, kind, amount, at }: Omit<WalletAct, 'currency'> & { readonly at: Date },
): Promise<void> {
  const { tenant } = work.actor
  const { timeZone } = await readBusiness(work.db, tenant)
  const day = localDay(at, timeZone)
  await countUses(work.sql, [{ tenant, wallet, kind, day, number: -1, amount: -amount }])
}
