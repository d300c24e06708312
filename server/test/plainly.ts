import type { Award, Basket, CompiledOffer, Counters, JudgeInput, RedeemMethod } from '../src/engine/index.ts'
import { judgeOne } from '../src/engine/index.ts'
import { better } from '../src/engine/judge.ts'

/** Every offer is looked at and all are sorted: slow, and plainly what the rules say. */

export function inputOf(basket: Basket, paid: readonly bigint[], counters: Counters): JudgeInput {
  return { tenant: 1, basket, paid, counters }
}

/** What each offer by itself would give, the best first. */
export function wonBy(
  all: readonly CompiledOffer[],
  input: JudgeInput,
  redeem: RedeemMethod,
): readonly Award[] {
  return all
    .filter((each) => each.redeem === redeem && each.occasion === input.basket.occasion)
    .flatMap((each): Award[] => {
      const outcome = judgeOne(each, input)
      return 'because' in outcome ? [] : [outcome]
    })
    .sort(better)
}

/** undefined: on top of all others. */
export function groupOf({ offer: { terms } }: Award): string | undefined {
  return terms.on_top ? undefined : (terms.exclusive_group ?? '')
}

/** The named groups of which a discount was given. */
export function groupsOf(discounts: readonly Award[]): ReadonlySet<string | undefined> {
  return new Set(discounts.map(groupOf).filter((group) => group !== undefined && group !== ''))
}

/** Of each group the best, of no group that a discount was given of, and all that are on top. */
export function chosenPlainly(won: readonly Award[], discounts: readonly Award[]): readonly Award[] {
  const discounted = groupsOf(discounts)
  return won.filter((award) => {
    const group = groupOf(award)
    if (group === undefined) return true
    return !discounted.has(group) && won.find((other) => groupOf(other) === group) === award
  })
}
