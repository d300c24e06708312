import {
  type ExplainedAward,
  type ExplainedNearMiss,
  explainAward,
  explainNearMiss,
  explainRefused,
  type RefusedOffer,
} from '../engine/index.ts'
import { wireNumber } from '../kit/money.ts'
import type { SpendPlan } from '../wallets/index.ts'
import type { Asked, NotAsked } from './ask-to-spend.ts'
import type { Judged } from './judge-purchase.ts'
import type { RedeemPart } from './redeem-on-purchase.ts'
import type { SpendBound } from './spend-on-purchase.ts'

export interface ExplainedSpend {
  /** Who wanted it; left out: the till. */
  readonly method?: 'OTP' | 'AUTO_SPEND' | undefined
  /** null: as much as possible */
  readonly requested: number | null
  readonly most: number
  readonly taken: number
  readonly parts: readonly {
    readonly lot: string
    readonly pool: string | null
    readonly amount: number
    readonly lines: readonly number[]
  }[]
  readonly not_used: readonly {
    readonly pool: string | null
    readonly amount: number
    readonly because: string
  }[]
  /** What kept the spend below what was asked for: what there was to pay, the merchant, a limit of the wallet. */
  readonly bounds?:
    | readonly {
        readonly because: string
        readonly most: number
        readonly limit?:
          | { readonly name: string; readonly period: string; readonly used: number; readonly times: number }
          | undefined
      }[]
    | undefined
  /** So little could be spent that the merchant does not take it. */
  readonly below_minimum?: { readonly seen: number; readonly needed: number } | undefined
  /** What a preference wanted and why it did not come to that. */
  readonly not_asked?:
    | { readonly of: string; readonly because: string; readonly seen: number; readonly needed: number }
    | undefined
}

/** Commerce money that became open money, lot by lot; `to` is the open lot. */
export interface ExplainedRedeem {
  /** null: as much as possible */
  readonly requested: number | null
  readonly most: number
  readonly taken: number
  readonly parts: readonly {
    readonly lot: string
    readonly to: string
    readonly pool: string | null
    readonly amount: number
    readonly lines: readonly number[]
  }[]
  readonly not_used: ExplainedSpend['not_used']
}

/** Stored with the purchase: everything its amounts follow from. */
export interface Explanation {
  readonly currency: string
  readonly judged_at: number
  readonly local: { readonly weekday: number; readonly minute: number }
  /** What lotteries drew from. */
  readonly luck?: number | undefined
  /** The tier that the contact held, by id. */
  readonly tier?: string | undefined
  readonly awards: readonly ExplainedAward[]
  readonly refused: readonly RefusedOffer[]
  /** A little more that would have given more. */
  readonly near_misses?: readonly ExplainedNearMiss[] | undefined
  /** Offers that the index passed by: their reasons are found when the explanation is read. */
  readonly not_concerned: number
  readonly more_refused: number
  readonly spend?: ExplainedSpend | undefined
  readonly redeem?: ExplainedRedeem | undefined
}

// What one purchase keeps of refusals; the rest is found again from the purchase and the offers' versions when it is asked for.
const MOST_REFUSED = 24

type Explained = Pick<
  Judged,
  'basket' | 'discounts' | 'awards' | 'refused' | 'nearMisses' | 'explainedSpend'
> & {
  readonly redeem?: { readonly explained: ExplainedRedeem | undefined }
}

/** `live` is how many offers there are. */
export function explain(
  { basket, discounts, awards, refused, nearMisses, explainedSpend, redeem }: Explained,
  live: number,
): Explanation {
  const { currency } = basket
  return {
    currency,
    judged_at: Math.floor(basket.at.getTime() / 1_000),
    local: { weekday: basket.local.weekday, minute: basket.local.minute },
    luck: basket.luck,
    tier: basket.tiers.current,
    awards: [...discounts, ...awards].map((award) => explainAward(award, currency)),
    refused: refused.slice(0, MOST_REFUSED).map((each) => explainRefused(each, basket)),
    near_misses:
      nearMisses.length === 0 ? undefined : nearMisses.map((each) => explainNearMiss(each, currency)),
    not_concerned: live - discounts.length - awards.length - refused.length,
    more_refused: Math.max(0, refused.length - MOST_REFUSED),
    spend: explainedSpend,
    redeem: redeem?.explained,
  }
}

