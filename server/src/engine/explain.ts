import { display, money, wireNumber } from '../kit/money.ts'
import { quantityNumber, quantityText } from '../kit/quantity.ts'
import { showAward } from './awards/index.ts'
import type { Basket } from './basket.ts'
import { formulaOf } from './bill.ts'
import type { CompiledOffer } from './compile.ts'
import type { ConditionSettings } from './conditions/index.ts'
import type { Award, Refused } from './judge.ts'
import { isOfUses, type LimitName, type LimitReached } from './limits.ts'
import type { NearMiss } from './near-miss.ts'
import { type Reached, saysCounted } from './progress.ts'
import { sharesOf } from './shares.ts'

/** All that keeps an offer from giving something, as explanations name it. */
export type Reason =
  | ConditionSettings['kind']
  | LimitName
  | 'AVAILABILITY'
  | 'SCHEME'
  | 'PRICE_IS_OPEN'
  | 'GOAL'
  | 'NOTHING_TO_EARN'
  | 'BETTER_OFFER'
  | 'EXCLUSIVE_GROUP'

/** Why an offer gave nothing: which condition or rule, what the purchase had, what it would have needed. */
export interface RefusedOffer {
  readonly offer: string
  readonly version: number
  readonly condition: string
  readonly seen: string
  readonly needed: string
}

/** How far a goal over several purchases came: counted before, added by this one, how often awarded before and due now. */
export interface ExplainedProgress {
  readonly of: string
  readonly target: number
  readonly before: number
  readonly added: number
  readonly granted: number
  readonly due: number
  readonly repeats: boolean
  readonly on_accumulated: boolean
}

/** How one award came about; amounts in the currency, so that whoever reads it can compute it again. */
export interface ExplainedAward {
  readonly offer: string
  readonly version: number
  /** INSTANT where the award went off the price. */
  readonly redeem?: 'INSTANT' | undefined
  readonly base: number
  /** What each line makes up of the base of this purchase. */
  readonly bases: readonly number[]
  readonly rule: object
  readonly says: string
  /** How often the purchase fulfils the offer, where that is not once. */
  readonly times?: number | undefined
  readonly progress?: ExplainedProgress | undefined
  /** Of a part of a split bill: what the parts before it were reckoned on. The award is the rule's for both less its for these. */
  readonly billed?: number | undefined
  /** Pieces that are given: so many of so many of a line, which together make up so much of the base. */
  readonly units?:
    | readonly { readonly line: number; readonly taken: number; readonly of: number; readonly base: number }[]
    | undefined
  readonly reckoned: number
  readonly limit?: { readonly name: string; readonly used: number; readonly most: number } | undefined
  readonly amount: number
  readonly shares: readonly number[]
}

/** A little more that would have given an award. */
export interface ExplainedNearMiss {
  readonly offer: string
  readonly version: number
  readonly says: string
  readonly add: { readonly amount: number } | { readonly quantity: number }
  /** Of the goods on this line, from 1; null: of anything that earns. */
  readonly line: number | null
  readonly amount: number
}

export function explainAward(award: Award, currency: string): ExplainedAward {
  const { offer, redeem, base, bases, times, progress, billed, units, reckoned, amount, reached } = award
  const show = (minor: bigint) => wireNumber(minor, currency)
  const amounts = {
    decimal: (minor: string) => show(BigInt(minor)),
    pieces: (text: string) => quantityNumber(BigInt(text)),
  }
  return {
    offer: offer.id,
    version: offer.version,
    redeem: redeem === 'INSTANT' ? redeem : undefined,
    base: show(base),
    bases: bases.map(show),
    rule: showAward(offer.terms.award, amounts),
    says: formulaOf(award),
    times: times === 1n ? undefined : Number(times),
    progress: progress && explainProgress(progress, currency),
    billed: billed ? show(billed) : undefined,
    units: units?.map((each) => ({
      line: each.index + 1,
      taken: quantityNumber(each.taken),
      of: quantityNumber(each.of),
      base: show(each.base),
    })),
    reckoned: show(reckoned),
    limit: reached && {
      name: reached.name,
      used: inUnits(reached, reached.used, currency),
      most: inUnits(reached, reached.most, currency),
    },
    amount: show(amount),
    shares: sharesOf(award).map(show),
  }
}

