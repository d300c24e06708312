import { sum, wireNumber } from '../kit/money.ts'
import type { Counted } from './count-awards.ts'
import { type EvaluationFacts, evaluationFacts } from './evaluation-facts.ts'
import {
  type ExplainedAward,
  type ExplainedNearMiss,
  explainAward,
  explainNearMiss,
  explainRefused,
  type RefusedOffer,
} from './explain.ts'
import { nearMisses } from './near-miss.ts'
import { readFacts, TENANT } from './read-facts.ts'
import { judgeRounds, paidWithin } from './rounds.ts'
import { type OpenBook, openBook, ruleBook } from './rule-book.ts'

/** What the purchase adds to one counter; sent with later facts as it is. */
export interface EvaluatedCount {
  readonly of: Counted['of']
  readonly offer: string | null
  readonly owner: string
  readonly subject: string
  readonly period: string
  /** Whole digits: minor units, ten-thousandths of pieces, or times. */
  readonly amount: string
  readonly uses: number
}

/** What offers give for the facts, and why. Amounts are in the currency. */
export interface Evaluation {
  /** Off the price of this purchase. */
  readonly discounts: readonly ExplainedAward[]
  /** Back to the wallet. */
  readonly awards: readonly ExplainedAward[]
  readonly refused: readonly RefusedOffer[]
  readonly near_misses: readonly ExplainedNearMiss[]
  readonly counted: readonly EvaluatedCount[]
  readonly total_award: number
  readonly left_to_pay: number
}

export interface Evaluator {
  /** One JSON text: the same bytes for the same facts, wherever it runs. */
  readonly evaluate: (facts: unknown) => string
}

/** Opens a rule book, as JSON.parse gives it, to evaluate facts by. Throws what is wrong with either. */
export function openRuleBook(json: unknown): Evaluator {
  const book = openBook(ruleBook.parse(json))
  return { evaluate: (facts) => JSON.stringify(evaluated(book, evaluationFacts.parse(facts))) }
}

/** Judges as a purchase does: discounts, then what the wallet pays, then cash-back. */
export function evaluated(book: OpenBook, facts: EvaluationFacts, root = ''): Evaluation {
  const { offers, tiers, currency } = book
  const { basket, paid, counters } = readFacts(facts, book, root)
  const isPaidInFull = facts.paid_in_full
  const { input, discounts, awards, refused, payment, counted } = judgeRounds(
    { tenant: TENANT, offers, tiers, basket, counters, isPaidInFull },
    (off) => ({ off, perLine: paidWithin(basket, off, paid) }),
  )
  const all = [...discounts, ...awards]
  const covered = isPaidInFull ? 0n : sum(payment.off) + sum(payment.perLine)
  const owed = basket.occasion === 'PURCHASE' ? basket.total - covered : 0n
  return {
    discounts: discounts.map((each) => explainAward(each, currency)),
    awards: awards.map((each) => explainAward(each, currency)),
    refused: refused.map((each) => explainRefused(each, input.basket)),
    near_misses: nearMisses(offers, input, { awards: all, refused }).map((each) =>
      explainNearMiss(each, currency),
    ),
    counted: counted.map(showCount),
    total_award: wireNumber(sum(all.map(({ amount }) => amount)), currency),
    left_to_pay: wireNumber(owed > 0n ? owed : 0n, currency),
  }
}

function showCount({ of, offer, ref, amount, uses }: Counted): EvaluatedCount {
  const { offer: owner, subject, period } = ref
  return { of, offer: offer ?? null, owner, subject, period, amount: amount.toString(), uses }
}
