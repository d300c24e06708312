import type { Earning, Reckoning } from './award.ts'
import { reckonAward } from './awards/index.ts'
import type { Basket } from './basket.ts'
import { type CounterRef, type Counters, counterKey } from './counters.ts'
import type { Offer } from './offer.ts'

/**
 * A bill that several people, or several means, pay in parts: each part is a purchase of its own. Every part earns what the bill so
 * far earns less what its parts before earned, so that the parts together earn to the cent what the whole bill would.
 */
export interface Bill {
  /** Names the bill at its merchant. */
  readonly reference: string
  /** Of all parts together; minimum amounts look at it. */
  readonly total: bigint
}

/** What of the bill's parts has been reckoned for an offer. */
export function billCounter(
  { id }: Pick<Offer, 'id'>,
  { tenant, basket }: { readonly tenant: number; readonly basket: Basket },
): CounterRef | undefined {
  const { bill, merchant } = basket
  return bill && { tenant, offer: id, subject: merchant, period: `bill:${bill.reference}` }
}

/** What the bill's parts before this one were reckoned on; undefined for a purchase that is no part of a bill. */
export function billedBefore(
  offer: Pick<Offer, 'id' | 'terms'>,
  judged: { readonly tenant: number; readonly basket: Basket; readonly counters: Counters },
): bigint | undefined {
  // Given goods belong to the part in which they are.
  if (offer.terms.award.kind === 'PRODUCT') return undefined
  const ref = billCounter(offer, judged)
  return ref && (judged.counters.get(counterKey(ref))?.amount ?? 0n)
}

/** Reckons the award; of a part of a bill what the bill so far earns, less what it earned without this part. */
export function reckonPart(
  { terms: { award }, currency }: Pick<Offer, 'terms' | 'currency'>,
  earning: Earning,
  billed: bigint | undefined,
): Reckoning {
  if (!billed) return reckonAward(award, earning, currency)
  const before = reckonAward(award, { ...earning, base: billed }, currency)
  const after = reckonAward(award, { ...earning, base: billed + earning.base }, currency)
  return {
    amount: after.amount - before.amount,
    says: `${after.says}, less ${before.says} of the bill's parts before`,
  }
}
