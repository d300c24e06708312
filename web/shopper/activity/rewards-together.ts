import { sumOf } from '../../kit/sum.ts'
import type { Reward } from '../queries.ts'

/** What several credits of one pool paid is one payment to whoever reads the receipt. */
export function together(rewards: readonly Reward[]): readonly Reward[] {
  const all = new Map<string, Reward>()
  for (const reward of rewards) {
    const key = keyOf(reward)
    const before = all.get(key)
    const amount = sumOf([before?.amount ?? 0, reward.amount])
    all.set(key, { ...reward, amount })
  }
  return [...all.values()]
}

export function keyOf({ type, reward_offer: offer, commerce_pool: pool }: Reward): string {
  return [type, offer?.id, pool?.id].join()
}
