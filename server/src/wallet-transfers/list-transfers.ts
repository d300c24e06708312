import type { Work } from '../db/index.ts'
import type { WalletId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { wireNumber } from '../kit/money.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { findWallet, readPools, walletsMergedInto } from '../wallets/index.ts'
import type { WalletTransfer } from './wallet-transfer.ts'
import type { TransferReply } from './wallet-transfers.api.ts'
import { countTransfers, type Direction, ownersOf, pageOfTransfers } from './wallet-transfers.store.ts'

interface ListQuery {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
  readonly include_total: boolean
  readonly direction?: Direction | undefined
}

export async function listTransfers(
  work: Work,
  idOrCode: string,
  { page, size, order, include_total: includeTotal, direction }: ListQuery,
): Promise<Page<TransferReply>> {
  const wallets = await walletsMergedInto(work, await findWallet(work, idOrCode))
  const filter = { wallets, direction }
  const rows = await pageOfTransfers(work, filter, { page, size, order })
  const total = includeTotal ? await countTransfers(work, filter) : null
  return pageOf({ page, size, includeTotal }, rows, await shower(work, wallets, rows), total)
}

async function shower(
  work: Work,
  wallets: readonly WalletId[],
  rows: readonly WalletTransfer[],
): Promise<(transfer: WalletTransfer) => TransferReply> {
  const pools = await readPools(work.db, work.actor.tenant)
  const owners = await ownersOf(work, [
    ...new Set(rows.flatMap(({ origin, destination }) => [origin, destination])),
  ])
  const side = (id: WalletId) => ({
    wallet_id: id,
    contact: present(owners.get(id), 'a wallet stays with its contact'),
  })
  return ({ id, code, origin, destination, amount, currency, pool, notes, date }) => ({
    id,
    code,
    direction: wallets.includes(origin) ? 'SENT' : 'RECEIVED',
    origin: side(origin),
    destination: side(destination),
    amount: wireNumber(amount, currency),
    currency_code: currency,
    commerce_pool: pool === undefined ? null : { id: pool, name: pools.get(pool)?.name ?? '' },
    notes: notes ?? null,
    transfer_date: epochSeconds(date),
  })
}
