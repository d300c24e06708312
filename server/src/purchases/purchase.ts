import type { CameBack, Counted } from '../engine/index.ts'
import type {
  ClassificationId,
  ContactId,
  LotId,
  OfferId,
  OrganisationId,
  PayoutId,
  PoolId,
  PurchaseId,
  WalletId,
} from '../kit/id.ts'
import type { ReductionMethod } from '../organisations/index.ts'
import type { BasketLine } from '../products/index.ts'

export type PurchaseState = 'POSTED' | 'CANCELLED'

/** A line of the receipt: what the basket knows of it, and what the till called it. */
export interface PurchaseLine extends BasketLine {
  readonly tax: bigint
  readonly name: string | undefined
}

export interface NamedPool {
  readonly id: PoolId
  readonly name: string
}

/** Money granted by an offer, as it is told. `shares` are the parts of the lines, in the order of the receipt. */
export interface PurchaseAward {
  readonly offer: { readonly id: OfferId; readonly name: string; readonly version: number }
  readonly amount: bigint
  readonly pool: NamedPool
  readonly lot: LotId
  readonly expiresAt: Date | undefined
  readonly availableAt: Date
  readonly shares: readonly bigint[]
}

/**
 * ON_REQUEST: the till asked. OTP: the contact's one-time code. AUTO_SPEND: the contact's preference, or the business's default.
 * INSTANT: an award that went off the price of the purchase that earned it.
 */
export const SPEND_METHODS = ['ON_REQUEST', 'OTP', 'AUTO_SPEND', 'INSTANT'] as const
export type SpendMethod = (typeof SPEND_METHODS)[number]

/** Wallet money used on the purchase, from one lot; `lines` is what it paid of each line. */
export interface PurchaseSpend {
  readonly method: SpendMethod
  readonly lot: LotId
  /** undefined: open money */
  readonly pool: NamedPool | undefined
  readonly amount: bigint
  readonly lines: readonly bigint[]
}

/** Commerce money that became open money: what of which lot, and what of each line let it. */
export interface PurchaseRedeem {
  /** The open lot that it made. */
  readonly lot: LotId
  readonly from: LotId
  readonly pool: NamedPool
  readonly amount: bigint
  readonly expiresAt: Date | undefined
  readonly lines: readonly bigint[]
}

/** What came of a purchase, told once and kept: the same request again is answered from it. */
export interface Outcome {
  readonly awards: readonly PurchaseAward[]
  readonly spends: readonly PurchaseSpend[]
  readonly redeems: readonly PurchaseRedeem[]
  /** undefined: the till did not ask; amount undefined: for all there is. */
  readonly requestedRedeem?: { readonly amount: bigint | undefined } | undefined
  readonly requestedSpend: bigint | undefined
  /** The wallet's spendable balances right after the purchase; undefined when nobody was identified. */
  readonly wallet: { readonly open: bigint; readonly commerce: bigint } | undefined
  readonly payout: PayoutId | undefined
  /** What it counted on limits, goals, passes and tiers: a void gives exactly this back. */
  readonly counted: readonly Counted[]
  /** The business's day on which its spend counts against limits of the wallet; undefined where it has none. */
  readonly spentOn?: string | undefined
  /** What lotteries drew from; undefined when nobody was there to win. */
  readonly luck?: number | undefined
  /** It was voided before it arrived: answered so, however often it is sent. */
  readonly undone?: 'VOID' | undefined
  /** What the contact is spoken to in, where that is not English. */
  readonly language?: string | undefined
  /** Merchant and venue number as they stood on the receipt. */
  readonly numbers: { readonly merchant: string | undefined; readonly venue: string | undefined }
}

/** What the till added for its own use; kept and given back, never judged. */
export interface PurchaseDetails {
  readonly notes?: string | undefined
  readonly transaction_reference?: string | undefined
  readonly payment_medium_identifier?: string | undefined
  readonly channel?: string | undefined
  readonly pass?: string | undefined
  /** Minor units. */
  readonly bill?: { readonly reference: string; readonly total: string } | undefined
  readonly tender?: readonly unknown[] | undefined
  readonly metadata?: Readonly<Record<string, string>> | undefined
}

export interface Purchase {
  readonly tenant: number
  readonly id: PurchaseId
  readonly referenceNumber: string | undefined
  readonly merchant: OrganisationId
  readonly venue: OrganisationId | undefined
  readonly contact: ContactId | undefined
  readonly wallet: WalletId | undefined
  readonly classification: ClassificationId | undefined
  readonly state: PurchaseState
  readonly reductionMethod: ReductionMethod
  readonly currency: string
  readonly net: bigint | undefined
  readonly tax: bigint | undefined
  readonly discount: bigint | undefined
  readonly total: bigint
  readonly award: bigint
  readonly redeem: bigint
  readonly spend: bigint
  readonly date: Date
  readonly createdAt: Date
  readonly cancelledAt: Date | undefined
  /** When a contact claimed it; undefined: whoever bought was known at the till, or nobody is. */
  readonly claimedAt: Date | undefined
  /** Stored from a contact's receipt: it gives way when the till sends its own. */
  readonly selfSubmitted: boolean
  /** What came back of it, short of a void. */
  readonly cameBack: CameBack
  /** What returns took back so far: goods, awards, spends. */
  readonly returned: bigint
  readonly returnedAward: bigint
  readonly returnedSpend: bigint
  readonly returnedRedeem: bigint
  /** Of awards that were taken back, what is owed since. */
  readonly returnedDebt: bigint
  readonly contentHash: Buffer
  readonly lines: readonly PurchaseLine[]
  readonly outcome: Outcome
  readonly details: PurchaseDetails | undefined
  /** When it was decided, in microseconds; later than all that it saw. */
  readonly decided: bigint
}

/** When it was judged for whom it is of: offers, limits and tiers moved then. */
export function judgedAt({ claimedAt, createdAt }: Pick<Purchase, 'claimedAt' | 'createdAt'>): Date {
  return claimedAt ?? createdAt
}

/** What came of a purchase that is nobody's. */
export function outcomeOfNobody(numbers: Outcome['numbers']): Outcome {
  return {
    awards: [],
    spends: [],
    redeems: [],
    requestedSpend: undefined,
    wallet: undefined,
    payout: undefined,
    counted: [],
    numbers,
  }
}

/** As the till knows it: a purchase that it sent without a contact stays one, whoever claimed it since. */
export function asSubmitted(purchase: Purchase): Purchase {
  if (!purchase.claimedAt) return purchase
  const { outcome } = purchase
  return {
    ...purchase,
    contact: undefined,
    wallet: undefined,
    award: 0n,
    redeem: 0n,
    spend: 0n,
    outcome: outcomeOfNobody(outcome.numbers),
  }
}

/** What is left to pay at the till: with back-end reduction everything, as the spend is paid out afterwards. */
export function amountDue({ total, spend, reductionMethod }: Purchase): bigint {
  return reductionMethod === 'FRONT_END' ? total - spend : total
}

/** How an award of the purchase is redeemed: at once, where a spend of the purchase used its lot up. */
export function redeemMethodOf({ spends }: Outcome, { lot }: PurchaseAward): 'DEFERRED' | 'INSTANT' {
  const isInstant = spends.some((spend) => spend.method === 'INSTANT' && spend.lot === lot)
  return isInstant ? 'INSTANT' : 'DEFERRED'
}
