import { describe, expect, test } from 'vitest'
import { brief, linted, only, own, street } from '../../../test/street.ts'
import { type CompiledOffer, indexOffers } from '../../engine/index.ts'
import { sum } from '../../kit/money.ts'
import { simulation } from '../simulate.ts'
import type { Finding, Kept, Step } from './finding.ts'
import { isForReachingTier } from './terms.ts'
import { asIfDrawn, isAwarded, ownOutcome, TENANT } from './trial.ts'

function farm(found: Finding): { readonly steps: readonly Step[]; readonly kept: Kept } {
  if (found.example.of !== 'STEPS') throw new Error(`${found.says} has no steps`)
  return found.example
}

/** What is left when the steps are really taken. */
function taken(offer: CompiledOffer, steps: readonly Step[]): Kept {
  const world = simulation({
    tenant: TENANT,
    offers: indexOffers([offer]),
    tiers: isForReachingTier(offer) ? street.known.tiers : undefined,
  })
  const parts = steps.map((step): Kept => {
    const { purchase: id } = step
    if (step.does === 'GIVE_BACK') {
      const back = world.takeBack({ purchase: id, decided: 0n, isVoid: false, goods: step.goods })
      return { goods: -step.goods, award: -sum(back.map(({ amount }) => amount)) }
    }
    const { basket } = step.judged.trial.draft
    const { awards } = world.judge({
      id,
      decided: 0n,
      basket,
      isPaidInFull: false,
      comesBack: true,
      spent: [],
      awarded: [],
    })
    return { goods: basket.total, award: sum(awards.map(({ amount }) => amount)) }
  })
  return { goods: sum(parts.map(({ goods }) => goods)), award: sum(parts.map(({ award }) => award)) }
}

describe('what can be farmed', () => {
  test.each`
    terms                                                       | finding      | says
    ${'5.00'}                                                   | ${'WARNING'} | ${'paid in 4 parts it is given 20.00 EUR'}
    ${'2.00; from 5.00'}                                        | ${'WARNING'} | ${'One basket for 20.00 EUR is given 2.00 EUR; paid in 4 parts it is given 8.00 EUR'}
    ${'3.00; from 9.00; off the price'}                         | ${'WARNING'} | ${'paid in 4 parts it is given 12.00 EUR'}
    ${'steps 10.00: 4.00, 50.00: 5.00'}                         | ${'WARNING'} | ${'paid in 4 parts it is given 16.00 EUR'}
    ${'5.00; every 5th purchase'}                               | ${'WARNING'} | ${'keeps 10.00 EUR on goods for 0.02 EUR'}
    ${'5.00; every 50.00 spent'}                                | ${'WARNING'} | ${'keeps 10.00 EUR on goods for 0.02 EUR'}
    ${'5.00; every 10 pieces; on milk'}                         | ${'WARNING'} | ${'gives back what led there'}
    ${'5 %; every 100.00 spent; on all of it'}                  | ${'WARNING'} | ${'keeps 10.00 EUR'}
    ${'5.00; 50.00 spent a month'}                              | ${'NOTICE'}  | ${'keeps 5.00 EUR on goods for 0.01 EUR, once in each period'}
    ${'5.00; every 5th purchase; each contact 1 times a month'} | ${'NOTICE'}  | ${'keeps 5.00 EUR'}
    ${'20.00; reaching tier gold'}                              | ${'WARNING'} | ${'keeps 40.00 EUR on goods for 0.02 EUR'}
    ${'20.00; reaching tier gold; each contact 1 times a year'} | ${'NOTICE'}  | ${'keeps 20.00 EUR on goods for 0.01 EUR'}
    ${'1.00; from 10.00'}                                       | ${'NOTICE'}  | ${'Who buys enough and gives most of it back keeps 0.10 EUR on goods for 1.00 EUR'}
    ${'10 %; on milk; 10 of them'}                              | ${'NOTICE'}  | ${'which alone are given 0.00 EUR'}
    ${'2.00; bundle 1 milk + 1 bun'}                            | ${'NOTICE'}  | ${'which alone are given 0.00 EUR'}
    ${'steps 10.00: 2 %, 100.00: 10 %'}                         | ${'NOTICE'}  | ${'Who buys enough and gives most of it back'}
    ${'20.00; from 10.00; 1 in 100'}                            | ${'NOTICE'}  | ${'paid in 4 parts'}
    ${'5.00; type SIGNUP goal MEMBERSHIP'}                      | ${'WARNING'} | ${'3 invented sign-ups with new addresses are given 15.00 EUR'}
    ${'5.00; type REFER goal MEMBERSHIP'}                       | ${'WARNING'} | ${'3 invented friends who sign up are given 15.00 EUR'}
  `('"$terms" is told as $finding: $says', ({ terms, finding, says }) => {
    const compiled = own(terms)
    const found = only(linted(compiled), 'FARMABLE')
    expect(brief(found)).toBe(`${finding} FARMABLE`)
    expect(found.says).toContain(says)
    const { steps, kept } = farm(found)
    expect(kept.award).toBeGreaterThan(0n)
    expect(taken(asIfDrawn(compiled), steps)).toEqual(kept)
  })

  test.each`
    terms                                                             | because
    ${'5.00; each contact 1 times a day'}                             | ${'a contact is given it once a day'}
    ${'1.00; on milk'}                                                | ${'milk has its price'}
    ${'10 %; cap 1.00'}                                               | ${'a share of each part is a share of the whole'}
    ${'1.00 per 10.00'}                                               | ${'only what is full counts'}
    ${'5.00; every 1000th purchase; of everybody'}                    | ${'nobody knows who will reach it'}
    ${'5.00; type SIGNUP goal MEMBERSHIP; budget 500.00'}             | ${'it ends with the budget'}
    ${'5.00; type REFER goal MEMBERSHIP; each contact 2 times a day'} | ${'two a day are paid'}
    ${'5.00; type PROFILE goal MEMBERSHIP'}                           | ${'a profile is completed once'}
    ${'5.00; type GIFT goal MEMBERSHIP; on the birthday'}             | ${'there is one birthday a year'}
  `('"$terms" cannot: $because', ({ terms }) => {
    expect(linted(own(terms)).map(({ code }) => code)).not.toContain('FARMABLE')
  })
})

