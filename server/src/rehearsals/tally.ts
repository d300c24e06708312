import { type Award, explainAward, type OfferTerms, type Refused } from '../engine/index.ts'
import { wireNumber } from '../kit/money.ts'
import type { PastPurchase } from './replay-history.ts'
import type { Replayed } from './simulate.ts'

const MOST_SHOWN = 20
const LARGEST = 10

/** What a replay of a draft tells, in the currency of the business. */
export interface DraftReport {
  readonly purchases: number
  readonly awarded_purchases: number
  readonly contacts_awarded: number
  /** What the offer would have given, what of it goods that came back would have taken back, and the rest. */
  readonly cost: { readonly gross: number; readonly taken_back: number; readonly net: number }
  /** What all offers together would have given more than without this one; less than the cost where it displaces others. */
  readonly extra_cost: number
  readonly contacts: {
    readonly gaining: number
    readonly losing: number
    readonly most_gained: readonly ContactChange[]
    readonly most_lost: readonly ContactChange[]
  }
  /** Other offers on the same purchases: awarded beside it, or displaced by it. */
  readonly overlaps: readonly {
    readonly offer: string
    readonly name: string
    readonly beside: number
    readonly displaced: number
    readonly displaced_amount: number
  }[]
  /** The largest awards, each with all that its amount follows from. */
  readonly largest: readonly object[]
  readonly by_day: readonly { readonly day: string; readonly purchases: number; readonly cost: number }[]
  /** Why it gave nothing, by the first condition that did not hold. Purchases it did not concern are not counted. */
  readonly refused: readonly { readonly condition: string; readonly purchases: number }[]
}

export interface ContactChange {
  readonly contact: string
  readonly without: number
  readonly with: number
  readonly change: number
}

interface Overlap {
  name: string
  beside: number
  displaced: number
  displacedAmount: bigint
}

interface Large {
  readonly award: Award
  readonly purchase: PastPurchase
}

export interface DraftTally {
  count(purchase: PastPurchase, outcome: { readonly without: Replayed; readonly with: Replayed }): void
  /** Goods came back: so much less of the offer, and of all offers without and with it. */
  takeBack(
    contact: string,
    amounts: { readonly own: bigint; readonly without: bigint; readonly with: bigint },
  ): void
  report(): DraftReport
}

