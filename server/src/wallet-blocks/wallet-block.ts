import type { WalletBlockId, WalletId } from '../kit/id.ts'

export type BlockState = 'BLOCKED' | 'TAKEN' | 'RELEASED' | 'EXPIRED'

/** Money of a wallet that is set aside for something, until it is taken for it, released, or its time is over. */
export interface WalletBlock {
  readonly id: WalletBlockId
  readonly wallet: WalletId
  readonly currency: string
  readonly amount: bigint
  readonly entity: 'ORDER' | 'ESTIMATE'
  /** The order or estimate; each has one block at a time. */
  readonly entityId: string
  readonly state: BlockState
  readonly expiresAt: Date
  /** Since when it counts against limits of the wallet; undefined: it was set aside before that was counted. */
  readonly countedAt: Date | undefined
}
