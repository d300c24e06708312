import { useSyncExternalStore } from 'react'

/** How the paper shows what rewards pay: the guide allows a payment, after VAT, and a discount, before it. */
export const REWARDS_AS = ['PAYMENT', 'DISCOUNT'] as const
export type RewardsAs = (typeof REWARDS_AS)[number]

const KEPT = 'tillback.till.rewards-as'
const listeners = new Set<() => void>()

export function readRewardsAs(): RewardsAs {
  return localStorage.getItem(KEPT) === 'DISCOUNT' ? 'DISCOUNT' : 'PAYMENT'
}

export function showRewardsAs(as: RewardsAs): void {
  localStorage.setItem(KEPT, as)
  for (const changed of listeners) changed()
}

export function useRewardsAs(): RewardsAs {
  return useSyncExternalStore((changed) => {
    listeners.add(changed)
    return () => listeners.delete(changed)
  }, readRewardsAs)
}
