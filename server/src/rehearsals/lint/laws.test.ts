import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyBought, anyOffer } from '../../../test/any.ts'
import { stored } from '../../../test/names.ts'
import { own, place, street, tier } from '../../../test/street.ts'
import { type Basket, earningTotal, indexOffers } from '../../engine/index.ts'
import { lint } from './lint.ts'
import type { Setting } from './setting.ts'
import { asIfDrawn, isAwarded, outcomeOf, ownOutcome, trialOf } from './trial.ts'
import { allHold } from './witness.ts'

const plan = (code: string) => [stored('pass_plan', code).id, { code, name: code }] as const

/** With all that any offer and any basket names. */
const town: Setting = {
  ...street,
  places: [...street.places, place('Corner', 'Market'), place('Garden'), place('Garden', 'Hill')],
  known: {
    ...street.known,
    tiers: {
      unitsPer: 10_000n,
      period: 'YEAR',
      tiers: [tier('bronze', 50n), tier('silver', 100n), tier('gold', 500n)],
    },
    passPlans: new Map([plan('summer'), plan('winter')]),
  },
  live: [],
}

/** What is held already is not reached. */
function isPossible({ tiers: { held, reached } }: Basket): boolean {
  return !reached.some((tier) => held.includes(tier))
}

test('no basket is awarded by an offer of which it is said that it never is', () => {
  fc.assert(
    fc.property(anyOffer({ conditions: 4 }), anyBought, (terms, { basket }) => {
      const offer = asIfDrawn(own(terms))
      const draft = { place: place('Corner'), basket }
      fc.pre(isPossible(basket) && isAwarded(ownOutcome(offer, trialOf(offer, draft))))
      expect(lint(offer, town).map(({ code }) => code)).not.toContain('NEVER_FIRES')
    }),
    { numRuns: 150 },
  )
})

test('of whatever is not always awarded, some basket shows that it is not said to be', () => {
  fc.assert(
    fc.property(anyOffer({ conditions: 2 }), anyBought, (terms, { basket }) => {
      const offer = own(terms)
      // A purchase of which nothing earns is awarded by no offer: it says nothing of one from 0.01 on.
      fc.pre(earningTotal(basket) > 0n && !allHold(offer, { place: place('Corner'), basket }))
      expect(lint(offer, town).map(({ code }) => code)).not.toContain('ALWAYS_FIRES')
    }),
    { numRuns: 150 },
  )
})

test('no offer that a basket is awarded by, beside another, is said to be masked by it', () => {
  fc.assert(
    fc.property(anyOffer(), anyOffer(), anyBought, (terms, other, { basket }) => {
      const [offer, rival] = [asIfDrawn(own(terms)), own(other)]
      const trial = trialOf(offer, { place: place('Corner'), basket })
      const { awards } = outcomeOf(indexOffers([offer, rival]), trial)
      // A few coins more than what rounding may give.
      fc.pre(awards.some((award) => award.offer.id === offer.offer.id && award.amount > 5n))
      const found = lint(offer, { ...town, live: [rival] })
      expect(found.map(({ code }) => code)).not.toContain('MASKED')
    }),
    { numRuns: 150 },
  )
})
