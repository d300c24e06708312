import { counterBook, indexOffers } from '../src/engine/index.ts'
import { decimalText } from '../src/kit/money.ts'
import { basket, type Shopping } from './baskets.ts'
import { checkout } from './judged.ts'
import { offer } from './offers-in-words.ts'

export interface Visit extends Shopping {
  readonly buys: string
}

/**
 * Purchases one after the other, each moving the counters as a posted one does: what each earns, or why
 * nothing.
 */
export function shopped(terms: string, visits: readonly Visit[]): string[] {
  const index = indexOffers([offer(terms)])
  const counters = counterBook()
  return visits.map(({ buys, ...shopping }) => {
    const { judgement, counted } = checkout(index, basket(buys, shopping), { counters })
    for (const { ref, amount, uses } of counted) {
      const counter = counters.open(ref)
      counter.amount += amount
      counter.uses += uses
    }
    const [award] = judgement.awards
    if (award) return decimalText(award.amount, 2)
    return judgement.refused
      .map((each) => (each.because === 'LIMIT' ? each.reached.name : each.because))
      .join()
  })
}
