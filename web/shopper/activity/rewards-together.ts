import type { Reward } from '../queries.ts'

/** What several credits of one pool paid is one payment to whoever reads the receipt. The smallest amounts have three decimals. */
export function together(rewards: readonly Reward[]): readonly Reward[] {
  const all = new Map<string, Reward>()
  for (const reward of rewards) {
    const key = keyOf(reward)
    const before = all.get(key)
    const amount = Math.round(((before?.amount ?? 0) + reward.amount) * 1_000) / 1_000
    all.set(key, { ...reward, amount })
  }
  return [...all.values()]
}

export function keyOf({ type, reward_offer: offer, commerce_pool: pool }: Reward): string {
  return [type, offer?.id, pool?.id].join()
}
