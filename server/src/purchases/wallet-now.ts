import type { Work } from '../db/index.ts'
import { accountId, contactAccount } from '../ledger/index.ts'
import { walletBalances } from '../wallets/index.ts'
import { readAccounts } from './facts.store.ts'
import type { Purchase } from './purchase.ts'

export interface WalletNow {
  readonly open: bigint
  readonly commerce: bigint
  readonly debt: bigint
}

/** What the contact of a purchase may spend and owes now; undefined for a purchase that is nobody's. */
export async function walletNow(
  work: Work,
  { tenant, wallet, currency }: Pick<Purchase, 'tenant' | 'wallet' | 'currency'>,
): Promise<WalletNow | undefined> {
  if (wallet === undefined) return undefined
  const key = { tenant, id: wallet, currency }
  const accounts = await readAccounts(work.sql, [key])
  const balances = await walletBalances(work.db, tenant, [wallet], work.at)
  const { open = 0n, commerce = 0n } = balances.get(wallet) ?? {}
  const owed = accounts.get(accountId(contactAccount('CONTACT_DEBT', key)))?.balance ?? 0n
  return { open, commerce, debt: -owed }
}