function explainProgress(
  { terms, before, added, granted, due }: Reached,
  currency: string,
): ExplainedProgress {
  const unit = (value: bigint) =>
    terms.of === 'AMOUNT'
      ? wireNumber(value, currency)
      : terms.of === 'QUANTITY'
        ? quantityNumber(value)
        : Number(value)
  return {
    of: terms.of,
    target: unit(BigInt(terms.target)),
    before: unit(before),
    added: unit(added),
    granted,
    due: Number(due),
    repeats: terms.repeats,
    on_accumulated: terms.on_accumulated,
  }
}

function inUnits({ name }: LimitReached, value: bigint, currency: string): number {
  return isOfUses(name) ? Number(value) : wireNumber(value, currency)
}

export function explainRefused(refused: Refused, basket: Basket): RefusedOffer {
  return { ...namesOf(refused.offer), ...reasonOf(refused, basket) }
}

function namesOf({ offer }: CompiledOffer) {
  return { offer: offer.id, version: offer.version }
}

function reasonOf(refused: Refused, basket: Basket): Pick<RefusedOffer, 'condition' | 'seen' | 'needed'> {
  const show = (minor: bigint) => display(money(minor, basket.currency))
  switch (refused.because) {
    case 'CONDITION': {
      const { seen, needed } = refused.check.shortfall(basket, refused.offer.qualifying(basket.lines))
      return { condition: refused.check.kind, seen, needed }
    }
    case 'GOAL':
      return goalMissed(refused.progress, basket.currency)
    case 'LIMIT': {
      const { name, used, most } = refused.reached
      const text = (value: bigint) => (isOfUses(name) ? `${value} times` : show(value))
      return { condition: name, seen: `${text(used)} used`, needed: `less than ${text(most)}` }
    }
    case 'NOTHING_TO_EARN':
      return {
        condition: 'NOTHING_TO_EARN',
        seen: show(refused.base),
        needed: 'an amount that earns at least the smallest coin',
      }
    case 'BETTER_OFFER': {
      const { offer, amount, better } = refused
      const { name, priority } = better.offer.terms
      const by = { name, priority, amount: show(better.amount) }
      return { condition: 'BETTER_OFFER', ...outdone({ priority: offer.priority, amount: show(amount) }, by) }
    }
    case 'EXCLUSIVE_GROUP':
      return {
        condition: 'EXCLUSIVE_GROUP',
        seen: `discount of ${refused.better.offer.terms.name}`,
        needed: 'no discount of the same group',
      }
  }
}

interface Rival {
  readonly priority: number
  /** What it gives, as people read it. */
  readonly amount: string
}

/** Of a group the offer of the highest priority is awarded, whatever it gives, and among those the one that gives most. */
export function outdone(
  own: Rival,
  by: Rival & { readonly name: string },
): Pick<RefusedOffer, 'seen' | 'needed'> {
  return by.priority > own.priority
    ? { seen: `priority ${own.priority}`, needed: `priority ${by.priority} or more, that of ${by.name}` }
    : { seen: own.amount, needed: `more than ${by.amount} of ${by.name}` }
}

function goalMissed({ terms, before, added, granted }: Reached, currency: string) {
  if (added === 0n) {
    return { condition: 'GOAL', seen: 'nothing that counts', needed: 'something more that counts' }
  }
  const once = !terms.repeats && granted > 0
  const goal = BigInt(terms.target) * BigInt(terms.repeats ? granted + 1 : 1)
  return {
    condition: 'GOAL',
    seen: once ? 'awarded already' : saysCounted(terms, before + added, currency),
    needed: once ? 'a new period' : saysCounted(terms, goal, currency),
  }
}

export function explainNearMiss(
  { offer: { offer }, add, line, award, amount }: NearMiss,
  currency: string,
): ExplainedNearMiss {
  return {
    offer: offer.id,
    version: offer.version,
    says: saysNearMiss({ add, award }, currency),
    add:
      'amount' in add
        ? { amount: wireNumber(add.amount, currency) }
        : { quantity: quantityNumber(add.quantity) },
    line: line === undefined ? null : line + 1,
    amount: wireNumber(amount, currency),
  }
}

/** "1.40 EUR more for 10 % back": one line for the cashier. */
export function saysNearMiss({ add, award }: Pick<NearMiss, 'add' | 'award'>, currency: string): string {
  const more = 'amount' in add ? display(money(add.amount, currency)) : quantityText(add.quantity)
  return `${more} more for ${award}`
}