describe('hours that the clock does not have, or has twice', () => {
  test.each`
    terms                                                              | finding                  | days
    ${'5 %; during 03:00-04:00'}                                       | ${'WARNING LOST_HOUR'}   | ${['2027-03-28', '2028-03-26', '2029-03-25']}
    ${'5 %; during Sun 03:15-03:45'}                                   | ${'WARNING LOST_HOUR'}   | ${['2027-03-28', '2028-03-26', '2029-03-25']}
    ${'5 %; during Mar 03:00-03:30; available 2027-01-01..2028-01-01'} | ${'WARNING LOST_HOUR'}   | ${['2027-03-28']}
    ${'5 %; during 03:00-04:00; available 2027-01-01..2028-01-01'}     | ${'NOTICE DOUBLED_HOUR'} | ${['2027-10-31']}
    ${'5 %; during Oct 02:30-04:00; available 2027-01-01..2028-01-01'} | ${'NOTICE DOUBLED_HOUR'} | ${['2027-10-31']}
  `('"$terms" has $finding on $days', ({ terms, finding, days }) => {
    const compiled = own(terms)
    const found = linted(compiled).find((each) => brief(each) === finding)
    if (found?.example.of !== 'CLOCK') throw new Error(`no ${finding}`)
    expect(found.example.clock.days.map(({ day }) => day)).toEqual(days)
    const outcomes = found.example.judged.map(({ trial }) => isAwarded(ownOutcome(compiled, trial)))
    const isDoubled = finding.endsWith('DOUBLED_HOUR')
    expect(outcomes).toEqual([isDoubled, isDoubled])
    const local = found.example.judged.map(({ trial }) => trial.draft.basket.local.minute)
    if (isDoubled) expect(local[0]).toBe(local[1])
    else expect(local).toEqual([179, 240])
  })

  test.each`
    terms
    ${'5 %; during 02:00-03:00'}
    ${'5 %; during Mon 03:00-04:00'}
    ${'5 %; during Sat Sun'}
    ${'5 %; during Jul 03:00-04:00'}
    ${'5 %; during 03:00-04:00; available 2026-12-01..2027-03-01'}
  `('"$terms" has none', ({ terms }) => {
    const codes = linted(own(terms)).map(({ code }) => code)
    expect(codes.filter((code) => code.endsWith('HOUR'))).toEqual([])
  })
})
