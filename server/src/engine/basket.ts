import type { ContactId, OrganisationId } from '../kit/branded.ts'
import type { LocalMoment } from '../kit/zone.ts'
import type { Bill } from './bill.ts'
import type { BasketLine } from './line.ts'

/** What an offer may react to. Everything but a purchase happens to a contact without a basket. */
export const OCCASIONS = [
  'PURCHASE',
  'SIGN_UP',
  'PROFILE',
  'REFERRAL',
  'ACHIEVEMENT',
  'BIRTHDAY',
  'NAME_DAY',
] as const
export type Occasion = (typeof OCCASIONS)[number]

/** Who buys, as far as offers may look. */
export interface Shopper {
  readonly segments: ReadonlySet<string>
  /** Ids of the schemes in which the contact takes part. */
  readonly schemes: ReadonlySet<string>
  /** "1984-03-29" */
  readonly birthday: string | undefined
  /** "05-21" */
  readonly nameDay: string | undefined
  /** When the contact signed up. */
  readonly since: Date
}

/** Where the contact stands among the tiers; known only while the contact's wallet is locked. */
export interface TierFacts {
  /** Ids of the tier that is held before the purchase, and of all below it. */
  readonly held: readonly string[]
  /** The highest of them. */
  readonly current: string | undefined
  /** Ids of the tiers that this purchase reaches. */
  readonly reached: readonly string[]
}

export interface BasketPass {
  readonly id: string
  readonly plan: string
  readonly code: string
  /** How often it may be used, in all and by one contact; undefined: without limit. */
  readonly mostUses: number | undefined
  readonly mostUsesPerContact: number | undefined
}

/** Everything an offer may look at. Facts only: judging reads no clock and no database. */
export interface Basket {
  readonly occasion: Occasion
  readonly business: OrganisationId
  readonly merchant: OrganisationId
  readonly venue: OrganisationId | undefined
  /** What people call the place. */
  readonly placeName: string
  readonly contact: ContactId
  readonly shopper: Shopper
  readonly tiers: TierFacts
  readonly at: Date
  /** `at` on the wall clock of the venue. */
  readonly local: LocalMoment
  /** The local calendar day in the business's zone, which periods of limits are counted in. */
  readonly businessDay: string
  readonly currency: string
  readonly total: bigint
  /** What the till had deducted from the whole before the total; minor units. */
  readonly discount: bigint
  readonly lines: readonly BasketLine[]
  /** Code of the purchase's or the achievement's classification. */
  readonly classification: string | undefined
  /** How the purchase came about, such as POS or ONLINE. */
  readonly channel: string | undefined
  /** The first digits of the card, as the till sends them. */
  readonly paymentMedium: string | undefined
  /** Types of the means that were paid with, such as CASH or CARD. */
  readonly tenders: readonly string[]
  readonly pass: BasketPass | undefined
  /** The bill of which the purchase is a part. */
  readonly bill?: Bill | undefined
  /** It was paid before anybody knew who bought: nothing can go off its price any more. */
  readonly isPaid?: boolean | undefined
  /** Drawn once for each purchase before it is judged, 0 … 2^48 − 1; undefined in a quote, where nothing is drawn. */
  readonly luck: number | undefined
}

export const NO_TIERS: TierFacts = { held: [], current: undefined, reached: [] }

/** What counts towards the offers' amounts: the total, of a split bill the whole, without tips, fees, gift cards and the like. */
export function earningTotal({ total, lines, bill }: Basket): bigint {
  let rest = bill?.total ?? total
  for (const { earns, gross } of lines) if (earns === false) rest -= gross
  return rest
}