/** Adds up what the draft changes: `draft` is its id, `currency` the one of the books. */
export function draftTally(draft: string, currency: string): DraftTally {
  const contacts = new Map<string, { without: bigint; with: bigint; isAwarded: boolean }>()
  const overlaps = new Map<string, Overlap>()
  const days = new Map<string, { purchases: number; cost: bigint }>()
  const refusals = new Map<string, number>()
  const largest: Large[] = []
  let purchases = 0
  let awardedPurchases = 0
  let gross = 0n
  let takenBack = 0n
  let extra = 0n

  const overlapWith = ({ offer }: Award): Overlap => {
    const there = overlaps.get(offer.id) ?? {
      name: offer.terms.name,
      beside: 0,
      displaced: 0,
      displacedAmount: 0n,
    }
    overlaps.set(offer.id, there)
    return there
  }

  const countAward = (award: Award, purchase: PastPurchase, { without, with: changed }: Compared) => {
    awardedPurchases += 1
    gross += award.amount
    const day = days.get(purchase.basket.businessDay) ?? { purchases: 0, cost: 0n }
    days.set(purchase.basket.businessDay, { purchases: day.purchases + 1, cost: day.cost + award.amount })
    const kept = new Set(changed.awards.map(({ offer }) => offer.id))
    for (const other of changed.awards) if (other !== award) overlapWith(other).beside += 1
    for (const other of without.awards) {
      if (kept.has(other.offer.id)) continue
      const overlap = overlapWith(other)
      overlap.displaced += 1
      overlap.displacedAmount += other.amount
    }
    keepLargest(largest, { award, purchase })
  }

  return {
    count: (purchase, compared) => {
      purchases += 1
      const before = totalOf(compared.without)
      const after = totalOf(compared.with)
      extra += after - before
      const own = compared.with.awards.find(({ offer }) => offer.id === draft)
      if (own) countAward(own, purchase, compared)
      else countRefusal(refusals, draft, compared.with.refused)
      const { contact } = purchase.basket
      const known = contacts.get(contact) ?? { without: 0n, with: 0n, isAwarded: false }
      known.without += before
      known.with += after
      known.isAwarded ||= own !== undefined
      contacts.set(contact, known)
    },
    takeBack: (contact, amounts) => {
      takenBack += amounts.own
      extra -= amounts.with - amounts.without
      const known = contacts.get(contact)
      if (!known) return
      known.without -= amounts.without
      known.with -= amounts.with
    },
    report: () => {
      const show = (minor: bigint) => wireNumber(minor, currency)
      const changes = [...contacts].map(([contact, { without, with: changed }]) => ({
        contact,
        without,
        changed,
      }))
      const tell = ({ contact, without, changed }: (typeof changes)[number]): ContactChange => ({
        contact,
        without: show(without),
        with: show(changed),
        change: show(changed - without),
      })
      const gaining = changes.filter(({ without, changed }) => changed > without).sort(byChange)
      const losing = changes
        .filter(({ without, changed }) => changed < without)
        .sort((a, b) => byChange(b, a))
      return {
        purchases,
        awarded_purchases: awardedPurchases,
        contacts_awarded: [...contacts.values()].filter(({ isAwarded }) => isAwarded).length,
        cost: { gross: show(gross), taken_back: show(takenBack), net: show(gross - takenBack) },
        extra_cost: show(extra),
        contacts: {
          gaining: gaining.length,
          losing: losing.length,
          most_gained: gaining.slice(0, MOST_SHOWN).map(tell),
          most_lost: losing.slice(0, MOST_SHOWN).map(tell),
        },
        overlaps: [...overlaps]
          .map(([offer, { name, beside, displaced, displacedAmount }]) => ({
            offer,
            name,
            beside,
            displaced,
            displaced_amount: show(displacedAmount),
          }))
          .sort((a, b) => b.displaced + b.beside - a.displaced - a.beside || (a.offer < b.offer ? -1 : 1))
          .slice(0, MOST_SHOWN),
        largest: largest.map(({ award, purchase }) => ({
          purchase: purchase.id,
          contact: purchase.basket.contact,
          day: purchase.basket.businessDay,
          ...explainAward(award, currency),
        })),
        by_day: [...days]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([day, { purchases: bought, cost }]) => ({ day, purchases: bought, cost: show(cost) })),
        refused: [...refusals]
          .map(([condition, count]) => ({ condition, purchases: count }))
          .sort((a, b) => b.purchases - a.purchases),
      }
    },
  }
}

interface Compared {
  readonly without: Replayed
  readonly with: Replayed
}

export function totalOf({ awards }: Replayed): bigint {
  let total = 0n
  for (const { amount } of awards) total += amount
  return total
}

interface Change {
  readonly without: bigint
  readonly changed: bigint
  readonly contact: string
}

function byChange(a: Change, b: Change): number {
  const [ofA, ofB] = [a.changed - a.without, b.changed - b.without]
  if (ofA !== ofB) return ofA > ofB ? -1 : 1
  return a.contact < b.contact ? -1 : 1
}

function countRefusal(refusals: Map<string, number>, draft: string, refused: readonly Refused[]): void {
  const own = refused.find(({ offer }) => offer.offer.id === draft)
  if (!own) return
  const reason =
    own.because === 'CONDITION' ? own.check.kind : own.because === 'LIMIT' ? own.reached.name : own.because
  refusals.set(reason, (refusals.get(reason) ?? 0) + 1)
}

function keepLargest(largest: Large[], one: Large): void {
  const smallest = largest.at(-1)
  if (largest.length >= LARGEST && smallest && smallest.award.amount >= one.award.amount) return
  const place = largest.findIndex(({ award }) => award.amount < one.award.amount)
  largest.splice(place < 0 ? largest.length : place, 0, one)
  if (largest.length > LARGEST) largest.pop()
}

/** The terms as a replay judges them: as if the offer had run all the time. */
export function asIfItHadRun(terms: OfferTerms): OfferTerms {
  return { ...terms, availability: {} }
}
