import type { z } from 'zod'
import { InvalidValue } from '../kit/error.ts'
import { sum, wireNumber } from '../kit/money.ts'
import '../kit/say-issue.ts'
import type { Basket } from './basket.ts'
import type { Counted } from './counted.ts'
import { type EvaluationFacts, evaluationFacts } from './evaluation-facts.ts'
import {
  type ExplainedAward,
  type ExplainedNearMiss,
  explainAward,
  explainNearMiss,
  explainRefused,
  type RefusedOffer,
} from './explain.ts'
import type { Award } from './judge.ts'
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
  const book = readRuleBook(json)
  return { evaluate: (facts) => evaluate(book, checked(evaluationFacts, facts)) }
}

/** The rule book, checked and open. `root` stands before the names of fields that are refused. */
export function readRuleBook(json: unknown, root = ''): OpenBook {
  return openBook(checked(ruleBook, json, root))
}

function checked<Read>(schema: z.ZodType<Read>, json: unknown, root = ''): Read {
  const { success, data, error } = schema.safeParse(json)
  if (success) return data
  const fields = error.issues.map(({ path, message }) => {
    const field = path.reduce<string>((name, part) => named(name, part), root)
    return { path: field, code: 'invalid', message: field === '' ? message : `${field}: ${message}` }
  })
  throw InvalidValue({ detail: fields.map(({ message }) => message).join('; '), fields })
}

function named(before: string, part: PropertyKey): string {
  if (typeof part === 'number') return `${before}[${part}]`
  return before === '' ? String(part) : `${before}.${String(part)}`
}

/** The answer for facts that were read. `root` stands before the names of fields that are refused. */
export function evaluate(book: OpenBook, facts: EvaluationFacts, root = ''): string {
  return JSON.stringify(evaluated(book, facts, root))
}

/** Judges as a purchase does: discounts, then what the wallet pays, then cash-back. */
function evaluated(book: OpenBook, facts: EvaluationFacts, root: string): Evaluation {
  const { offers, tiers, currency } = book
  const { basket, paid, counters } = readFacts(facts, book, root)
  const isPaidInFull = facts.paid_in_full
  const rounds = (bought: Basket) =>
    judgeRounds({ tenant: TENANT, offers, tiers, basket: bought, counters, isPaidInFull }, (off) => ({
      off,
      perLine: paidWithin(bought, off, paid),
    }))
  const { input, discounts, awards, refused, payment, counted } = rounds(basket)
  const all = awardsOf({ discounts, awards })
  const covered = isPaidInFull ? 0n : sum(payment.off) + sum(payment.perLine)
  const owed = basket.occasion === 'PURCHASE' ? basket.total - covered : 0n
  return {
    discounts: discounts.map((each) => explainAward(each, currency)),
    awards: awards.map((each) => explainAward(each, currency)),
    refused: refused.map((each) => explainRefused(each, input.basket)),
    near_misses: nearMisses(offers, input, { awards: all, refused }, (fuller) =>
      awardsOf(rounds(fuller)),
    ).map((each) => explainNearMiss(each, currency)),
    counted: counted.map(showCount),
    total_award: wireNumber(sum(all.map(({ amount }) => amount)), currency),
    left_to_pay: wireNumber(owed > 0n ? owed : 0n, currency),
  }
}

interface Given {
  readonly discounts: readonly Award[]
  readonly awards: readonly Award[]
}

function awardsOf({ discounts, awards }: Given): readonly Award[] {
  return [...discounts, ...awards]
}

function showCount({ of, offer, ref, amount, uses }: Counted): EvaluatedCount {
  const { offer: owner, subject, period } = ref
  return { of, offer: offer ?? null, owner, subject, period, amount: amount.toString(), uses }
}
