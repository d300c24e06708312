import { describe, expect, test } from 'vitest'
import { brief, linted, offers, own } from '../../../test/street.ts'

/** As a shop would have them, side by side. */
const SENSIBLE = [
  '2 %',
  '5 %; cap 3.00; from 10.00; during Sat Sun',
  '10 %; cap 5.00; on family dairy; but not milk',
  '1.00; on top; from 10.00; at Corner; each contact 1 times a day',
  'steps 20.00: 1.00, 50.00: 4.00, 100.00: 10 %; group large',
  '1.00 per 20.00; cap 5.00; on top; with card 4532',
  'the cheapest 1 of every 3; on family bakery; off the price',
  '10 %; off the price; in segment staff; group staff',
  '2.00; every bundle 1 coffee + 1 bun; on top',
  '20 %; during Mon Tue Wed 15:00-17:00; on family drinks; type HAPPYHOUR goal VISITS',
  '20.00; from 10.00; 1 in 100; on top; budget 2000.00; type LOTTERY goal SPEND',
  '3.00; every 10th purchase a month; from 3.00; on top; each contact 1 times a month',
  '5 %; in tier silver or above; on top',
  '10.00; reaching tier gold; on top; each contact 1 times a year; type REACH_TIER goal MEMBERSHIP',
  '5 %; with pass summer; on top',
  '10 %; in the week of the birthday; on top; cap 5.00',
  '5 %; member for less than 30 days; through ONLINE; on top',
  '4 %; for members of club; classified DINE_IN; on top',
  '5.00; type SIGNUP goal MEMBERSHIP; budget 1000.00',
  '2.00; type PROFILE goal MEMBERSHIP',
  '5.00; type REFER goal MEMBERSHIP; each contact 2 times a day',
  '1.00; type ACHIEVEMENT goal ACHIEVEMENT; classified DINE_IN; each contact 1 times a day',
  '3.00; type GIFT goal MEMBERSHIP; on the birthday',
]

describe('sensible offers, live side by side', () => {
  test.each(SENSIBLE)('"%s" gives no error and no warning', (terms) => {
    const live = offers(SENSIBLE.filter((each) => each !== terms))
    const found = linted(own(terms), live)
    expect(
      found.filter(({ severity }) => severity !== 'NOTICE').map((each) => `${brief(each)} ${each.says}`),
    ).toEqual([])
  })
})
