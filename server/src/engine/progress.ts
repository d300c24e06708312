import { z } from 'zod'
import { display, least, money, sumOf } from '../kit/money.ts'
import { quantityText } from '../kit/quantity.ts'
import type { Basket } from './basket.ts'
import type { CounterRef, CounterState, Counters } from './counters.ts'
import type { BasketLine } from './line.ts'
import type { Offer } from './offer.ts'
import { goalPeriodKey, PERIODS } from './periods.ts'
import { moneyIn, quantityIn, type Voice } from './words/voice.ts'

export const PROGRESS_OF = ['AMOUNT', 'VISITS', 'QUANTITY'] as const
export const PROGRESS_PER = ['CONTACT', 'EVERYONE'] as const

/**
 * A goal that several purchases reach together: so much spent, so many purchases or so many pieces in a period. It is read from
 * a counter that every purchase moves which fulfils the offer's conditions.
 */
export const progressTerms = z.strictObject({
  of: z.enum(PROGRESS_OF),
  /** Minor units, purchases, or ten-thousandths of a piece. */
  target: z.string().regex(/^[1-9]\d{0,14}$/),
  period: z.enum(PERIODS),
  /** Counted for each contact, or over all purchases of everybody (the 1,000th purchase wins). */
  per: z.enum(PROGRESS_PER),
  /** true: every time that the target is reached again; false: once in the period. */
  repeats: z.boolean(),
  /** true: the award is reckoned on all that was counted for it; false: on the purchase that reaches the target. */
  on_accumulated: z.boolean(),
})
export type ProgressTerms = z.infer<typeof progressTerms>

/** What a purchase adds to a goal, and how often it is reached with it. */
export interface Reached {
  readonly terms: ProgressTerms
  readonly counter: CounterRef
  /** What was counted before, and what this purchase adds. */
  readonly before: bigint
  readonly added: bigint
  /** How often it was awarded before. */
  readonly granted: number
  /** How often it is due now. */
  readonly due: bigint
}

export function progressCounter(
  { id }: Pick<Offer, 'id'>,
  { per, period }: ProgressTerms,
  { tenant, basket }: { readonly tenant: number; readonly basket: Pick<Basket, 'contact' | 'businessDay'> },
): CounterRef {
  const subject = per === 'CONTACT' ? basket.contact : id
  return { tenant, offer: id, subject, period: goalPeriodKey(period, basket.businessDay) }
}

/** A goal made ready for many purchases. */
export interface Goal {
  readonly terms: ProgressTerms
  readonly target: bigint
}

interface Bought {
  readonly qualifying: readonly BasketLine[]
  /** What they earn on. */
  readonly base: bigint
}

interface Judged {
  readonly tenant: number
  readonly basket: Basket
  readonly counters: Counters
}

/** How far the purchase brings the offer's goal; undefined for an offer that looks at one purchase alone. */
export function progressOf(
  { offer, goal }: { readonly offer: Pick<Offer, 'id'>; readonly goal: Goal | undefined },
  { qualifying, base }: Bought,
  judged: Judged,
): Reached | undefined {
  if (!goal) return undefined
  const counter = progressCounter(offer, goal.terms, judged)
  return reach(
    goal,
    { ref: counter, state: judged.counters.get(counter) },
    contribution(goal.terms, { qualifying, base }, judged.basket),
  )
}

function reach(
  { terms, target }: Goal,
  counter: { readonly ref: CounterRef; readonly state: CounterState | undefined },
  added: bigint,
): Reached {
  const before = counter.state?.amount ?? 0n
  const granted = counter.state?.uses ?? 0
  const total = before + added
  // What was due but not awarded, because another offer gave more or a limit was reached, stays due.
  const due = added > 0n && total >= target ? lessGranted(terms.repeats ? total / target : 1n, granted) : 0n
  return { terms, counter: counter.ref, before, added, granted, due }
}

function lessGranted(reached: bigint, granted: number): bigint {
  const before = BigInt(granted)
  return reached > before ? reached - before : 0n
}

/** How far somebody is on the way to a goal. */
export interface OnTheWay {
  /** Toward the next award; never above the target. */
  readonly counted: bigint
  /** How often it was awarded in this period. */
  readonly granted: number
  /** Nothing more is to be reached in this period. */
  readonly isOver: boolean
}

export function onTheWay({ terms, target }: Goal, state: CounterState | undefined): OnTheWay {
  const { amount, uses: granted } = state ?? { amount: 0n, uses: 0 }
  const toward = terms.repeats ? amount - BigInt(granted) * target : amount
  return {
    counted: toward < 0n ? 0n : least(toward, target),
    granted,
    isOver: !terms.repeats && granted > 0,
  }
}

/** What one purchase counts; who only tips, or loads a gift card, visited nothing that earns. */
function contribution(
  { of }: ProgressTerms,
  { qualifying, base }: Bought,
  { occasion }: Pick<Basket, 'occasion'>,
): bigint {
  switch (of) {
    case 'AMOUNT':
      return base > 0n ? base : 0n
    case 'VISITS':
      return occasion !== 'PURCHASE' || sumOf(qualifying, ({ gross }) => gross) > 0n ? 1n : 0n
    case 'QUANTITY': {
      const pieces = sumOf(qualifying, ({ quantity }) => quantity)
      return pieces > 0n ? pieces : 0n
    }
  }
}

/** What the award is reckoned on when it is on all that was counted. */
export function accumulated({ terms, before, added, due }: Reached): bigint {
  return terms.repeats ? due * BigInt(terms.target) : before + added
}

export function saysProgress({ of, target, period, per, repeats }: ProgressTerms, voice: Voice): string {
  const said = {
    AMOUNT: () => moneyIn(voice, target),
    VISITS: () => target,
    QUANTITY: () => quantityIn(voice, target),
  }[of]()
  return voice.words.progress({ of, target: said, period, isForAll: per === 'EVERYONE', repeats })
}

/** A counted value for people. */
export function saysCounted({ of }: ProgressTerms, value: bigint, currency: string): string {
  switch (of) {
    case 'AMOUNT':
      return display(money(value, currency))
    case 'VISITS':
      return `${value} ${value === 1n ? 'purchase' : 'purchases'}`
    case 'QUANTITY':
      return `${quantityText(value)} pieces`
  }
}
