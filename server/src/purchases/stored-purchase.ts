import { type CameBack, type Counted, NOTHING_BACK } from '../engine/index.ts'
import type { LotId, OfferId, PayoutId, PoolId } from '../kit/id.ts'
import type { Outcome, PurchaseLine, PurchaseRedeem, SpendMethod } from './purchase.ts'

/**
 * How lines and outcome stand in the purchase's row: minor units and ten-thousandths as JSON numbers (15 digits at most, so
 * exact), names that are short because there is one of each on every line of every purchase.
 */
export interface StoredLine {
  readonly sku: string
  /** The SKU that it led to when it was judged. */
  readonly leads?: string | undefined
  readonly name?: string | undefined
  readonly family: string | null
  readonly brand: string | null
  readonly type: string | null
  readonly quantity: number
  readonly gross: number
  readonly net: number
  readonly tax: number
  /** As it was judged: a product that stops earning later leaves the purchase as it is. */
  readonly earns?: false | undefined
}

export interface StoredOutcome {
  readonly awards: readonly {
    readonly offer: { readonly id: string; readonly name: string; readonly version: number }
    readonly amount: number
    readonly pool: { readonly id: string; readonly name: string }
    readonly lot: string
    readonly expires?: number | undefined
    readonly available: number
    readonly shares: readonly number[]
  }[]
  readonly spends: readonly {
    readonly method: SpendMethod
    readonly lot: string
    readonly pool?: { readonly id: string; readonly name: string } | undefined
    readonly amount: number
    readonly lines: readonly number[]
  }[]
  readonly redeems?:
    | readonly {
        readonly lot: string
        readonly from: string
        readonly pool: { readonly id: string; readonly name: string }
        readonly amount: number
        readonly expires?: number | undefined
        readonly lines: readonly number[]
      }[]
    | undefined
  /** null: all there is */
  readonly redeem_requested?: number | null | undefined
  readonly requested?: number | undefined
  readonly wallet?: { readonly open: number; readonly commerce: number } | undefined
  readonly payout?: string | undefined
  readonly counted?: readonly StoredCount[] | undefined
  readonly spent_on?: string | undefined
  readonly luck?: number | undefined
  readonly undone?: 'VOID' | undefined
  readonly language?: string | undefined
  readonly numbers: { readonly merchant?: string | undefined; readonly venue?: string | undefined }
}

/** The counter's owner, subject and period; the offer where it is not the owner. */
export interface StoredCount {
  readonly of: Counted['of']
  readonly offer?: string | undefined
  readonly owner: string
  readonly subject: string
  readonly period: string
  readonly amount: number
  readonly uses: number
}

/** Of each line its pieces in ten-thousandths and the rest's worth; of no line the worth. */
export interface StoredCameBack {
  readonly lines?: readonly (readonly [number, number])[] | undefined
  readonly amount: number
}

export function cameBackToJson({ lines, amount }: CameBack): StoredCameBack {
  return {
    lines: lines.map((line) => [Number(line.quantity), Number(line.amount)] as const),
    amount: Number(amount),
  }
}

export function cameBackOfJson(stored: StoredCameBack | null): CameBack {
  if (!stored) return NOTHING_BACK
  const lines = (stored.lines ?? []).map(([quantity, amount]) => ({
    quantity: BigInt(quantity),
    amount: BigInt(amount),
  }))
  return { lines, amount: BigInt(stored.amount) }
}

export function linesToJson(lines: readonly PurchaseLine[]): StoredLine[] {
  return lines.map((line) => ({
    sku: line.sku,
    leads: line.leadsTo,
    name: line.name,
    family: line.family,
    brand: line.brand,
    type: line.type,
    quantity: Number(line.quantity),
    gross: Number(line.gross),
    net: Number(line.net),
    tax: Number(line.tax),
    earns: line.earns === false ? false : undefined,
  }))
}

export function linesOfJson(lines: readonly StoredLine[]): PurchaseLine[] {
  return lines.map((line) => ({
    sku: line.sku,
    name: line.name,
    family: line.family,
    brand: line.brand,
    type: line.type,
    quantity: BigInt(line.quantity),
    gross: BigInt(line.gross),
    net: BigInt(line.net),
    tax: BigInt(line.tax),
    ...(line.leads === undefined ? {} : { leadsTo: line.leads }),
    ...(line.earns === false ? { earns: false } : {}),
  }))
}

