import { evaluationFacts } from '@tillback/server/engine/evaluation-facts.ts'
import { readFacts } from '@tillback/server/engine/read-facts.ts'
import { openBook, ruleBook } from '@tillback/server/engine/rule-book.ts'
import type { RuleBook } from './basket.ts'

export interface NotLookedAt {
  readonly offer: string
  readonly version: number
  readonly condition: string
  readonly seen: string
  readonly needed: string
}

/**
 * Why an offer was never looked at for these facts: judging does not ask offers that name other goods or places, and so tells
 * nothing of them. Undefined where it is looked at.
 */
export function whyNot(book: RuleBook, facts: object, offer: string): NotLookedAt | undefined {
  const opened = openBook(ruleBook.parse({ ...book, offers: book.offers.filter(({ id }) => id === offer) }))
  const [compiled] = opened.offers.all
  if (!compiled) return undefined
  const { basket } = readFacts(evaluationFacts.parse(facts), opened)
  const lines = compiled.qualifying(basket.lines)
  // Tiers and the like are known to judging alone.
  const failing = compiled.checks.find(
    ({ isLate, ofLines, holds }) => !isLate && !holds(basket, ofLines ? lines : basket.lines),
  )
  if (!failing) return undefined
  const { seen, needed } = failing.shortfall(basket, failing.ofLines ? lines : basket.lines)
  return { offer, version: compiled.offer.version, condition: failing.kind, seen, needed }
}
