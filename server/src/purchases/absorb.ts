import { NO_DEBTS } from '../ledger/index.ts'
import type { Writes } from './decide-purchase.ts'
import { type Facts, nameKey, referenceKey } from './facts.ts'

/** Moves the facts on by one decision, so that the next purchase of the group sees it as done. */
export function absorb(
  facts: Facts,
  { made: { purchase }, newLots, spent, redeemed, wallet, debts, counted, use, used }: Writes,
): void {
  const { tenant, merchant, referenceNumber, id } = purchase
  if (referenceNumber !== undefined)
    facts.byReference.set(referenceKey(tenant, merchant, referenceNumber), purchase)
  facts.byId.set(nameKey(tenant, id), purchase)
  for (const { lot, amount } of [...spent, ...redeemed]) lot.remaining -= amount
  if (purchase.wallet !== undefined && wallet) {
    facts.wallets.set(purchase.wallet, wallet)
    const owed = facts.debts.get(purchase.wallet)
    if (owed || debts.debts.length > 0)
      facts.debts.set(purchase.wallet, { before: owed?.before ?? NO_DEBTS, now: debts })
    if (newLots.length > 0)
      facts.lots.set(purchase.wallet, [...(facts.lots.get(purchase.wallet) ?? []), ...newLots])
  }
  // What it spent leaves the next purchase of the wallet less room within its limits.
  const limits = use && facts.limits.get(use.wallet)
  if (use && limits) facts.limits.set(use.wallet, { ...limits, uses: [...limits.uses, use] })
  if (used?.token) facts.tokens.set(used.token.id, { ...used.token, state: 'USED', purchase: id })
  const preference = used?.preferenceOf && facts.preferences.get(used.preferenceOf)
  if (used?.preferenceOf && preference)
    facts.preferences.set(used.preferenceOf, { ...preference, automatic: false, nextPurchaseOnly: false })
  for (const { ref, amount, uses } of counted) {
    const counter = facts.counters.get(ref)
    if (!counter) continue
    counter.amount += amount
    counter.uses += uses
  }
}