/** For a purchase that nobody claimed: there was nobody to judge it for. */
export function explainUnclaimed(currency: string, at: Date): Explanation {
  return {
    currency,
    judged_at: Math.floor(at.getTime() / 1_000),
    local: { weekday: 0, minute: 0 },
    awards: [],
    refused: [],
    not_concerned: 0,
    more_refused: 0,
  }
}

interface Spent {
  readonly plan: SpendPlan
  readonly asked: Asked
  readonly most: bigint
  readonly bounds: readonly [SpendBound, ...SpendBound[]]
  readonly below: { readonly possible: bigint; readonly minimum: bigint } | undefined
  readonly currency: string
}

export function explainSpend({ plan, asked, most, bounds, below, currency }: Spent): ExplainedSpend {
  const { method, amount: requested } = asked
  const [wished, ...others] = bounds
  const tight = others.filter((bound) => bound.most < wished.most)
  return {
    method: method === 'ON_REQUEST' ? undefined : method,
    requested: requested === undefined ? null : wireNumber(requested, currency),
    most: wireNumber(most, currency),
    taken: wireNumber(plan.total, currency),
    parts: plan.parts.map(({ lot, amount, lines }) => ({
      lot: lot.id,
      pool: lot.pool,
      amount: wireNumber(amount, currency),
      lines: lines.map((line) => wireNumber(line, currency)),
    })),
    not_used: notUsed(plan, currency),
    bounds: tight.length === 0 ? undefined : tight.map((bound) => explainBound(bound, currency)),
    below_minimum: below && {
      seen: wireNumber(below.possible, currency),
      needed: wireNumber(below.minimum, currency),
    },
  }
}

interface Redeemed {
  readonly plan: SpendPlan
  readonly parts: readonly RedeemPart[]
  readonly requested: bigint | undefined
  readonly most: bigint
  readonly currency: string
}

export function explainRedeem({ plan, parts, requested, most, currency }: Redeemed): ExplainedRedeem {
  return {
    requested: requested === undefined ? null : wireNumber(requested, currency),
    most: wireNumber(most, currency),
    taken: wireNumber(plan.total, currency),
    parts: parts.map(({ from, into, lines }) => ({
      lot: from.id,
      to: into.id,
      pool: from.pool,
      amount: wireNumber(into.amount, currency),
      lines: lines.map((line) => wireNumber(line, currency)),
    })),
    not_used: notUsed(plan, currency),
  }
}

function notUsed({ unspendable }: SpendPlan, currency: string): ExplainedSpend['not_used'] {
  return unspendable.map(({ pool, amount, because }) => ({
    pool,
    amount: wireNumber(amount, currency),
    because,
  }))
}

function explainBound({ because, most, limit }: SpendBound, currency: string) {
  return {
    because,
    most: wireNumber(most, currency),
    limit: limit && {
      name: limit.rule.name,
      period: limit.rule.period,
      used: wireNumber(limit.used.amount, currency),
      times: limit.used.number,
    },
  }
}

/** A preference that was looked at and not fulfilled; nothing where there was none. */
export function explainNotAsked({ rule, because }: NotAsked, currency: string): ExplainedSpend | undefined {
  if (!rule || !because) return undefined
  return {
    method: 'AUTO_SPEND',
    requested: null,
    most: 0,
    taken: 0,
    parts: [],
    not_used: [],
    not_asked: {
      of: rule.of,
      because: because.because,
      seen: wireNumber(because.seen, currency),
      needed: wireNumber(because.needed, currency),
    },
  }
}
