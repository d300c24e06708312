import { describe, expect, test } from 'vitest'
import { both, brief, linted, offers, only, own, street } from '../../../test/street.ts'
import { earningTotal, indexOffers } from '../../engine/index.ts'
import { sum } from '../../kit/money.ts'
import type { Finding, Judged } from './finding.ts'
import { lint } from './lint.ts'
import { asIfDrawn, outcomeOf, ownOutcome } from './trial.ts'

describe('an offer that can never be awarded is an error', () => {
  test.each`
    terms                                                              | says
    ${'1.00; at Garden'}                                               | ${'All its places are closed.'}
    ${'5 %; available ..2026-11-01'}                                   | ${'It is over since 2026-11-01T00:00:00.000Z.'}
    ${'5 %; from 50.00; up to 20.00'}                                  | ${'fails at AMOUNT: 10.00 EUR, needed from 50.00 EUR to 20.00 EUR'}
    ${'5 %; on milk; but not family dairy'}                            | ${'fails at PRODUCTS: none of them, needed sku milk'}
    ${'5 %; on milk; for 30.00 of them; up to 20.00'}                  | ${'Nothing fulfils all its conditions.'}
    ${'5 %; on milk; bundle 1 bun + 1 coffee'}                         | ${'Nothing fulfils all its conditions.'}
    ${'5 %; during Sat; available 2026-11-23..2026-11-27'}             | ${'fails at TIMINGS'}
    ${'5 %; during Sun 03:00-04:00; available 2027-03-27..2027-03-30'} | ${'fails at TIMINGS'}
    ${'5 %; in segment vip; not in segment vip'}                       | ${'fails at SEGMENTS'}
    ${'5 %; in tier platinum'}                                         | ${'None of its tiers exists any more.'}
    ${'5 %; reaching tier bronze'}                                     | ${'fails at TIERS: no tier reached'}
    ${'5 %; reaching tier gold; off the price'}                        | ${'fails at TIERS: no tier reached'}
    ${'5 %; for members of crew'}                                      | ${'Its scheme is not in use, or is gone.'}
    ${'5 %; with pass winter'}                                         | ${'None of its pass plans is in use.'}
    ${'5 %; member before 2020-01-01; member for less than 30 days'}   | ${'fails at MEMBER_SINCE'}
    ${'0.01 %; up to 20.00'}                                           | ${'Whatever fulfils it is awarded nothing.'}
    ${'2.00; type SIGNUP goal MEMBERSHIP; on milk'}                    | ${'fails at PRODUCTS'}
    ${'2.00; type SIGNUP goal MEMBERSHIP; from 10.00'}                 | ${'fails at AMOUNT: 0.00 EUR'}
  `('"$terms": $says', ({ terms, says }) => {
    const compiled = own(terms)
    const [found, ...others] = linted(compiled)
    expect(others).toEqual([])
    expect(found).toMatchObject({ code: 'NEVER_FIRES', severity: 'ERROR' })
    expect(found?.says).toContain(says)
    expect(ownOutcome(compiled, judgedIn(found).trial)).toHaveProperty('because')
  })

  test.each`
    first                      | second
    ${'5 %; on milk'}          | ${'5 %; on cheese'}
    ${'5 %; through POS'}      | ${'5 %; through ONLINE'}
    ${'5 %; classified LUNCH'} | ${'5 %; classified DINNER'}
    ${'5 %; at Corner'}        | ${'5 %; at Market'}
    ${'5 %; during Mon'}       | ${'5 %; during Tue'}
    ${'5 %; in tier silver'}   | ${'5 %; in tier gold'}
    ${'5 %; with pass summer'} | ${'5 %; with pass spring'}
  `('"$first" and "$second" exclude each other', ({ first, second }) => {
    expect(linted(both(first, second)).map(brief)).toEqual(['ERROR NEVER_FIRES'])
  })

  test.each`
    first                             | second
    ${'5 %; on family dairy'}         | ${'5 %; on brand house'}
    ${'5 %; on milk, bun'}            | ${'5 %; on family bakery; 3 of them'}
    ${'5 %; during Mon Tue Wed'}      | ${'5 %; during 15:00-17:00'}
    ${'5 %; during Sat 08:00-12:00'}  | ${'5 %; during Dec Sat 11:59-20:00'}
    ${'5 %; in segment vip'}          | ${'5 %; in segment staff; not in segment press'}
    ${'5 %; from 10.00'}              | ${'5 %; up to 10.00'}
    ${'5 %; at Corner'}               | ${'5 %; at Harbour'}
    ${'5 %; in tier silver or above'} | ${'5 %; in tier gold'}
  `('"$first" and "$second" go together', ({ first, second }) => {
    expect(linted(both(first, second)).map(brief)).not.toContain('ERROR NEVER_FIRES')
  })

  test('without any open place there is nowhere to buy', () => {
    const found = lint(own('5 %'), { ...street, places: [], live: [] })
    expect(found.map(({ says }) => says)).toEqual([
      expect.stringContaining('There is no open place where anybody could buy.'),
    ])
  })
})

