import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyOffer } from '../../../test/any.ts'
import { linted, offers, own } from '../../../test/street.ts'
import { FINDING_CODES } from './finding.ts'
import { saysInGreek } from './in-greek.ts'

// What the shop called something, and the names of time zones.
const NAMES =
  /«[^»]*»|Europe\/Nicosia|UTC|\b(vip|staff|press|bronze|silver|gold|DINE_IN|TAKEAWAY|VOUCHER|EUR|EXAMPLE|summer|winter|club|milk|bread|bun|cheese|coffee|wine|dairy|bakery|drinks|alp|house|castle|food|drink|frozen|Corner|Harbour|Market|Garden|Hill)\b/g
const english = (text: string) => text.replaceAll(NAMES, '').match(/[A-Za-z]+/g)

/** Those that chance brings seldom. */
const RARE = [
  '5.00; type SIGNUP goal MEMBERSHIP',
  '5.00; type REFER goal MEMBERSHIP',
  '5 %; during 03:00-04:00',
  '5 %; during Sun 03:10-03:20',
  '5 %; at Nowhere',
  '5 %; for members of guests',
  '5 %; with pass autumn',
  '5 %; in tier copper',
  '5 %; available ..2026-11-01',
  '5 %; on family frozen, milk',
  '5 %; in segment press, vip; classified DELIVERY',
  '10.00; reaching tier gold; type REACH_TIER goal MEMBERSHIP',
  '10.00; every 50.00 spent',
  '10.00; from 50.00',
  '5.00; from 5.00',
  '0.01 per 99999.00; cap 0.01',
]

test('whatever is odd about any offers is told in Greek', () => {
  const random = fc.sample(anyOffer(), { numRuns: 60, seed: 11 })
  const beside = (place: number) => random.slice(place % 50, (place % 50) + 3)
  const cases = [...RARE, ...random].map((words, place) => [words, beside(place)] as const)
  const told = new Set<string>()
  for (const [words, live] of [['5 %; on milk', ['6 %; on family dairy']] as const, ...cases]) {
    for (const { code, says } of linted(own(words), offers(live))) {
      told.add(code)
      const greek = saysInGreek(code, says).replaceAll(/\b(copper|autumn|guests|Nowhere|DELIVERY)\b/g, '')
      expect([words, says, english(greek)]).toEqual([words, says, null])
    }
  }
  expect([...told].toSorted()).toEqual(FINDING_CODES.toSorted())
})
