import type { PromotionId } from '../kit/id.ts'
import type { Change } from './compare.ts'
import type { KindName } from './kinds.ts'

/** Why a change would be refused in LIVE mode as things are. */
export interface Problem {
  readonly kind: KindName
  readonly code: string
  readonly of?: string
  readonly detail: string
}

/** What the TEST configuration would change in LIVE mode, as it is reviewed and then applied. */
export interface Promotion {
  readonly id: PromotionId
  readonly state: 'PREPARED' | 'APPLIED'
  readonly kinds: readonly KindName[]
  /** Of the changes: who applies it names it, to say what they have reviewed. */
  readonly digest: Buffer
  readonly changes: readonly Change[]
  readonly problems: readonly Problem[]
  readonly createdAt: Date
  readonly appliedAt: Date | undefined
}
