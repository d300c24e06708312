import { least } from '../kit/money.ts'
import type { Basket } from './basket.ts'
import { type CounterRef, type Counters, counterKey, distinctRefs } from './counters.ts'
import type { Offer, Quota } from './offer.ts'
import { periodKey } from './periods.ts'
import { progressCounter } from './progress.ts'

export const LIMIT_NAMES = [
  'BUDGET',
  'PER_PERIOD_AMOUNT',
  'PER_PERIOD_USES',
  'PER_CONTACT_AMOUNT',
  'PER_CONTACT_USES',
  'PER_VENUE_AMOUNT',
  'PER_VENUE_USES',
  'PASS_USES',
  'PASS_USES_PER_CONTACT',
  'LEFT_TO_PAY',
] as const
export type LimitName = (typeof LIMIT_NAMES)[number]

/** One limit of an offer as it applies to a purchase: counted in money, or in how often. */
interface Limit {
  readonly name: LimitName
  readonly counts: 'AMOUNT' | 'USES'
  readonly counter: CounterRef
  readonly most: bigint
}

interface Judged {
  readonly tenant: number
  readonly basket: Basket
}

function limitsOf(offer: Offer, judged: Judged): Limit[] {
  const { id, terms } = offer
  const { budget, per_period, per_contact, per_venue } = terms.limits
  const { basket, tenant } = judged
  const found: Limit[] = []
  if (budget !== undefined) {
    const counter: CounterRef = { tenant, offer: id, subject: id, period: '' }
    found.push({ name: 'BUDGET', counts: 'AMOUNT', counter, most: BigInt(budget) })
  }
  const add = (
    name: 'PER_PERIOD' | 'PER_CONTACT' | 'PER_VENUE',
    quota: Quota | undefined,
    subject: string,
  ) => {
    if (!quota) return
    const period = periodKey(quota.period, basket.businessDay)
    const counter: CounterRef = { tenant, offer: id, subject, period }
    if (quota.uses !== undefined)
      found.push({ name: `${name}_USES`, counts: 'USES', counter, most: BigInt(quota.uses) })
    if (quota.amount !== undefined)
      found.push({ name: `${name}_AMOUNT`, counts: 'AMOUNT', counter, most: BigInt(quota.amount) })
  }
  add('PER_PERIOD', per_period, id)
  add('PER_CONTACT', per_contact, basket.contact)
  add('PER_VENUE', per_venue, basket.venue ?? basket.merchant)
  return terms.conditions.some(({ kind }) => kind === 'PASS') ? [...found, ...passLimits(judged)] : found
}

function passLimits({ tenant, basket: { pass, contact } }: Judged): Limit[] {
  const found: Limit[] = []
  if (pass?.mostUses !== undefined) {
    const counter: CounterRef = { tenant, offer: pass.plan, subject: pass.id, period: 'pass:' }
    found.push({ name: 'PASS_USES', counts: 'USES', counter, most: BigInt(pass.mostUses) })
  }
  if (pass?.mostUsesPerContact !== undefined) {
    const counter: CounterRef = { tenant, offer: pass.plan, subject: contact, period: `pass:${pass.id}` }
    found.push({
      name: 'PASS_USES_PER_CONTACT',
      counts: 'USES',
      counter,
      most: BigInt(pass.mostUsesPerContact),
    })
  }
  return found
}

/** The counters that say how often the purchase's pass was used. */
export function passCounters(tenant: number, basket: Basket): CounterRef[] {
  return passLimits({ tenant, basket }).map(({ counter }) => counter)
}

/** The counters of its limits, which an award moves; none for offers without limits. */
export function limitCounters(offer: Offer, tenant: number, basket: Basket): CounterRef[] {
  return distinctRefs(limitsOf(offer, { tenant, basket }).map(({ counter }) => counter))
}

/** The counters that judging the offer reads. */
export function countersOf(offer: Offer, tenant: number, basket: Basket): CounterRef[] {
  const { progress } = offer.terms
  const limits = limitCounters(offer, tenant, basket)
  return progress ? [...limits, progressCounter(offer, progress, { tenant, basket })] : limits
}

/** What a limit did to an award: which, what was used of how much. */
export interface LimitReached {
  readonly name: LimitName
  readonly used: bigint
  readonly most: bigint
}

/** The amount that the limits leave, and the tightest limit where it is less than what was reckoned. */
export function withinLimits(
  offer: Offer,
  { tenant, basket, counters }: Judged & { readonly counters: Counters },
  reckoned: bigint,
): { readonly amount: bigint; readonly reached: LimitReached | undefined } {
  let amount = reckoned
  let reached: LimitReached | undefined
  for (const { name, counts, counter, most } of limitsOf(offer, { tenant, basket })) {
    const state = counters.get(counterKey(counter))
    const used = counts === 'USES' ? BigInt(state?.uses ?? 0) : (state?.amount ?? 0n)
    const left = most > used ? most - used : 0n
    const allowed = counts === 'USES' ? (left > 0n ? amount : 0n) : least(amount, left)
    if (allowed < amount) {
      amount = allowed
      reached = { name, used, most }
    }
  }
  return { amount, reached }
}

/** Whether a limit is counted in how often, not in money. */
export function isOfUses(name: LimitName): boolean {
  return name.includes('USES')
}
