import type { ContactId, OrganisationId, ReturnId } from '../kit/id.ts'
import { sum } from '../kit/money.ts'

/** Goods given back, and what that took from which purchases. */
export interface GoodsReturn {
  readonly id: ReturnId
  readonly referenceNumber: string | undefined
  readonly merchant: OrganisationId
  readonly venue: OrganisationId | undefined
  readonly contact: ContactId
  readonly currency: string
  readonly date: Date
  readonly returnAmount: bigint
  /** What found no purchase that could still be returned: nothing is taken back for it. */
  readonly unmatched: bigint
  readonly parts: readonly ReturnPart[]
}

export interface ReturnPart {
  readonly purchase: string
  readonly amount: bigint
  readonly award: bigint
  readonly spend: bigint
}

export function awardsTakenBack({ parts }: GoodsReturn): bigint {
  return sum(parts.map(({ award }) => award))
}

export function spendsGivenBack({ parts }: GoodsReturn): bigint {
  return sum(parts.map(({ spend }) => spend))
}