function judgedIn(found: Finding | undefined): Judged {
  if (found?.example.of !== 'BASKET') throw new Error(`${found?.says} has no basket`)
  return found.example.judged
}

describe('names that nothing has', () => {
  test.each`
    terms                              | finding                   | names
    ${'5 %; on oatmilk'}               | ${'WARNING UNKNOWN_NAME'} | ${'sku oatmilk'}
    ${'5 %; on milk, oatmilk'}         | ${'NOTICE UNKNOWN_NAME'}  | ${'sku oatmilk'}
    ${'5 %; on family frozen'}         | ${'WARNING UNKNOWN_NAME'} | ${'family frozen'}
    ${'5 %; in segment vop'}           | ${'WARNING UNKNOWN_NAME'} | ${'vop'}
    ${'5 %; not in segment vop'}       | ${'NOTICE UNKNOWN_NAME'}  | ${'vop'}
    ${'5 %; classified LUNCH'}         | ${'WARNING UNKNOWN_NAME'} | ${'LUNCH'}
    ${'5 %; in tier gold, platinum'}   | ${'NOTICE UNKNOWN_NAME'}  | ${'platinum'}
    ${'5 %; with pass summer, spring'} | ${'NOTICE UNKNOWN_NAME'}  | ${'spring'}
  `('"$terms" is told as $finding', ({ terms, finding, names }) => {
    const compiled = own(terms)
    const found = only(linted(compiled), 'UNKNOWN_NAME')
    expect(brief(found)).toBe(finding)
    expect(found.says).toContain(names)
    expect(ownOutcome(compiled, judgedIn(found).trial)).not.toHaveProperty('because')
  })
})

describe('an offer that is awarded always', () => {
  test.each`
    terms                                 | finding
    ${'2 %'}                              | ${'NOTICE ALWAYS_FIRES'}
    ${'5.00; each contact 1 times a day'} | ${'NOTICE ALWAYS_FIRES'}
    ${'5.00'}                             | ${'WARNING ALWAYS_FIRES'}
    ${'5.00; during 00:00-24:00'}         | ${'WARNING ALWAYS_FIRES'}
    ${'5.00; from 0.01'}                  | ${'WARNING ALWAYS_FIRES'}
  `('"$terms" is told as $finding', ({ terms, finding }) => {
    const compiled = own(terms)
    const found = only(linted(compiled), 'ALWAYS_FIRES')
    expect(brief(found)).toBe(finding)
    expect(ownOutcome(compiled, judgedIn(found).trial)).not.toHaveProperty('because')
  })

  test.each`
    terms
    ${'5 %; from 0.02'}
    ${'5 %; during 00:00-23:59'}
    ${'5 %; during Mon Tue Wed Thu Fri Sat'}
    ${'5 %; during Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov'}
    ${'5 %; on type food'}
    ${'5 %; at Corner'}
    ${'5 %; not in segment staff'}
    ${'5 %; member before 2026-11-24'}
    ${'1.00 per 10.00'}
    ${'5 %; 1 in 2'}
    ${'5 %; every 10th purchase'}
    ${'5 %; for members of club'}
  `('"$terms" is not', ({ terms }) => {
    expect(linted(own(terms)).map(({ code }) => code)).not.toContain('ALWAYS_FIRES')
  })
})

