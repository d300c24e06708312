import { readAmount } from '../code/amounts.ts'

/** When the wallet may pay by itself, as it stands in the form. */
export interface Draft {
  readonly isOn: boolean
  readonly nextOnly: boolean
  readonly keep: string
  readonly from: string
  readonly most: string
}
export const BOUNDS = ['from', 'most', 'keep'] as const
export type Bound = (typeof BOUNDS)[number]

export interface Wish {
  readonly enable_automatic_spend: boolean
  readonly next_purchase_only: boolean
  readonly minimum_wallet_balance: number | null
  readonly from_purchase_amount: number | null
  readonly maximum_spend_amount: number | null
}

interface Kept {
  readonly enable_automatic_spend: boolean | null
  readonly next_purchase_only: boolean
  readonly minimum_wallet_balance: number
  readonly from_purchase_amount: number
  readonly maximum_spend_amount: number | null
}

export function draftOf(kept: Kept): Draft {
  const text = (amount: number | null) => (amount === null || amount === 0 ? '' : String(amount))
  return {
    isOn: kept.enable_automatic_spend === true,
    nextOnly: kept.next_purchase_only,
    keep: text(kept.minimum_wallet_balance),
    from: text(kept.from_purchase_amount),
    most: text(kept.maximum_spend_amount),
  }
}

/** Which of the bounds is no amount; empty ones do not bound. */
export function wrongIn(draft: Draft): Bound | undefined {
  return BOUNDS.find((bound) => draft[bound].trim() !== '' && readAmount(draft[bound]) === undefined)
}

export function wishOf({ isOn, nextOnly, ...bounds }: Draft): Wish {
  const amount = (bound: Bound) => readAmount(bounds[bound]) ?? null
  return {
    enable_automatic_spend: isOn,
    next_purchase_only: nextOnly,
    minimum_wallet_balance: amount('keep'),
    from_purchase_amount: amount('from'),
    maximum_spend_amount: amount('most'),
  }
}
