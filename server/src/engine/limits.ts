import type { OfferId } from '../kit/branded.ts'
import { least } from '../kit/money.ts'
import type { Basket } from './basket.ts'
import { billGroupCounter } from './bill.ts'
import type { CompiledOffer } from './compile.ts'
import { type CounterRef, type CounterState, type Counters, distinctRefs, isSameCounter } from './counters.ts'
import type { Offer, Quota } from './offer.ts'
import { periodKey } from './periods.ts'
import { type Goal, progressCounter } from './progress.ts'

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
  'BILL',
] as const
export type LimitName = (typeof LIMIT_NAMES)[number]

/** One limit of an offer, made ready for many purchases: how much money, or how often, for whom in what time. */
export interface Limit {
  readonly name: LimitName
  readonly counts: 'AMOUNT' | 'USES'
  readonly most: bigint
  readonly counterFor: (judged: Judged) => CounterRef
}

interface Judged {
  readonly tenant: number
  readonly basket: Basket
}

/** The limits of an offer but for those of passes, which come with the basket. */
export function compileLimits({ id, terms: { limits } }: Pick<Offer, 'id' | 'terms'>): readonly Limit[] {
  const { budget, per_period, per_contact, per_venue } = limits
  return [
    ...(budget === undefined ? [] : [budgetOf(id, BigInt(budget))]),
    ...quotas('PER_PERIOD', per_period, { id, subjectOf: () => id }),
    ...quotas('PER_CONTACT', per_contact, { id, subjectOf: ({ contact }) => contact }),
    ...quotas('PER_VENUE', per_venue, { id, subjectOf: ({ venue, merchant }) => venue ?? merchant }),
  ]
}

function budgetOf(id: OfferId, most: bigint): Limit {
  const counterFor = ({ tenant }: Judged): CounterRef => ({ tenant, offer: id, subject: id, period: '' })
  return { name: 'BUDGET', counts: 'AMOUNT', most, counterFor }
}

interface Counted {
  readonly id: OfferId
  readonly subjectOf: (basket: Basket) => string
}

function quotas(
  name: 'PER_PERIOD' | 'PER_CONTACT' | 'PER_VENUE',
  quota: Quota | undefined,
  { id, subjectOf }: Counted,
): Limit[] {
  if (!quota) return []
  const { uses, amount, period } = quota
  const counterFor = ({ tenant, basket }: Judged): CounterRef => {
    return { tenant, offer: id, subject: subjectOf(basket), period: periodKey(period, basket.businessDay) }
  }
  return [
    ...(uses === undefined
      ? []
      : [{ name: `${name}_USES`, counts: 'USES', most: BigInt(uses), counterFor } as const]),
    ...(amount === undefined
      ? []
      : [{ name: `${name}_AMOUNT`, counts: 'AMOUNT', most: BigInt(amount), counterFor } as const]),
  ]
}

function passLimits({ pass }: Basket): Limit[] {
  const found: Limit[] = []
  if (pass?.mostUses !== undefined) {
    found.push({
      name: 'PASS_USES',
      counts: 'USES',
      most: BigInt(pass.mostUses),
      counterFor: ({ tenant }) => ({ tenant, offer: pass.plan, subject: pass.id, period: 'pass:' }),
    })
  }
  if (pass?.mostUsesPerContact !== undefined) {
    found.push({
      name: 'PASS_USES_PER_CONTACT',
      counts: 'USES',
      most: BigInt(pass.mostUsesPerContact),
      counterFor: ({ tenant, basket: { contact } }) => {
        return { tenant, offer: pass.plan, subject: contact, period: `pass:${pass.id}` }
      },
    })
  }
  return found
}

/** An offer with its limits made ready. */
export interface Limited {
  readonly limits: readonly Limit[]
  /** Whether it asks for a pass, whose own limits hold for it as well. */
  readonly asksForPass: boolean
}

export function asksForPass({ terms: { conditions } }: Pick<Offer, 'terms'>): boolean {
  return conditions.some(({ kind }) => kind === 'PASS')
}

function limitsOf({ limits, asksForPass }: Limited, basket: Basket): readonly Limit[] {
  return asksForPass ? [...limits, ...passLimits(basket)] : limits
}

/** The counters that say how often the purchase's pass was used. */
export function passCounters(tenant: number, basket: Basket): CounterRef[] {
  return passLimits(basket).map(({ counterFor }) => counterFor({ tenant, basket }))
}

/** What of a compiled offer is counted. */
type Counting = Limited & {
  readonly offer: Pick<Offer, 'id'>
  readonly goal: Pick<Goal, 'terms'> | undefined
}

/** The counters that judging the offer reads. */
export function countersOf(
  { offer, goal, ...limited }: Counting,
  tenant: number,
  basket: Basket,
): CounterRef[] {
  const judged = { tenant, basket }
  const refs = distinctRefs(limitsOf(limited, basket).map(({ counterFor }) => counterFor(judged)))
  return goal ? [...refs, progressCounter(offer, goal.terms, judged)] : refs
}

/** What a limit did to an award: which, what was used of how much. */
export interface LimitReached {
  readonly name: LimitName
  readonly used: bigint
  readonly most: bigint
}

/** What limits leave of an award. */
export interface WithinLimits {
  readonly amount: bigint
  /** The tightest limit, where the amount is less than what was reckoned. */
  readonly reached: LimitReached | undefined
  /** The counters that the award moves. */
  readonly counters: readonly CounterRef[]
}

const NO_COUNTERS: readonly CounterRef[] = []

export function withinLimits(
  offer: Limited,
  judged: Judged & { readonly counters: Counters },
  reckoned: bigint,
): WithinLimits {
  const limits = limitsOf(offer, judged.basket)
  if (limits.length === 0) return { amount: reckoned, reached: undefined, counters: NO_COUNTERS }
  let amount = reckoned
  let reached: LimitReached | undefined
  const refs: CounterRef[] = []
  for (const { name, counts, counterFor, most } of limits) {
    const ref = counterFor(judged)
    // A quota of money and of uses is one counter.
    if (!refs.some((each) => isSameCounter(each, ref))) refs.push(ref)
    const state = judged.counters.get(ref)
    const used = state ? usedOf(counts, state) : 0n
    const left = most > used ? most - used : 0n
    const allowed = counts === 'USES' ? (left > 0n ? amount : 0n) : least(amount, left)
    if (allowed < amount) {
      amount = allowed
      reached = { name, used, most }
    }
  }
  return { amount, reached, counters: refs }
}

/** Of a part of a split bill no more than what the bill so far gives by this offer is above what its rivals gave for parts before. */
export function withinBill(
  offer: Pick<CompiledOffer, 'group' | 'redeem'>,
  judged: Judged & { readonly counters: Counters },
  { within, inAll }: { readonly within: WithinLimits; readonly inAll: bigint },
): WithinLimits {
  const ref = billGroupCounter(offer, judged)
  if (!ref) return within
  const counters = [...within.counters, ref]
  const used = judged.counters.get(ref)?.amount ?? 0n
  const left = inAll > used ? inAll - used : 0n
  if (left >= within.amount) return { ...within, counters }
  return { amount: left, reached: { name: 'BILL', used, most: inAll }, counters }
}

function usedOf(counts: Limit['counts'], { uses, amount }: CounterState): bigint {
  return counts === 'USES' ? BigInt(uses) : amount
}

/** Whether a limit is counted in how often, not in money. */
export function isOfUses(name: LimitName): boolean {
  return name.includes('USES')
}
