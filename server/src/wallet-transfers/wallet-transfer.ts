import type { PoolId, WalletId, WalletTransferId } from '../kit/id.ts'

/** Money that one wallet gave to another. */
export interface WalletTransfer {
  readonly id: WalletTransferId
  readonly code: string
  readonly origin: WalletId
  readonly destination: WalletId
  readonly currency: string
  readonly amount: bigint
  /** Undefined: open money. */
  readonly pool: PoolId | undefined
  readonly notes: string | undefined
  readonly date: Date
}

/** The fields in which a repeated request differs from the one that took its code. */
export function differences(
  before: WalletTransfer,
  sent: Omit<WalletTransfer, 'id' | 'date'>,
): readonly string[] {
  const same: Readonly<Record<string, boolean>> = {
    wallet_id: before.origin === sent.origin,
    destination: before.destination === sent.destination,
    amount: before.amount === sent.amount,
    commerce_pool: before.pool === sent.pool,
    notes: before.notes === sent.notes,
  }
  return Object.keys(same).filter((field) => same[field] === false)
}