describe('an offer whose place others always take', () => {
  test.each`
    terms                            | live
    ${'5 %'}                         | ${['10 %']}
    ${'5 %; during Sat'}             | ${['10 %; during Sat Sun']}
    ${'5 %; on milk'}                | ${['6 %; on family dairy']}
    ${'10 %; cap 1.00'}              | ${['5 %; priority 5']}
    ${'1.00; from 5.00'}             | ${['1.00; from 4.00']}
    ${'5 %; at Harbour'}             | ${['8 %; at Corner']}
    ${'5 %'}                         | ${['100 %; off the price']}
    ${'5 %'}                         | ${['10 %; from 20.00', '10 %; up to 20.00']}
    ${'5 %; group a'}                | ${['1 %', '10 %; group a']}
    ${'5 %; available ..2027-01-01'} | ${['10 %; available ..2028-01-01']}
  `('"$terms" is masked by $live', ({ terms, live }) => {
    const [compiled, rivals] = [own(terms), offers(live)]
    const found = only(linted(compiled, rivals), 'MASKED')
    expect(brief(found)).toBe('WARNING MASKED')
    const { trial } = judgedIn(found)
    const { awards } = outcomeOf(indexOffers([compiled, ...rivals]), trial)
    expect(awards.map((award) => award.offer.id)).not.toContain(compiled.offer.id)
    expect(awards).not.toEqual([])
    expect(ownOutcome(compiled, trial)).not.toHaveProperty('because')
  })

  test.each`
    terms                     | live                                    | because
    ${'5 %'}                  | ${['10 %; during Sat']}                 | ${'on Monday'}
    ${'5 %'}                  | ${['10 %; at Corner']}                  | ${'at the market'}
    ${'5 %'}                  | ${['10 %; from 20.00']}                 | ${'for less'}
    ${'5 %'}                  | ${['10 %; not in segment vip']}         | ${'for a VIP'}
    ${'5 %'}                  | ${['2.00; from 5.00']}                  | ${'for a trolley'}
    ${'1.00; from 10.00'}     | ${['5 %; from 5.00']}                   | ${'from 10.00 to 20.00'}
    ${'5 %; on top'}          | ${['10 %']}                             | ${'beside it'}
    ${'5 %; group a'}         | ${['10 %; group b']}                    | ${'beside it'}
    ${'5 %'}                  | ${['10 %; budget 100.00']}              | ${'when that is used up'}
    ${'5 %'}                  | ${['10 %; each contact 1 times a day']} | ${'the second time'}
    ${'5 %'}                  | ${['10 %; every 5th purchase']}         | ${'before the fifth'}
    ${'5 %'}                  | ${['10 %; 1 in 2']}                     | ${'when the draw is lost'}
    ${'5 %'}                  | ${['10 %; available ..2027-01-01']}     | ${'next year'}
    ${'5 %; on family dairy'} | ${['10 %; on milk']}                    | ${'for cheese'}
    ${'5 %'}                  | ${['10 %; on milk', '10 %; on bread']}  | ${'for the rest'}
    ${'5 %'}                  | ${['50 %; off the price']}              | ${'on what is left to pay'}
  `('"$terms" is not masked by $live: it is awarded $because', ({ terms, live }) => {
    expect(linted(own(terms), offers(live)).map(({ code }) => code)).not.toContain('MASKED')
  })
})

describe('a basket that is given more than it costs', () => {
  test.each`
    terms                                  | live                                                | finding
    ${'5.00'}                              | ${[]}                                               | ${'ERROR'}
    ${'2.00; up to 50.00'}                 | ${[]}                                               | ${'ERROR'}
    ${'steps 10.00: 1.00, 20.00: 30.00'}   | ${[]}                                               | ${'ERROR'}
    ${'11.00 per 10.00'}                   | ${[]}                                               | ${'ERROR'}
    ${'60 %; before discounts'}            | ${[]}                                               | ${'ERROR'}
    ${'5.00; each contact 1 times a ever'} | ${[]}                                               | ${'WARNING'}
    ${'5.00; with pass summer'}            | ${[]}                                               | ${'WARNING'}
    ${'5.00; on milk'}                     | ${[]}                                               | ${'NOTICE'}
    ${'50.00; from 20.00; 1 in 100'}       | ${[]}                                               | ${'NOTICE'}
    ${'60 %'}                              | ${['50 %; on top']}                                 | ${'WARNING'}
    ${'60 %; on top; during Sat'}          | ${['50 %; at Corner']}                              | ${'WARNING'}
    ${'8.00; from 10.00; on top'}          | ${['3.00; from 12.00', '2.00; from 11.00; on top']} | ${'WARNING'}
  `('"$terms" with $live is told as $finding', ({ terms, live, finding }) => {
    const [compiled, others] = [own(terms), offers(live)]
    const found = only(linted(compiled, others), 'PAYS_MORE_THAN_BASKET')
    expect(brief(found)).toBe(`${finding} PAYS_MORE_THAN_BASKET`)
    const { trial } = judgedIn(found)
    const { awards } = outcomeOf(indexOffers([asIfDrawn(compiled), ...others]), trial)
    expect(awards.map((award) => award.offer.id)).toContain(compiled.offer.id)
    expect(sum(awards.map(({ amount }) => amount))).toBeGreaterThan(earningTotal(trial.draft.basket))
  })

  test.each`
    terms                          | live
    ${'100 %'}                     | ${[]}
    ${'5.00; off the price'}       | ${[]}
    ${'5.00; from 5.00'}           | ${[]}
    ${'10 %'}                      | ${['5.00; on top']}
    ${'60 %; during Sat; on top'}  | ${['50 %; during Sun']}
    ${'20.00; reaching tier gold'} | ${[]}
    ${'5.00; every 5th purchase'}  | ${[]}
    ${'5 %; before discounts'}     | ${[]}
  `('"$terms" with $live gives none', ({ terms, live }) => {
    const found = linted(own(terms), offers(live))
    expect(found.map(({ code }) => code)).not.toContain('PAYS_MORE_THAN_BASKET')
  })
})