export function outcomeToJson(outcome: Outcome): StoredOutcome {
  return {
    awards: outcome.awards.map((award) => ({
      offer: award.offer,
      amount: Number(award.amount),
      pool: award.pool,
      lot: award.lot,
      expires: award.expiresAt?.getTime(),
      available: award.availableAt.getTime(),
      shares: award.shares.map(Number),
    })),
    spends: outcome.spends.map((spend) => ({
      method: spend.method,
      lot: spend.lot,
      pool: spend.pool,
      amount: Number(spend.amount),
      lines: spend.lines.map(Number),
    })),
    redeems: outcome.redeems.length === 0 ? undefined : outcome.redeems.map(redeemToJson),
    redeem_requested: outcome.requestedRedeem && numberOrNull(outcome.requestedRedeem.amount),
    requested: outcome.requestedSpend === undefined ? undefined : Number(outcome.requestedSpend),
    wallet: outcome.wallet && {
      open: Number(outcome.wallet.open),
      commerce: Number(outcome.wallet.commerce),
    },
    payout: outcome.payout,
    counted: outcome.counted.length === 0 ? undefined : outcome.counted.map(countToJson),
    spent_on: outcome.spentOn,
    luck: outcome.luck,
    undone: outcome.undone,
    language: outcome.language,
    numbers: outcome.numbers,
  }
}

function redeemToJson({ lot, from, pool, amount, expiresAt, lines }: PurchaseRedeem) {
  return { lot, from, pool, amount: Number(amount), expires: expiresAt?.getTime(), lines: lines.map(Number) }
}

function numberOrNull(amount: bigint | undefined): number | null {
  return amount === undefined ? null : Number(amount)
}

function countToJson({ of, offer, ref, amount, uses }: Counted): StoredCount {
  const { offer: owner, subject, period } = ref
  return {
    of,
    offer: offer === owner ? undefined : offer,
    owner,
    subject,
    period,
    amount: Number(amount),
    uses,
  }
}

function countOfJson(
  tenant: number,
  { of, offer, owner, subject, period, amount, uses }: StoredCount,
): Counted {
  return {
    of,
    offer: of === 'TIER' ? undefined : (offer ?? owner),
    ref: { tenant, offer: owner, subject, period },
    amount: BigInt(amount),
    uses,
  }
}

export function outcomeOfJson(tenant: number, stored: StoredOutcome): Outcome {
  return {
    awards: stored.awards.map((award) => ({
      offer: { ...award.offer, id: award.offer.id as OfferId },
      amount: BigInt(award.amount),
      pool: poolOf(award.pool),
      lot: award.lot as LotId,
      expiresAt: award.expires === undefined ? undefined : new Date(award.expires),
      availableAt: new Date(award.available),
      shares: award.shares.map(BigInt),
    })),
    spends: stored.spends.map((spend) => ({
      method: spend.method,
      lot: spend.lot as LotId,
      pool: spend.pool && poolOf(spend.pool),
      amount: BigInt(spend.amount),
      lines: spend.lines.map(BigInt),
    })),
    redeems: (stored.redeems ?? []).map(({ lot, from, pool, amount, expires, lines }) => ({
      lot: lot as LotId,
      from: from as LotId,
      pool: poolOf(pool),
      amount: BigInt(amount),
      expiresAt: expires === undefined ? undefined : new Date(expires),
      lines: lines.map(BigInt),
    })),
    ...(stored.redeem_requested === undefined
      ? {}
      : {
          requestedRedeem: {
            amount: stored.redeem_requested === null ? undefined : BigInt(stored.redeem_requested),
          },
        }),
    requestedSpend: stored.requested === undefined ? undefined : BigInt(stored.requested),
    wallet: stored.wallet && { open: BigInt(stored.wallet.open), commerce: BigInt(stored.wallet.commerce) },
    payout: stored.payout as PayoutId | undefined,
    counted: (stored.counted ?? []).map((each) => countOfJson(tenant, each)),
    ...(stored.spent_on === undefined ? {} : { spentOn: stored.spent_on }),
    luck: stored.luck,
    ...(stored.undone ? { undone: stored.undone } : {}),
    ...(stored.language === undefined ? {} : { language: stored.language }),
    numbers: { merchant: stored.numbers.merchant, venue: stored.numbers.venue },
  }
}

function poolOf(pool: { readonly id: string; readonly name: string }) {
  return { id: pool.id as PoolId, name: pool.name }
}
