import type { z } from 'zod'
import { ofKind } from './by-kind.ts'
import type { Fraction } from './fraction.ts'
import type { BasketLine } from './line.ts'
import type { Translator } from './translator.ts'
import type { Voice } from './words/voice.ts'
import type { Way } from './words/words.ts'

/** A line that qualifies, with what it earns on. */
export interface EarningLine {
  /** Its place in the basket. */
  readonly index: number
  readonly line: BasketLine
  /** Minor units: its price by the offer's base, less what reward money paid of it. */
  readonly base: bigint
  /** The same, not rounded. */
  readonly exact: Fraction
}

/** What an award is reckoned from. */
export interface Earning {
  readonly base: bigint
  readonly lines: readonly EarningLine[]
  /** How often the purchase fulfils the offer: bundles in the basket, goals reached; mostly 1. */
  readonly times: bigint
}

/** Pieces of a line that are given: `taken` of `of` ten-thousandths, which cost `base` together. */
export interface GivenUnits {
  readonly index: number
  readonly taken: bigint
  readonly of: bigint
  readonly base: bigint
  /** The same, not rounded: what the amount is reckoned from. */
  readonly exact: Fraction
}

/** What an award comes to. */
export interface Reckoning {
  /** Minor units before any limit. */
  readonly amount: bigint
  /** For awards of goods: the pieces, to whose lines alone the award belongs. */
  readonly units?: readonly GivenUnits[]
}

export type Reckon = (earning: Earning) => Reckoning

/** How an amount came about: a separate checker recomputes it from these values alone. */
export interface Reckoned {
  readonly base: bigint
  readonly times: bigint
  readonly units: readonly GivenUnits[] | undefined
}

/**
 * What an award cannot exceed: a share of all that is bought, or an amount. It decides which offers are
 * looked at first, and lets judging stop when no other could give more.
 */
export type Bound =
  | { readonly of: 'SHARE'; readonly basisPoints: bigint }
  | { readonly of: 'AMOUNT'; readonly minor: bigint }

/** The bound of an award of which no better is known: it is looked at before all others of its priority. */
export const UNBOUNDED: Bound = { of: 'AMOUNT', minor: 2n ** 62n }

/** The share, rounded up, that an amount is of a whole. */
export function basisPointsOf(minor: bigint, whole: bigint): bigint {
  return (minor * 10_000n + whole - 1n) / whole
}

type OfKind<Kind extends string> = z.ZodType<{ readonly kind: Kind }> & z.core.$ZodTypeDiscriminable

/**
 * An award is one object in one file: its settings as stored, as clients write them and as answers show them,
 * its sentence, the amount for what was earned on, in minor units, and how that came about.
 */
export interface AwardRule<
  Kind extends string,
  Settings extends OfKind<Kind>,
  Body extends OfKind<Kind>,
  Reply extends OfKind<Kind>,
> {
  readonly kind: Kind
  readonly settings: Settings
  readonly body: Body
  readonly reply: Reply
  readonly fromWire: (sent: z.output<Body>, translator: Translator) => z.output<Settings>
  readonly toWire: (settings: z.output<Settings>, amounts: AmountsShown) => z.input<Reply>
  /** The award in a sentence; `way` says whether it comes back to the wallet or off the price. */
  readonly says: (settings: z.output<Settings>, voice: Voice, way: Way) => string
  readonly bound: (settings: z.output<Settings>) => Bound
  /** Made ready to be reckoned for many purchases. */
  readonly compile: (settings: z.output<Settings>) => Reckon
  /** The formula with its values, such as "5 % of 12.00 EUR"; in words only when somebody wants to know. */
  readonly formula: (settings: z.output<Settings>, reckoned: Reckoned, currency: string) => string
  /**
   * How much more has to be earned on until the award becomes larger than by its own growth: the next step.
   */
  readonly next?: (settings: z.output<Settings>, base: bigint) => bigint | undefined
}

export type AmountsShown = Pick<Translator, 'decimal' | 'pieces'>

/**
 * Declares an award. `read` and `bind` answer for settings of this kind, and undefined for those of another.
 */
export function award<
  Kind extends string,
  Settings extends OfKind<Kind>,
  Body extends OfKind<Kind>,
  Reply extends OfKind<Kind>,
>(declared: AwardRule<Kind, Settings, Body, Reply>) {
  const { kind, settings, body, reply, fromWire, toWire, says, bound, compile, formula, next } = declared
  const isSent = ofKind<Kind, z.output<Body>>(kind)
  const isStored = ofKind<Kind, z.output<Settings>>(kind)
  return {
    kind,
    settings,
    body,
    reply,
    read: (sent: { readonly kind: string }, translator: Translator) =>
      isSent(sent) ? fromWire(sent, translator) : undefined,
    bind: (stored: { readonly kind: string }) =>
      isStored(stored)
        ? {
            says: (voice: Voice, way: Way) => says(stored, voice, way),
            bound: () => bound(stored),
            compile: () => compile(stored),
            formula: (reckoned: Reckoned, currency: string) => formula(stored, reckoned, currency),
            next: (base: bigint) => next?.(stored, base),
            show: (amounts: AmountsShown) => toWire(stored, amounts),
          }
        : undefined,
  }
}
