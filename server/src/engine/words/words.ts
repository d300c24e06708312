import type { Timing } from '../../kit/timing.ts'
import type { Validity } from '../../kit/validity.ts'
import type { Occasion } from '../basket.ts'
import type { ProductTarget } from '../line.ts'
import type { Period } from '../periods.ts'

/** Back to the wallet, or off the price. */
export type Way = 'back' | 'off'

export interface Range {
  readonly least: string | undefined
  readonly most: string | undefined
}

/** The pieces that an award of goods gives. */
export interface Pieces {
  readonly pick: 'CHEAPEST' | 'DEAREST'
  readonly quantity: string
  readonly every: string | undefined
  readonly of: string | undefined
}

export interface Item {
  readonly pieces: string
  readonly of: string
}

export interface SignedUp {
  readonly days: number | undefined
  readonly from: string | undefined
  readonly before: string | undefined
}

export interface Celebrated {
  readonly occasion: 'BIRTHDAY' | 'NAME_DAY'
  readonly during: 'DAY' | 'WEEK' | 'MONTH'
  readonly before: number
  readonly after: number
}

/** What an award gives, in the words of its sentence: "5 % back, at most 2.00 EUR". */
export interface AwardWords {
  readonly percentage: (rate: string, way: Way, cap: string | undefined) => string
  readonly fixed: (amount: string, way: Way) => string
  readonly perAmount: (given: { amount: string; every: string; cap: string | undefined }, way: Way) => string
  /** One step of several; `from` is left out where any purchase reaches it. */
  readonly step: (
    given: { amount: string } | { rate: string; cap: string | undefined },
    way: Way,
    from: string | undefined,
  ) => string
  /** `rate` is left out where the pieces cost nothing. */
  readonly product: (
    given: { rate: string | undefined; pieces: Pieces; cap: string | undefined },
    way: Way,
  ) => string
}

/** Each completes the sentence that the award begins: "… at Corner". */
export interface ConditionWords {
  readonly timings: (windows: readonly Timing[]) => string
  readonly amount: (range: Range) => string
  readonly channels: (names: readonly string[]) => string
  readonly classifications: (names: readonly string[]) => string
  readonly pass: (plans: readonly string[]) => string
  readonly memberSince: (when: SignedUp) => string
  readonly organisations: (names: readonly string[]) => string
  readonly tiers: (names: readonly string[], asked: { or_above: boolean; reached: boolean }) => string
  readonly segments: (anyOf: readonly string[] | undefined, noneOf: readonly string[] | undefined) => string
  readonly payment: (tenders: readonly string[], cards: readonly string[]) => string
  readonly occasion: (when: Celebrated) => string
  readonly products: (goods: {
    readonly of: string
    readonly but: string | undefined
    readonly pieces: string | undefined
    readonly worth: string | undefined
  }) => string
  readonly bundle: (items: readonly Item[], repeats: boolean) => string
  readonly lottery: (oneIn: string) => string
}

/** How a language says offers. What comes in as text is said already: amounts, figures and names. */
export interface Words {
  readonly money: (minor: bigint, currency: string) => string
  /** A decimal number, such as "1234.5". */
  readonly figure: (decimal: string) => string
  readonly percent: (figure: string) => string
  readonly either: (names: readonly string[]) => string
  /** Several of which not all are named. */
  readonly some: (names: readonly string[], more: number) => string
  /** A product or a group of products, by its name or, where it has none, by its code. */
  readonly target: (type: ProductTarget['type'], called: { name: string } | { code: string }) => string
  /** The whole first sentence; its parts are the award, what it is for and the conditions. */
  readonly earn: (parts: readonly string[], way: Way) => string
  /** What somebody does to earn, where it is not a purchase. */
  readonly deeds: Readonly<Record<Exclude<Occasion, 'PURCHASE'>, string>>
  /** Sentences of their own. */
  readonly base: (before: { readonly tax: boolean; readonly discount: boolean }) => string
  readonly members: (scheme: string) => string
  readonly quota: (
    of: 'per_contact' | 'per_venue' | 'per_period',
    most: { readonly uses: number | undefined; readonly amount: string | undefined; readonly period: Period },
  ) => string
  readonly budget: (amount: string) => string
  readonly spendAfter: (time: Validity) => string
  readonly spendWithin: (time: Validity) => string
  readonly returns: Readonly<Record<'KEEP' | 'REJUDGE', string>>
  readonly progress: (goal: {
    readonly of: 'AMOUNT' | 'VISITS' | 'QUANTITY'
    readonly target: string
    readonly period: Period
    readonly isForAll: boolean
    readonly repeats: boolean
  }) => string
  readonly awards: AwardWords
  readonly conditions: ConditionWords
}
