import { ruleBook } from '@tillback/server/engine/rule-book.ts'
import { formulaInGreek, nearMissInGreek } from '@tillback/server/offers/words/formulas.ts'
import { reasonInGreek } from '@tillback/server/offers/words/reasons.ts'
import type { Explanation } from '../../purchases/explanation.ts'
import type { RuleBook } from './basket.ts'

/** What was judged here is told as the server tells what was judged there. */
export function inGreek(explanation: Explanation, book: RuleBook): Explanation {
  const { currency, awards, refused, others, nearMisses } = explanation
  const isNear = (id: string) => nearMisses.some(({ offer }) => offer === id)
  const near = ruleBook.parse({ ...book, offers: book.offers.filter(({ id }) => isNear(id)) }).offers
  return {
    ...explanation,
    awards: awards.map((award) => ({ ...award, says: formulaInGreek(award.says) })),
    refused: refused.map(reasonInGreek),
    others: others.map(reasonInGreek),
    nearMisses: nearMisses.map((miss) => {
      const offer = near.find(({ id }) => id === miss.offer)
      return { ...miss, says: nearMissInGreek(miss, currency, offer) }
    }),
  }
}
