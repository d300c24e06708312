import { counterKey } from '../engine/index.ts'
import type { Writes } from './decide-purchase.ts'
import { type Facts, nameKey, referenceKey } from './facts.ts'

/** Moves the facts on by one decision, so that the next purchase of the group sees it as done. */
export function absorb(facts: Facts, { made: { purchase }, newLots, spent, wallet, counted }: Writes): void {
  const { tenant, merchant, referenceNumber, id } = purchase
  if (referenceNumber !== undefined)
    facts.byReference.set(referenceKey(tenant, merchant, referenceNumber), purchase)
  facts.byId.set(nameKey(tenant, id), purchase)
  for (const { lot, amount } of spent) lot.remaining -= amount
  if (purchase.wallet !== undefined && wallet) {
    facts.wallets.set(purchase.wallet, wallet)
    if (newLots.length > 0)
      facts.lots.set(purchase.wallet, [...(facts.lots.get(purchase.wallet) ?? []), ...newLots])
  }
  for (const { ref, amount, uses } of counted) {
    const counter = facts.counters.get(counterKey(ref))
    if (!counter) continue
    counter.amount += amount
    counter.uses += uses
  }
}
