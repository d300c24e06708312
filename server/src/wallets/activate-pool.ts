import { getContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { InvalidState, notFound } from '../kit/error.ts'
import { contactAccount, lockAccounts } from '../ledger/index.ts'
import { saveActivation } from './activations.store.ts'
import { findWallet } from './get-wallet.ts'
import { findPool } from './pools.store.ts'
import type { Wallet } from './wallets.store.ts'

export interface PoolAction {
  readonly action: 'ACTIVATE' | 'DEACTIVATE'
  readonly contact_id?: string | undefined
  readonly wallet_id?: string | undefined
}

export interface Activated {
  readonly id: string
  readonly wallet_id: string
  readonly is_active: boolean
}

/** Switches a pool on or off for one wallet. The same again changes nothing. */
export async function activatePool(work: Work, idOrCode: string, action: PoolAction): Promise<Activated> {
  const pool = await findPool(work, idOrCode)
  if (!pool) throw notFound('commerce_pool', idOrCode)
  if (!pool.terms.needs_activation) {
    throw InvalidState({
      parameters: ['commerce_pool', pool.code],
      detail: `Money of the commerce pool "${pool.name}" can be spent without being switched on.`,
    })
  }
  const { id, currency } = await walletNamed(work, action)
  const isActive = action.action === 'ACTIVATE'
  // The wallet's lock: no purchase is deciding by the earlier state meanwhile.
  await lockAccounts(work.sql, [
    contactAccount('CONTACT_COMMERCE', { tenant: work.actor.tenant, id, currency }),
  ])
  await saveActivation(work, { wallet: id, pool: pool.id, isActive })
  return { id: pool.id, wallet_id: id, is_active: isActive }
}

async function walletNamed(
  work: Work,
  { contact_id, wallet_id = '' }: PoolAction,
): Promise<Pick<Wallet, 'id' | 'currency'>> {
  return contact_id === undefined ? findWallet(work, wallet_id) : (await getContact(work, contact_id)).wallet
}
