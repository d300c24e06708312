import type { ReturnPolicy } from '../engine/index.ts'
import type { ContactId, OrganisationId, PurchaseId, ReturnId } from '../kit/id.ts'
import { sum } from '../kit/money.ts'
import type { UndoPlan } from './plan-undo.ts'
import type { Unwound } from './unwind.ts'

/** Goods given back, and what that took from which purchases. */
export interface GoodsReturn {
  readonly id: ReturnId
  readonly referenceNumber: string | undefined
  readonly merchant: OrganisationId
  readonly venue: OrganisationId | undefined
  /** undefined: the purchase was nobody's. */
  readonly contact: ContactId | undefined
  /** Whose goods they are; undefined: they were taken back without knowing. */
  readonly purchase: PurchaseId | undefined
  readonly currency: string
  readonly date: Date
  readonly returnAmount: bigint
  /** What found no purchase that could still be returned: nothing is taken back for it. */
  readonly unmatched: bigint
  readonly parts: readonly ReturnPart[]
}

export interface ReturnPart {
  readonly purchase: string
  /** The value of the goods. */
  readonly amount: bigint
  readonly award: bigint
  /** Of the award what is now owed. */
  readonly debt: bigint
  readonly spend: bigint
  /** Redeemed money that is commerce money again. */
  readonly redeem: bigint
  readonly explain: readonly ExplainedBack[]
}

/** Why so much of an award was taken; minor units. */
export interface ExplainedBack {
  readonly offer: string
  readonly name: string
  readonly version: number
  readonly policy: ReturnPolicy
  readonly awarded: number
  readonly before: number
  readonly after: number
  readonly because: string
}

export function partOf(purchase: PurchaseId, plan: UndoPlan, unwound: Unwound): ReturnPart {
  return {
    purchase,
    amount: plan.value,
    award: unwound.awardReversed,
    debt: unwound.debtMade,
    spend: unwound.spendReturned,
    redeem: unwound.redeemUndone,
    explain: plan.awards.map(({ award, policy, before, after, because }) => ({
      offer: award.offer.id,
      name: award.offer.name,
      version: award.offer.version,
      policy,
      awarded: Number(award.amount),
      before: Number(before),
      after: Number(after),
      because,
    })),
  }
}

export function awardsTakenBack({ parts }: GoodsReturn): bigint {
  return sum(parts.map(({ award }) => award))
}

export function spendsGivenBack({ parts }: GoodsReturn): bigint {
  return sum(parts.map(({ spend }) => spend))
}
