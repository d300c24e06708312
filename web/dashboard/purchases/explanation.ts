import { fieldOf, listOf, numberOf, textOf } from '../../kit/reading.ts'

/** Why a purchase earned and spent what it did, as far as the dashboard shows it. */
export interface Explanation {
  readonly currency: string
  readonly judgedAt: number
  readonly awards: readonly ExplainedAward[]
  readonly refused: readonly RefusedOffer[]
  /** Offers that this purchase was never about. */
  readonly others: readonly RefusedOffer[]
  /** A little more that would have brought more. */
  readonly nearMisses: readonly NearMiss[]
  /** How many more offers there are whose reasons are not listed. */
  readonly unlisted: number
  readonly spend: ExplainedSpend | undefined
}

export interface OfferName {
  readonly offer: string
  readonly name: string
  readonly version: number
}

export interface ExplainedAward extends OfferName {
  /** The arithmetic in words: "5 % of 12.00 EUR". */
  readonly says: string
  readonly reckoned: number
  readonly amount: number
  readonly limit: { readonly name: string; readonly used: number; readonly most: number } | undefined
}

export interface RefusedOffer extends OfferName {
  readonly condition: string
  readonly seen: string
  readonly needed: string
}

export interface NearMiss extends OfferName {
  /** "1.40 EUR more for 10 % back" */
  readonly says: string
  readonly amount: number
}

export interface ExplainedSpend {
  readonly requested: number
  readonly most: number
  readonly taken: number
  /** What kept it below what was asked. */
  readonly bounds: readonly { readonly because: string; readonly most: number; readonly limit: string }[]
  readonly notUsed: readonly { readonly pool: string; readonly amount: number; readonly because: string }[]
}

/** Reads the answer of `…/explain`, whose shape the API leaves open so that it can grow. */
export function readExplanation(answer: unknown): Explanation {
  const others = listOf(answer, 'others').map(readRefused)
  const unlisted = numberOf(answer, 'more_refused') + numberOf(answer, 'not_concerned') - others.length
  const spend = fieldOf(answer, 'spend')
  return {
    currency: textOf(answer, 'currency'),
    judgedAt: numberOf(answer, 'judged_at'),
    awards: listOf(answer, 'awards').map(readAward),
    refused: listOf(answer, 'refused').map(readRefused),
    others,
    nearMisses: listOf(answer, 'near_misses').map(readNearMiss),
    unlisted: Math.max(0, unlisted),
    spend: spend === undefined || spend === null ? undefined : readSpend(spend),
  }
}

function readName(value: unknown): OfferName {
  return { offer: textOf(value, 'offer'), name: textOf(value, 'name'), version: numberOf(value, 'version') }
}

function readAward(value: unknown): ExplainedAward {
  const limit = fieldOf(value, 'limit')
  return {
    ...readName(value),
    says: textOf(value, 'says'),
    reckoned: numberOf(value, 'reckoned'),
    amount: numberOf(value, 'amount'),
    limit:
      limit === undefined || limit === null
        ? undefined
        : { name: textOf(limit, 'name'), used: numberOf(limit, 'used'), most: numberOf(limit, 'most') },
  }
}

function readRefused(value: unknown): RefusedOffer {
  return {
    ...readName(value),
    condition: textOf(value, 'condition'),
    seen: textOf(value, 'seen'),
    needed: textOf(value, 'needed'),
  }
}

function readNearMiss(value: unknown): NearMiss {
  return { ...readName(value), says: textOf(value, 'says'), amount: numberOf(value, 'amount') }
}

function readSpend(value: unknown): ExplainedSpend {
  return {
    requested: numberOf(value, 'requested'),
    most: numberOf(value, 'most'),
    taken: numberOf(value, 'taken'),
    bounds: listOf(value, 'bounds').map((each) => ({
      because: textOf(each, 'because'),
      most: numberOf(each, 'most'),
      limit: textOf(fieldOf(each, 'limit'), 'name'),
    })),
    notUsed: listOf(value, 'not_used').map((each) => ({
      pool: textOf(each, 'pool'),
      amount: numberOf(each, 'amount'),
      because: textOf(each, 'because'),
    })),
  }
}

const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The text with the names of what it tells by id. */
export function withNames(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(GUID, (id) => names.get(id) ?? id)
}
