import type { OfferId } from '../kit/id.ts'
import { least } from '../kit/money.ts'
import type { Basket } from './basket.ts'
import { type Offer, periodKey } from './offer.ts'

/** Names one counter: of the whole offer (subject = the offer) or of one contact, in one period. */
export interface CounterRef {
  readonly tenant: number
  readonly offer: OfferId
  readonly subject: string
  readonly period: string
}

export interface CounterState {
  readonly ref: CounterRef
  amount: bigint
  uses: number
}

export type Counters = ReadonlyMap<string, CounterState>

export function counterKey({ tenant, offer, subject, period }: CounterRef): string {
  return `${tenant}|${offer}|${subject}|${period}`
}

/** One limit of an offer as it applies to a purchase. */
interface Limit {
  readonly name: 'BUDGET' | 'PER_CONTACT_AMOUNT' | 'PER_CONTACT_USES'
  readonly counter: CounterRef
  readonly most: bigint
}

function limitsOf({ id, terms: { limits } }: Offer, tenant: number, basket: Basket): Limit[] {
  const found: Limit[] = []
  if (limits.budget !== undefined) {
    const counter: CounterRef = { tenant, offer: id, subject: id, period: '' }
    found.push({ name: 'BUDGET', counter, most: BigInt(limits.budget) })
  }
  const { per_contact } = limits
  if (per_contact) {
    const period = periodKey(per_contact.period, basket.businessDay)
    const counter: CounterRef = { tenant, offer: id, subject: basket.contact, period }
    if (per_contact.uses !== undefined) {
      found.push({ name: 'PER_CONTACT_USES', counter, most: BigInt(per_contact.uses) })
    }
    if (per_contact.amount !== undefined) {
      found.push({ name: 'PER_CONTACT_AMOUNT', counter, most: BigInt(per_contact.amount) })
    }
  }
  return found
}

/** The counters that judging and awarding the offer reads and moves; none for offers without limits. */
export function countersOf(offer: Offer, tenant: number, basket: Basket): CounterRef[] {
  const refs = limitsOf(offer, tenant, basket).map(({ counter }) => counter)
  return [...new Map(refs.map((ref) => [counterKey(ref), ref])).values()]
}

/** What a limit did to an award: which, what was used of how much. */
export interface LimitReached {
  readonly name: Limit['name']
  readonly used: bigint
  readonly most: bigint
}

/** The amount that the limits leave, and the tightest limit where it is less than what was reckoned. */
export function withinLimits(
  offer: Offer,
  {
    tenant,
    basket,
    counters,
  }: { readonly tenant: number; readonly basket: Basket; readonly counters: Counters },
  reckoned: bigint,
): { readonly amount: bigint; readonly reached: LimitReached | undefined } {
  let amount = reckoned
  let reached: LimitReached | undefined
  for (const { name, counter, most } of limitsOf(offer, tenant, basket)) {
    const state = counters.get(counterKey(counter))
    const used = name === 'PER_CONTACT_USES' ? BigInt(state?.uses ?? 0) : (state?.amount ?? 0n)
    const left = most > used ? most - used : 0n
    const allowed = name === 'PER_CONTACT_USES' ? (left > 0n ? amount : 0n) : least(amount, left)
    if (allowed < amount) {
      amount = allowed
      reached = { name, used, most }
    }
  }
  return { amount, reached }
}
