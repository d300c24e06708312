import type { Tier } from '../engine/index.ts'
import { Forbidden } from '../http/index.ts'
import type { Actor } from '../kit/actor.ts'

/** A tier with what is told about it. */
export interface StoredTier extends Tier {
  readonly description: string | undefined
  /** What its holders are promised, in the merchant's words. */
  readonly benefits: string | undefined
  readonly createdAt: Date
}

export function requireWholeBusiness({ within }: Actor): void {
  if (within === undefined) return
  throw Forbidden({
    parameters: ['reward_tier'],
    detail: 'Tiers hold for the whole business; a key of one merchant or venue cannot change them.',
  })
}

/** What a change leaves out stays, null clears. */
export function kept<Value>(there: Value | undefined, sent: Value | null | undefined): Value | undefined {
  return sent === undefined ? there : (sent ?? undefined)
}
