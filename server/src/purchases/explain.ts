import { idOf, type OfferId } from '../kit/id.ts'
import { display, money, wireNumber } from '../kit/money.ts'
import {
  type Award,
  type Basket,
  type CompiledOffer,
  type LimitReached,
  type Refused,
  showAward,
} from '../offers/index.ts'
import type { SpendPlan } from '../wallets/index.ts'
import type { Catalogue } from './catalogue.ts'

/** Why an offer gave nothing: which condition or rule, what the purchase had, what it would have needed. */
export interface RefusedOffer {
  readonly offer: string
  readonly version: number
  readonly condition: string
  readonly seen: string
  readonly needed: string
}

/** How one award came about; amounts in the currency, so that whoever reads it can compute it again. */
export interface ExplainedAward {
  readonly offer: string
  readonly version: number
  readonly base: number
  readonly rule: object
  readonly says: string
  readonly reckoned: number
  readonly limit?: { readonly name: string; readonly used: number; readonly most: number } | undefined
  readonly amount: number
  readonly shares: readonly number[]
}

export interface ExplainedSpend {
  readonly requested: number
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
}

/** Stored with the purchase: everything its amounts follow from. */
export interface Explanation {
  readonly currency: string
  readonly judged_at: number
  readonly local: { readonly weekday: number; readonly minute: number }
  readonly awards: readonly ExplainedAward[]
  readonly refused: readonly RefusedOffer[]
  /** Offers that the index passed by: their reasons are found when the explanation is read. */
  readonly not_concerned: number
  readonly more_refused: number
  readonly spend?: ExplainedSpend | undefined
}

// What one purchase keeps of refusals; the rest is found again from the purchase and the offers' versions when it is asked for.
const MOST_REFUSED = 24

export interface ToExplain {
  readonly basket: Basket
  readonly awards: readonly Award[]
  readonly refused: readonly Refused[]
  readonly live: number
  readonly spend: ExplainedSpend | undefined
}

export function explain({ basket, awards, refused, live, spend }: ToExplain): Explanation {
  const { currency } = basket
  return {
    currency,
    judged_at: Math.floor(basket.at.getTime() / 1_000),
    local: { weekday: basket.local.weekday, minute: basket.local.minute },
    awards: awards.map((award) => explainAward(award, currency)),
    refused: refused.slice(0, MOST_REFUSED).map((each) => explainRefused(each, basket)),
    not_concerned: live - awards.length - refused.length,
    more_refused: Math.max(0, refused.length - MOST_REFUSED),
    spend,
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

function explainAward(award: Award, currency: string): ExplainedAward {
  const { offer, base, says, reckoned, amount, shares, reached } = award
  return {
    offer: offer.id,
    version: offer.version,
    base: wireNumber(base, currency),
    rule: showAward(offer.terms.award, { decimal: (minor) => wireNumber(BigInt(minor), currency) }),
    says,
    reckoned: wireNumber(reckoned, currency),
    limit: reached && {
      name: reached.name,
      used: inUnits(reached, reached.used, currency),
      most: inUnits(reached, reached.most, currency),
    },
    amount: wireNumber(amount, currency),
    shares: shares.map((share) => wireNumber(share, currency)),
  }
}

function inUnits({ name }: LimitReached, value: bigint, currency: string): number {
  return name === 'PER_CONTACT_USES' ? Number(value) : wireNumber(value, currency)
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
    case 'LIMIT': {
      const { name, used, most } = refused.reached
      const text = (value: bigint) => (name === 'PER_CONTACT_USES' ? `${value} times` : show(value))
      return { condition: name, seen: `${text(used)} used`, needed: `less than ${text(most)}` }
    }
    case 'NOTHING_TO_EARN':
      return {
        condition: 'NOTHING_TO_EARN',
        seen: show(refused.base),
        needed: 'an amount that earns at least the smallest coin',
      }
    case 'BETTER_OFFER':
      return {
        condition: 'BETTER_OFFER',
        seen: show(refused.amount),
        needed: `more than ${show(refused.better.amount)} of ${refused.better.offer.terms.name}`,
      }
  }
}

export function explainSpend(
  plan: SpendPlan,
  requested: bigint,
  most: bigint,
  currency: string,
): ExplainedSpend {
  return {
    requested: wireNumber(requested, currency),
    most: wireNumber(most, currency),
    taken: wireNumber(plan.total, currency),
    parts: plan.parts.map(({ lot, amount, lines }) => ({
      lot: lot.id,
      pool: lot.pool,
      amount: wireNumber(amount, currency),
      lines: lines.map((line) => wireNumber(line, currency)),
    })),
    not_used: plan.unspendable.map(({ pool, amount, because }) => ({
      pool,
      amount: wireNumber(amount, currency),
      because,
    })),
  }
}

interface OfferName {
  readonly code: string
  readonly name: string
}

type Named<Row> = Row & OfferName

/** An explanation with the names that its offers have now; stored are only their ids and versions. */
export interface ToldExplanation extends Omit<Explanation, 'awards' | 'refused'> {
  readonly awards: readonly Named<ExplainedAward>[]
  readonly refused: readonly Named<RefusedOffer>[]
}

export function tellExplanation(stored: Explanation, { compiled }: Catalogue): ToldExplanation {
  return {
    ...stored,
    awards: stored.awards.map((row) => withName(row, compiled)),
    refused: stored.refused.map((row) => withName(row, compiled)),
  }
}

export function withName<Row extends { readonly offer: string }>(
  row: Row,
  compiled: Catalogue['compiled'],
): Named<Row> {
  const found = compiled.get(idOf<OfferId>(row.offer))?.offer
  return { ...row, code: found?.code ?? '', name: found?.terms.name ?? '' }
}
