import type { Earning, Reckon, Reckoned, Reckoning } from './award.ts'
import { formulaOfAward } from './awards/index.ts'
import type { Basket } from './basket.ts'
import type { CounterRef, Counters } from './counters.ts'
import type { Offer, RedeemMethod } from './offer.ts'

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

/** What the offers of one group were awarded together for parts of the bill: of the whole bill, too, only the best of them is. */
export function billGroupCounter(
  { group, redeem }: { readonly group: string | undefined; readonly redeem: RedeemMethod },
  { tenant, basket }: { readonly tenant: number; readonly basket: Basket },
): CounterRef | undefined {
  const { bill, business, merchant } = basket
  if (!bill || group === undefined) return undefined
  return { tenant, offer: business, subject: merchant, period: `bill:${bill.reference}|${redeem}|${group}` }
}

/** What the bill's parts before this one were reckoned on; undefined for a purchase that is no part of a bill. */
export function billedBefore(
  { offer, givesGoods }: { readonly offer: Pick<Offer, 'id'>; readonly givesGoods: boolean },
  judged: { readonly tenant: number; readonly basket: Basket; readonly counters: Counters },
): bigint | undefined {
  // Given goods belong to the part in which they are.
  if (!judged.basket.bill || givesGoods) return undefined
  const ref = billCounter(offer, judged)
  return ref && (judged.counters.get(ref)?.amount ?? 0n)
}

export interface PartReckoned extends Reckoning {
  /** What the offer gives for all parts of the bill so far. */
  readonly inAll: bigint
}

/** Reckons an award; of a part of a bill what the bill so far earns, less what it earned without this part. */
export function reckonPart(reckon: Reckon, earning: Earning, billed: bigint | undefined): PartReckoned {
  if (!billed) {
    const reckoned = reckon(earning)
    return { ...reckoned, inAll: reckoned.amount }
  }
  const before = reckon({ ...earning, base: billed })
  const after = reckon({ ...earning, base: billed + earning.base })
  return { amount: after.amount - before.amount, inAll: after.amount }
}

interface Given extends Reckoned {
  readonly offer: Pick<Offer, 'terms' | 'currency'>
  readonly billed: bigint | undefined
}

/** How an award came about, such as "5 % of 12.00 EUR". */
export function formulaOf({ offer: { terms, currency }, billed, ...reckoned }: Given): string {
  const of = (base: bigint) => formulaOfAward(terms.award, { ...reckoned, base }, currency)
  if (!billed) return of(reckoned.base)
  return `${of(billed + reckoned.base)}, less ${of(billed)} of the bill's parts before`
}
