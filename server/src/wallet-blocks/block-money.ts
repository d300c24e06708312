import type { Work } from '../db/index.ts'
import { newId, type WalletBlockId, type WalletId } from '../kit/id.ts'
import { invariant } from '../kit/invariant.ts'
import { sum } from '../kit/money.ts'
import { blockedAccount, type Lot, type Movement, pocketOf, post, saveLots } from '../ledger/index.ts'
import { useWithinLimits } from '../wallets/index.ts'
import type { WalletBlock } from './wallet-block.ts'
import { insertBlock } from './wallet-blocks.store.ts'

export interface ToBlock extends Pick<WalletBlock, 'currency' | 'entity' | 'entityId'> {
  readonly wallet: WalletId
  /** What of which lots, as they are while the wallet is locked; at least one part. */
  readonly parts: readonly { readonly lot: Lot; readonly amount: bigint }[]
  readonly until: Date
}

/**
 * Sets money aside: it leaves its lots, stays the contact's, and counts against limits as if it were spent. The caller holds the wallet.
 */
export async function blockMoney(work: Work, toBlock: ToBlock): Promise<WalletBlock> {
  const { wallet, currency, parts, until: expiresAt, entity, entityId } = toBlock
  const movements = parts.map(({ lot, amount }): Movement => {
    lot.remaining -= amount
    invariant(lot.remaining >= 0n, 'no more is set aside than a lot holds')
    return { kind: 'BLOCK', from: pocketOf(lot), to: blockedAccount(lot), amount, lot: lot.id }
  })
  const block: WalletBlock = {
    id: newId<WalletBlockId>(),
    wallet,
    currency,
    amount: sum(parts.map(({ amount }) => amount)),
    entity,
    entityId,
    state: 'BLOCKED',
    expiresAt,
    countedAt: work.at,
  }
  await useWithinLimits(work, { wallet, kind: 'DEBIT', amount: block.amount, currency })
  await post(work.sql, [{ id: block.id, firstLine: 1, at: work.at, movements }])
  await saveLots(
    work.sql,
    parts.map(({ lot }) => lot),
  )
  await insertBlock(work, block)
  return block
}
