import { type CompiledOffer, groupOf } from './compile.ts'
import { billsMoved, type Counted, goalsMoved, limitsUsed } from './counted.ts'
import type { Counters } from './counters.ts'
import { type Award, better, discountOf, type JudgeInput, judgeOne, type Refused } from './judge.ts'
import type { OfferIndex } from './offer-index.ts'
import { joined, type Rounds } from './rounds.ts'

/** What the offers of a purchase give beside one more. */
export interface WithOneMore {
  /** All, discounts first. */
  readonly awards: readonly Award[]
  /** Why the one gives nothing; undefined: it does, or the purchase does not concern it. */
  readonly refused: Refused | undefined
  readonly counted: readonly Counted[]
}

type Judged = Pick<Rounds<never>, 'priced' | 'input' | 'discounts' | 'awards' | 'counted'>

interface More {
  /** An index of this offer alone. */
  readonly one: OfferIndex
  /** Of its goals and limits. */
  readonly counters: Counters
}

/**
 * What was judged by some offers, as it is by these and one more, without judging it all again: cash-back changes nothing but which
 * of its own group is the best. undefined where it takes something off the price, on which all the rest is judged.
 */
export function withOneMore(judged: Judged, more: More): WithOneMore | undefined {
  const [compiled] = more.one.all
  if (!compiled || !concerns(compiled, more.one, judged.input))
    return { ...withNothing(judged), counted: judged.counted }
  const isOff = compiled.redeem === 'INSTANT'
  const found = judgeOne(compiled, { ...(isOff ? judged.priced : judged.input), counters: more.counters })
  if (!('because' in found) && isOff) return undefined
  const outcome = 'because' in found ? withNothing(judged, found) : among(judged, compiled, found)
  return { ...outcome, counted: countedWith(judged, more, outcome) }
}

function concerns({ redeem }: CompiledOffer, one: OfferIndex, { basket }: JudgeInput): boolean {
  const { onTop, groups } = one.candidates(basket, redeem)
  return onTop.length > 0 || groups.length > 0
}

interface Outcome extends Omit<WithOneMore, 'counted'> {
  readonly own: Award | undefined
}

function withNothing({ discounts, awards }: Judged, refused?: Refused): Outcome {
  return { awards: joined(discounts, awards), refused, own: undefined }
}

/** Of a group only the best is awarded, and nothing where a discount of the group was. */
function among(judged: Judged, offer: CompiledOffer, own: Award): Outcome {
  const { discounts, awards } = judged
  const { group } = offer
  const refuse = (because: 'EXCLUSIVE_GROUP' | 'BETTER_OFFER', by: Award) =>
    withNothing(judged, { offer, because, amount: own.amount, better: by })
  const taken = group ? discountOf(group, discounts) : undefined
  if (taken) return refuse('EXCLUSIVE_GROUP', taken)
  const best = group === undefined ? undefined : awards.find((each) => groupOf(each.offer.terms) === group)
  if (best && better(best, own) < 0) return refuse('BETTER_OFFER', best)
  return {
    awards: [...joined(discounts, awards).filter((each) => each !== best), own],
    refused: undefined,
    own,
  }
}

function countedWith(
  judged: Judged,
  { one, counters }: More,
  { awards, refused, own }: Outcome,
): readonly Counted[] {
  const inputs = {
    discounts: { ...judged.priced, counters },
    later: { ...judged.input, counters },
  }
  const given = new Set<string>(awards.map(({ offer }) => offer.id))
  return [
    ...limitsUsed(awards),
    // Whose place it took comes as near to its goal as before, but is not awarded for it.
    ...judged.counted
      .filter(({ of }) => of !== 'LIMIT')
      .map((each) =>
        each.of === 'GOAL' && each.uses > 0 && !given.has(each.ref.offer) ? { ...each, uses: 0 } : each,
      ),
    ...goalsMoved(one, inputs, { awards: own ? [own] : [], refused: refused ? [refused] : [] }),
    ...billsMoved(one, inputs),
  ]
}
