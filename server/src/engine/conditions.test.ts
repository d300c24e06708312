import { describe, expect, test } from 'vitest'
import { earns, offer, why } from '../../test/words.ts'
import { drawn } from './draw.ts'
import { plainVoice, sentenceOf } from './index.ts'

describe('products', () => {
  test.each`
    terms                                      | buys                                | earns
    ${'10 %; on milk'}                         | ${'milk 1.00, bread 2.00'}          | ${'0.10'}
    ${'10 %; on milk'}                         | ${'bread 2.00'}                     | ${'-'}
    ${'10 %; on family dairy'}                 | ${'milk 1.00, cheese 4.00'}         | ${'0.50'}
    ${'10 %; on brand house'}                  | ${'bun 1.00, coffee 2.00'}          | ${'0.30'}
    ${'10 %; on type drink'}                   | ${'wine 9.00, bread 2.00'}          | ${'0.90'}
    ${'10 %; on milk, family bakery'}          | ${'milk 1.00, bun 1.00, wine 9.00'} | ${'0.20'}
    ${'10 %; on family dairy; but not milk'}   | ${'milk 1.00, cheese 4.00'}         | ${'0.40'}
    ${'10 %; on family dairy; but not milk'}   | ${'milk 1.00'}                      | ${'-'}
    ${'10 %; on type food; but not brand alp'} | ${'milk 1.00, bread 2.00'}          | ${'0.20'}
    ${'10 %; on bun; 3 of them'}               | ${'3 bun 3.00'}                     | ${'0.30'}
    ${'10 %; on bun; 3 of them'}               | ${'2 bun 2.00, bun 1.00'}           | ${'0.30'}
    ${'10 %; on bun; 3 of them'}               | ${'2 bun 2.00, 5 milk 5.00'}        | ${'-'}
    ${'10 %; on cheese; 0.5 of them'}          | ${'0.48 cheese 9.00'}               | ${'-'}
    ${'10 %; on cheese; for 5.00 of them'}     | ${'cheese 5.00, wine 9.00'}         | ${'0.50'}
    ${'10 %; on cheese; for 5.00 of them'}     | ${'cheese 4.99, wine 9.00'}         | ${'-'}
  `('"$terms" gives $earns for $buys', ({ terms, buys, earns: expected }) => {
    expect(earns(terms, buys)).toBe(expected)
  })
})

describe('amount, place and time', () => {
  test.each`
    terms                                    | buys                      | at                  | when           | earns
    ${'1.00; from 10.00'}                    | ${'wine 10.00'}           | ${'Corner'}         | ${'Mon 12:00'} | ${'1.00'}
    ${'1.00; from 10.00'}                    | ${'wine 9.99'}            | ${'Corner'}         | ${'Mon 12:00'} | ${'-'}
    ${'1.00; up to 20.00'}                   | ${'wine 20.00'}           | ${'Corner'}         | ${'Mon 12:00'} | ${'1.00'}
    ${'1.00; up to 20.00'}                   | ${'wine 20.01'}           | ${'Corner'}         | ${'Mon 12:00'} | ${'-'}
    ${'10 %; on milk; from 10.00'}           | ${'milk 1.00, wine 9.00'} | ${'Corner'}         | ${'Mon 12:00'} | ${'0.10'}
    ${'1.00; at Corner'}                     | ${'wine 10.00'}           | ${'Corner/Harbour'} | ${'Mon 12:00'} | ${'1.00'}
    ${'1.00; at Harbour'}                    | ${'wine 10.00'}           | ${'Corner/Harbour'} | ${'Mon 12:00'} | ${'1.00'}
    ${'1.00; at Harbour, Market'}            | ${'wine 10.00'}           | ${'Corner/Market'}  | ${'Mon 12:00'} | ${'1.00'}
    ${'1.00; at Harbour'}                    | ${'wine 10.00'}           | ${'Corner/Market'}  | ${'Mon 12:00'} | ${'-'}
    ${'1.00; at Harbour'}                    | ${'wine 10.00'}           | ${'Corner'}         | ${'Mon 12:00'} | ${'-'}
    ${'1.00; during 15:00-17:00'}            | ${'coffee 3.00'}          | ${'Corner'}         | ${'Mon 14:59'} | ${'-'}
    ${'1.00; during 15:00-17:00'}            | ${'coffee 3.00'}          | ${'Corner'}         | ${'Mon 15:00'} | ${'1.00'}
    ${'1.00; during 15:00-17:00'}            | ${'coffee 3.00'}          | ${'Corner'}         | ${'Mon 16:59'} | ${'1.00'}
    ${'1.00; during 15:00-17:00'}            | ${'coffee 3.00'}          | ${'Corner'}         | ${'Mon 17:00'} | ${'-'}
    ${'1.00; during Sat Sun'}                | ${'coffee 3.00'}          | ${'Corner'}         | ${'Sun 00:00'} | ${'1.00'}
    ${'1.00; during Sat Sun'}                | ${'coffee 3.00'}          | ${'Corner'}         | ${'Mon 00:00'} | ${'-'}
    ${'1.00; during Nov'}                    | ${'coffee 3.00'}          | ${'Corner'}         | ${'Mon 12:00'} | ${'1.00'}
    ${'1.00; during Dec'}                    | ${'coffee 3.00'}          | ${'Corner'}         | ${'Mon 12:00'} | ${'-'}
    ${'1.00; during Fri 22:00-02:00'}        | ${'wine 9.00'}            | ${'Corner'}         | ${'Fri 23:59'} | ${'1.00'}
    ${'1.00; during Fri 22:00-02:00'}        | ${'wine 9.00'}            | ${'Corner'}         | ${'Sat 01:59'} | ${'1.00'}
    ${'1.00; during Fri 22:00-02:00'}        | ${'wine 9.00'}            | ${'Corner'}         | ${'Sat 02:00'} | ${'-'}
    ${'1.00; during Fri 22:00-02:00'}        | ${'wine 9.00'}            | ${'Corner'}         | ${'Fri 01:00'} | ${'-'}
    ${'1.00; during Sat 22:00-02:00'}        | ${'wine 9.00'}            | ${'Corner'}         | ${'Sun 01:00'} | ${'1.00'}
    ${'1.00; during Mon 08:00-09:00 or Sun'} | ${'bun 1.00'}             | ${'Corner'}         | ${'Sun 20:00'} | ${'1.00'}
  `('"$terms" gives $earns for $buys at $at on $when', ({ terms, buys, at, when, earns: expected }) => {
    expect(earns(terms, buys, { at, when })).toBe(expected)
  })
})

describe("the venue's clock decides, with its summer time", () => {
  // In Cyprus the clock goes from 02:59 to 04:00 on 29 March 2026, and from 03:59 back to 03:00 on 25 October.
  test.each`
    terms                             | when                                       | earns     | because
    ${'1.00; during 15:00-17:00'}     | ${'2026-07-01T12:30:00Z Europe/Nicosia'}   | ${'1.00'} | ${'it is 15:30 there'}
    ${'1.00; during 15:00-17:00'}     | ${'2026-12-01T12:30:00Z Europe/Nicosia'}   | ${'-'}    | ${'it is 14:30 there'}
    ${'1.00; during 15:00-17:00'}     | ${'2026-12-01T13:30:00Z Europe/Nicosia'}   | ${'1.00'} | ${'it is 15:30 there'}
    ${'1.00; during 15:00-17:00'}     | ${'2026-07-01T12:30:00Z America/New_York'} | ${'-'}    | ${'it is 08:30 there'}
    ${'1.00; during Mon'}             | ${'2026-11-22T22:30:00Z Europe/Nicosia'}   | ${'1.00'} | ${'Monday has begun there'}
    ${'1.00; during 03:00-04:00'}     | ${'2026-03-29T00:59:00Z Europe/Nicosia'}   | ${'-'}    | ${'it is 02:59, the hour is skipped'}
    ${'1.00; during 03:00-04:00'}     | ${'2026-03-29T01:00:00Z Europe/Nicosia'}   | ${'-'}    | ${'it is 04:00, the hour was skipped'}
    ${'1.00; during 03:00-04:00'}     | ${'2026-10-25T00:30:00Z Europe/Nicosia'}   | ${'1.00'} | ${'it is 03:30 for the first time'}
    ${'1.00; during 03:00-04:00'}     | ${'2026-10-25T01:30:00Z Europe/Nicosia'}   | ${'1.00'} | ${'it is 03:30 again'}
    ${'1.00; during Dec 22:00-02:00'} | ${'2026-12-31T23:30:00Z Europe/Nicosia'}   | ${'1.00'} | ${'the night belongs to December'}
    ${'1.00; during Dec 22:00-02:00'} | ${'2026-11-30T23:30:00Z Europe/Nicosia'}   | ${'-'}    | ${'the night belongs to November'}
  `('"$terms" gives $earns on $when: $because', ({ terms, when, earns: expected }) => {
    expect(earns(terms, 'coffee 3.00', { when })).toBe(expected)
  })
})

describe('availability', () => {
  const june = '1.00; available 2026-06-01T00:00:00Z..2026-07-01T00:00:00Z'
  test.each`
    when                          | earns
    ${'2026-05-31T23:59:59Z UTC'} | ${'-'}
    ${'2026-06-01T00:00:00Z UTC'} | ${'1.00'}
    ${'2026-06-30T23:59:59Z UTC'} | ${'1.00'}
    ${'2026-07-01T00:00:00Z UTC'} | ${'-'}
  `('an offer of June gives $earns on $when', ({ when, earns: expected }) => {
    expect(earns(june, 'coffee 3.00', { when })).toBe(expected)
  })
})

describe('what does not earn', () => {
  test.each`
    terms                                 | buys                       | earns
    ${'1.00; from 10.00'}                 | ${'wine 9.00, tip 1.00'}   | ${'-'}
    ${'1.00; from 9.00'}                  | ${'wine 9.00, tip 1.00'}   | ${'1.00'}
    ${'1.00; up to 9.00'}                 | ${'wine 9.00, tip 1.00'}   | ${'1.00'}
    ${'1.00; from 0.01'}                  | ${'giftcard 50.00'}        | ${'-'}
    ${'10 %'}                             | ${'wine 9.00, fee 1.00'}   | ${'0.90'}
    ${'10 %'}                             | ${'tip 2.00'}              | ${'-'}
    ${'10 %'}                             | ${'wine 9.00, tip -1.00'}  | ${'0.90'}
    ${'1.00; from 10.00'}                 | ${'wine 10.00, fee -1.00'} | ${'1.00'}
    ${'10 %; on giftcard'}                | ${'giftcard 50.00'}        | ${'-'}
    ${'1.00; bundle 1 wine + 1 giftcard'} | ${'wine 9.00, giftcard 5'} | ${'-'}
  `('is not counted: "$terms" gives $earns for $buys', ({ terms, buys, earns: expected }) => {
    expect(earns(terms, buys)).toBe(expected)
  })
})

describe('a bundle', () => {
  const pair = '2.00; bundle 1 milk + 1 bread'
  const every = '2.00; every bundle 1 milk + 1 bread'
  test.each`
    terms                                                | buys                                          | earns
    ${pair}                                              | ${'milk 1.00, bread 2.00'}                    | ${'2.00'}
    ${pair}                                              | ${'2 milk 2.00'}                              | ${'-'}
    ${pair}                                              | ${'bread 2.00'}                               | ${'-'}
    ${pair}                                              | ${'4 milk 4.00, 3 bread 6.00'}                | ${'2.00'}
    ${pair}                                              | ${'milk 0.00, bread 2.00'}                    | ${'2.00'}
    ${pair}                                              | ${'0.5 milk 0.50, 0.5 milk 0.50, bread 2.00'} | ${'2.00'}
    ${pair}                                              | ${'0.9999 milk 1.00, bread 2.00'}             | ${'-'}
    ${'2.00; bundle 2 milk + 1 bread'}                   | ${'2 milk 2.00, -1 milk -1.00, bread 2.00'}   | ${'-'}
    ${'2.00; bundle 2 milk + 1 bread'}                   | ${'3 milk 3.00, -1 milk -1.00, bread 2.00'}   | ${'2.00'}
    ${'2.00; bundle 2 milk + 1 bread'}                   | ${'milk 1.00, milk -0.20, bread 2.00'}        | ${'-'}
    ${'10 %; bundle 1 milk + 1 bread'}                   | ${'milk 1.00, bread 2.00, wine 9.00'}         | ${'0.30'}
    ${'2.00; bundle 0.5 cheese + 1 bread'}               | ${'0.5 cheese 6.00, bread 2.00'}              | ${'2.00'}
    ${'2.00; bundle 0.5 cheese + 1 bread'}               | ${'0.48 cheese 6.00, bread 2.00'}             | ${'-'}
    ${'2.00; bundle 1 milk or cheese + 1 family bakery'} | ${'cheese 4.00, bun 1.00'}                    | ${'2.00'}
    ${'2.00; bundle 1 milk + 1 bread; on family bakery'} | ${'milk 1.00, bread 2.00'}                    | ${'-'}
    ${every}                                             | ${'4 milk 4.00, 3 bread 6.00'}                | ${'6.00'}
    ${every}                                             | ${'milk 1.00, milk 1.00, 2 bread 4.00'}       | ${'4.00'}
    ${every}                                             | ${'1.9999 milk 2.00, 2 bread 4.00'}           | ${'2.00'}
    ${'10 %; every bundle 1 milk + 1 bread'}             | ${'2 milk 2.00, 2 bread 4.00'}                | ${'0.60'}
  `('"$terms" gives $earns for $buys', ({ terms, buys, earns: expected }) => {
    expect(earns(terms, buys)).toBe(expected)
  })

  test.each`
    terms                                                            | buys                              | earns     | because
    ${'1.00; bundle 1 coffee + 1 family drinks'}                     | ${'coffee 3.00'}                  | ${'-'}    | ${'one coffee is not two drinks'}
    ${'1.00; bundle 1 family drinks + 1 coffee'}                     | ${'coffee 3.00, wine 9.00'}       | ${'1.00'} | ${'the wine is the other drink'}
    ${'1.00; bundle 2 family drinks + 1 coffee'}                     | ${'2 coffee 6.00, wine 9.00'}     | ${'1.00'} | ${'the drinks are one coffee and the wine'}
    ${'1.00; bundle 2 family drinks + 1 coffee'}                     | ${'coffee 3.00, wine 9.00'}       | ${'-'}    | ${'there are only two drinks'}
    ${'1.00; every bundle 1 family drinks + 1 coffee'}               | ${'3 coffee 9.00, wine 9.00'}     | ${'2.00'} | ${'the second pair is two coffees'}
    ${'1.00; every bundle 1 family drinks + 1 coffee'}               | ${'coffee 3.00, 5 wine 9.00'}     | ${'1.00'} | ${'there is one coffee'}
    ${'1.00; every bundle 1 milk or bread + 1 bread or bun + 1 bun'} | ${'milk 1, bread 2, 2 bun 2'}     | ${'1.00'} | ${'each is what it alone can be'}
    ${'1.00; every bundle 1 milk or bread + 1 bread or bun + 1 bun'} | ${'2 milk 2, 2 bread 4, 2 bun 2'} | ${'2.00'} | ${'the bread is the second item twice'}
    ${'1.00; every bundle 2 type food + 1 brand alp + 1 cheese'}     | ${'2 cheese 8, milk 1, bread 2'}  | ${'1.00'} | ${'cheese, milk, and two of food'}
    ${'1.00; every bundle 2 type food + 1 brand alp + 1 cheese'}     | ${'2 cheese 8, milk 1'}           | ${'-'}    | ${'all four must be food, and there are three'}
  `('$because: "$terms" gives $earns for $buys', ({ terms, buys, earns: expected }) => {
    expect(earns(terms, buys)).toBe(expected)
  })
})

describe('segments', () => {
  test.each`
    terms                                           | segments         | earns
    ${'1.00; in segment vip'}                       | ${'vip'}         | ${'1.00'}
    ${'1.00; in segment vip'}                       | ${'staff'}       | ${'-'}
    ${'1.00; in segment vip'}                       | ${undefined}     | ${'-'}
    ${'1.00; in segment vip'}                       | ${'VIP'}         | ${'-'}
    ${'1.00; in segment vip, press'}                | ${'staff,press'} | ${'1.00'}
    ${'1.00; not in segment staff'}                 | ${undefined}     | ${'1.00'}
    ${'1.00; not in segment staff'}                 | ${'vip'}         | ${'1.00'}
    ${'1.00; not in segment staff'}                 | ${'vip,staff'}   | ${'-'}
    ${'1.00; in segment vip; not in segment staff'} | ${'vip'}         | ${'1.00'}
    ${'1.00; in segment vip; not in segment staff'} | ${'vip,staff'}   | ${'-'}
    ${'1.00; in segment vip; not in segment staff'} | ${undefined}     | ${'-'}
  `('"$terms" gives $earns to a contact in $segments', ({ terms, segments, earns: expected }) => {
    expect(earns(terms, 'coffee 3.00', { segments })).toBe(expected)
  })
})

describe('tiers', () => {
  test.each`
    terms                                | tier         | reaches          | earns
    ${'1.00; in tier silver'}            | ${'silver'}  | ${undefined}     | ${'1.00'}
    ${'1.00; in tier silver'}            | ${'gold'}    | ${undefined}     | ${'-'}
    ${'1.00; in tier silver'}            | ${'bronze'}  | ${'silver'}      | ${'-'}
    ${'1.00; in tier silver'}            | ${undefined} | ${undefined}     | ${'-'}
    ${'1.00; in tier bronze, gold'}      | ${'gold'}    | ${undefined}     | ${'1.00'}
    ${'1.00; in tier silver or above'}   | ${'silver'}  | ${undefined}     | ${'1.00'}
    ${'1.00; in tier silver or above'}   | ${'gold'}    | ${undefined}     | ${'1.00'}
    ${'1.00; in tier silver or above'}   | ${'bronze'}  | ${undefined}     | ${'-'}
    ${'1.00; reaching tier silver'}      | ${'bronze'}  | ${'silver'}      | ${'1.00'}
    ${'1.00; reaching tier silver'}      | ${undefined} | ${'silver,gold'} | ${'1.00'}
    ${'1.00; reaching tier silver'}      | ${'silver'}  | ${undefined}     | ${'-'}
    ${'1.00; reaching tier silver'}      | ${'silver'}  | ${'gold'}        | ${'-'}
    ${'1.00; reaching tier silver,gold'} | ${'silver'}  | ${'gold'}        | ${'1.00'}
  `('"$terms" gives $earns to who holds $tier and reaches $reaches', ({ terms, earns: expected, ...who }) => {
    expect(earns(terms, 'coffee 3.00', who)).toBe(expected)
  })

  test('are looked at last, because they are known only while the wallet is locked', () => {
    expect(offer('1.00; in tier silver; from 5.00').checks.map(({ isLate }) => isLate)).toEqual([false, true])
  })
})

describe('classification, channel and means of payment', () => {
  test.each`
    terms                                     | shopping                                | earns
    ${'1.00; classified DINE_IN'}             | ${{ classified: 'DINE_IN' }}            | ${'1.00'}
    ${'1.00; classified DINE_IN, TAKEAWAY'}   | ${{ classified: 'TAKEAWAY' }}           | ${'1.00'}
    ${'1.00; classified DINE_IN'}             | ${{ classified: 'DELIVERY' }}           | ${'-'}
    ${'1.00; classified DINE_IN'}             | ${{}}                                   | ${'-'}
    ${'1.00; through ONLINE'}                 | ${{ through: 'ONLINE' }}                | ${'1.00'}
    ${'1.00; through ONLINE'}                 | ${{ through: 'online' }}                | ${'1.00'}
    ${'1.00; through ONLINE, APP'}            | ${{ through: 'App' }}                   | ${'1.00'}
    ${'1.00; through ONLINE'}                 | ${{ through: 'POS' }}                   | ${'-'}
    ${'1.00; through ONLINE'}                 | ${{}}                                   | ${'-'}
    ${'1.00; with card 4532'}                 | ${{ card: '453212' }}                   | ${'1.00'}
    ${'1.00; with card 4532'}                 | ${{ card: '4532' }}                     | ${'1.00'}
    ${'1.00; with card 4532'}                 | ${{ card: '453' }}                      | ${'-'}
    ${'1.00; with card 4532'}                 | ${{ card: '145321' }}                   | ${'-'}
    ${'1.00; with card 4532, 51001122334'}    | ${{ card: '510011223344' }}             | ${'1.00'}
    ${'1.00; with card 4532'}                 | ${{}}                                   | ${'-'}
    ${'1.00; paid with CASH'}                 | ${{ paidWith: 'CASH' }}                 | ${'1.00'}
    ${'1.00; paid with CASH'}                 | ${{ paidWith: 'card,cash' }}            | ${'1.00'}
    ${'1.00; paid with CASH'}                 | ${{ paidWith: 'CARD' }}                 | ${'-'}
    ${'1.00; paid with CASH; with card 4532'} | ${{ paidWith: 'CARD', card: '453212' }} | ${'1.00'}
    ${'1.00; paid with CASH; with card 4532'} | ${{ paidWith: 'CARD', card: '510011' }} | ${'-'}
    ${'1.00; with pass summer'}               | ${{ pass: 'summer 12345678' }}          | ${'1.00'}
    ${'1.00; with pass winter, summer'}       | ${{ pass: 'summer 12345678' }}          | ${'1.00'}
    ${'1.00; with pass winter'}               | ${{ pass: 'summer 12345678' }}          | ${'-'}
    ${'1.00; with pass winter'}               | ${{}}                                   | ${'-'}
    ${'1.00; for members of club'}            | ${{ schemes: 'club' }}                  | ${'1.00'}
    ${'1.00; for members of club'}            | ${{ schemes: 'staff' }}                 | ${'-'}
  `('"$terms" gives $earns for $shopping', ({ terms, shopping, earns: expected }) => {
    expect(earns(terms, 'coffee 3.00', shopping)).toBe(expected)
  })
})

describe('birthdays and name days', () => {
  // 23 November 2026 is a Monday; 2028 is a leap year, 2026 and 2100 are not.
  test.each`
    terms                                         | date            | on              | earns
    ${'1.00; on the birthday'}                    | ${'1984-11-23'} | ${'2026-11-23'} | ${'1.00'}
    ${'1.00; on the birthday'}                    | ${'1984-11-23'} | ${'2026-11-22'} | ${'-'}
    ${'1.00; on the birthday'}                    | ${'1984-11-23'} | ${'2026-11-24'} | ${'-'}
    ${'1.00; on the birthday'}                    | ${undefined}    | ${'2026-11-23'} | ${'-'}
    ${'1.00; on the birthday'}                    | ${'1984-02-29'} | ${'2028-02-29'} | ${'1.00'}
    ${'1.00; on the birthday'}                    | ${'1984-02-29'} | ${'2028-02-28'} | ${'-'}
    ${'1.00; on the birthday'}                    | ${'1984-02-29'} | ${'2026-02-28'} | ${'1.00'}
    ${'1.00; on the birthday'}                    | ${'1984-02-29'} | ${'2026-03-01'} | ${'-'}
    ${'1.00; on the birthday'}                    | ${'1984-02-29'} | ${'2100-02-28'} | ${'1.00'}
    ${'1.00; on the birthday'}                    | ${'1984-02-29'} | ${'2000-02-29'} | ${'1.00'}
    ${'1.00; on the birthday 3 before'}           | ${'1984-11-23'} | ${'2026-11-20'} | ${'1.00'}
    ${'1.00; on the birthday 3 before'}           | ${'1984-11-23'} | ${'2026-11-19'} | ${'-'}
    ${'1.00; on the birthday 3 before'}           | ${'1984-11-23'} | ${'2026-11-24'} | ${'-'}
    ${'1.00; on the birthday 2 after'}            | ${'1984-11-23'} | ${'2026-11-25'} | ${'1.00'}
    ${'1.00; on the birthday 2 after'}            | ${'1984-11-23'} | ${'2026-11-26'} | ${'-'}
    ${'1.00; on the birthday 2 after'}            | ${'1984-12-31'} | ${'2027-01-02'} | ${'1.00'}
    ${'1.00; on the birthday 2 after'}            | ${'1984-12-31'} | ${'2027-01-03'} | ${'-'}
    ${'1.00; on the birthday 2 before'}           | ${'1984-01-01'} | ${'2026-12-30'} | ${'1.00'}
    ${'1.00; on the birthday 2 before'}           | ${'1984-01-01'} | ${'2026-12-29'} | ${'-'}
    ${'1.00; on the birthday 1 after'}            | ${'1984-02-29'} | ${'2026-03-01'} | ${'1.00'}
    ${'1.00; on the birthday 30 before 30 after'} | ${'1984-03-01'} | ${'2026-01-30'} | ${'1.00'}
    ${'1.00; in the week of the birthday'}        | ${'1984-11-26'} | ${'2026-11-23'} | ${'1.00'}
    ${'1.00; in the week of the birthday'}        | ${'1984-11-23'} | ${'2026-11-29'} | ${'1.00'}
    ${'1.00; in the week of the birthday'}        | ${'1984-11-22'} | ${'2026-11-23'} | ${'-'}
    ${'1.00; in the week of the birthday'}        | ${'1984-11-30'} | ${'2026-11-29'} | ${'-'}
    ${'1.00; in the week of the birthday'}        | ${'1984-12-31'} | ${'2027-01-03'} | ${'1.00'}
    ${'1.00; in the week of the birthday'}        | ${'1984-12-31'} | ${'2027-01-04'} | ${'-'}
    ${'1.00; in the week of the birthday'}        | ${'1984-01-02'} | ${'2026-12-28'} | ${'1.00'}
    ${'1.00; in the week of the birthday'}        | ${'1984-01-02'} | ${'2026-12-27'} | ${'-'}
    ${'1.00; in the month of the birthday'}       | ${'1984-11-30'} | ${'2026-11-01'} | ${'1.00'}
    ${'1.00; in the month of the birthday'}       | ${'1984-11-30'} | ${'2026-12-01'} | ${'-'}
    ${'1.00; in the month of the birthday'}       | ${'1984-02-29'} | ${'2026-02-01'} | ${'1.00'}
  `('"$terms" gives $earns on $on to who was born on $date', ({ terms, date, on, earns: expected }) => {
    expect(earns(terms, 'coffee 3.00', { birthday: date, when: on })).toBe(expected)
  })

  test.each`
    terms                                   | nameDay    | on              | earns
    ${'1.00; on the name day'}              | ${'05-21'} | ${'2026-05-21'} | ${'1.00'}
    ${'1.00; on the name day'}              | ${'05-21'} | ${'2026-05-22'} | ${'-'}
    ${'1.00; on the name day'}              | ${'02-29'} | ${'2026-02-28'} | ${'1.00'}
    ${'1.00; in the month of the name day'} | ${'05-21'} | ${'2026-05-01'} | ${'1.00'}
    ${'1.00; on the birthday'}              | ${'05-21'} | ${'2026-05-21'} | ${'-'}
  `('"$terms" gives $earns on $on for the name day $nameDay', ({ terms, nameDay, on, earns: expected }) => {
    expect(earns(terms, 'coffee 3.00', { nameDay, when: on })).toBe(expected)
  })

  test('begin and end with the day of the business, wherever the instant lies in UTC', () => {
    const at = (instant: string) =>
      earns('1.00; on the birthday', 'coffee 3.00', {
        birthday: '1984-11-23',
        when: `${instant} Europe/Nicosia`,
      })
    expect(
      ['2026-11-22T21:59:59Z', '2026-11-22T22:00:00Z', '2026-11-23T21:59:59Z', '2026-11-23T22:00:00Z'].map(
        at,
      ),
    ).toEqual(['-', '1.00', '1.00', '-'])
  })
})

describe('since when the contact is a member', () => {
  test.each`
    terms                                                       | since                     | earns
    ${'1.00; member for less than 30 days'}                     | ${'2026-11-23T12:00:00Z'} | ${'1.00'}
    ${'1.00; member for less than 30 days'}                     | ${'2026-10-24T12:00:01Z'} | ${'1.00'}
    ${'1.00; member for less than 30 days'}                     | ${'2026-10-24T12:00:00Z'} | ${'-'}
    ${'1.00; member for less than 30 days'}                     | ${'2026-11-24T00:00:00Z'} | ${'1.00'}
    ${'1.00; member before 2026-01-01'}                         | ${'2025-12-31T23:59:59Z'} | ${'1.00'}
    ${'1.00; member before 2026-01-01'}                         | ${'2026-01-01T00:00:00Z'} | ${'-'}
    ${'1.00; member from 2026-01-01'}                           | ${'2026-01-01T00:00:00Z'} | ${'1.00'}
    ${'1.00; member from 2026-01-01'}                           | ${'2025-12-31T23:59:59Z'} | ${'-'}
    ${'1.00; member from 2026-01-01; member before 2026-02-01'} | ${'2026-01-31T23:59:59Z'} | ${'1.00'}
    ${'1.00; member from 2026-01-01; member before 2026-02-01'} | ${'2026-02-01T00:00:00Z'} | ${'-'}
  `('"$terms" gives $earns on 23 November to who signed up $since', ({ terms, since, earns: expected }) => {
    expect(earns(terms, 'coffee 3.00', { since, when: '2026-11-23' })).toBe(expected)
  })
})

describe('a lottery', () => {
  const { id } = offer('1.00; 1 in 100').offer
  const luckThatDraws = (wanted: number) => {
    for (let luck = 0; ; luck++) if (drawn(luck, id, 100) === wanted) return luck
  }

  test.each`
    draws | earns
    ${0}  | ${'1.00'}
    ${1}  | ${'-'}
    ${17} | ${'-'}
    ${99} | ${'-'}
  `('of 1 in 100 gives $earns to who draws $draws', ({ draws, earns: expected }) => {
    expect(earns('1.00; 1 in 100', 'coffee 3.00', { luck: luckThatDraws(draws) })).toBe(expected)
  })

  test('is not drawn in a quote, and a draw is told with its odds', () => {
    expect(why('1.00; 1 in 100', 'coffee 3.00')).toBe('LOTTERY: drawn when the purchase is made, needed 0')
    expect(why('1.00; 1 in 100', 'coffee 3.00', { luck: luckThatDraws(17) })).toBe(
      'LOTTERY: drew 17 of 100, needed 0',
    )
  })

  test('is drawn only for who fulfils all else', () => {
    const lost = { luck: luckThatDraws(17) }
    expect(why('1.00; 1 in 100; from 10.00', 'coffee 3.00', lost)).toMatch(/^AMOUNT/)
  })
})

describe('a condition that does not hold says what was seen and what is needed', () => {
  test.each`
    terms                                       | shopping                                  | because
    ${'1.00; in segment vip, press'}            | ${{ segments: 'staff' }}                  | ${'SEGMENTS: in none of them, needed in vip or press'}
    ${'1.00; not in segment staff, press'}      | ${{ segments: 'vip,staff' }}              | ${'SEGMENTS: in staff, needed not in staff or press'}
    ${'1.00; in segment vip; not in segment a'} | ${{}}                                     | ${'SEGMENTS: in none of them, needed in vip but not in a'}
    ${'1.00; in tier silver'}                   | ${{}}                                     | ${'TIERS: no tier, needed in silver'}
    ${'1.00; in tier silver or above'}          | ${{ tier: 'bronze' }}                     | ${'TIERS: another tier, needed in silver or above'}
    ${'1.00; reaching tier silver, gold'}       | ${{ tier: 'silver' }}                     | ${'TIERS: no tier reached, needed on reaching silver or gold'}
    ${'1.00; reaching tier gold'}               | ${{ reaches: 'silver' }}                  | ${'TIERS: another tier reached, needed on reaching gold'}
    ${'1.00; classified A, B'}                  | ${{ classified: 'C' }}                    | ${'CLASSIFICATIONS: C, needed A or B'}
    ${'1.00; classified A'}                     | ${{}}                                     | ${'CLASSIFICATIONS: not classified, needed A'}
    ${'1.00; through ONLINE'}                   | ${{ through: 'pos' }}                     | ${'CHANNELS: pos, needed ONLINE'}
    ${'1.00; through ONLINE'}                   | ${{}}                                     | ${'CHANNELS: no channel named, needed ONLINE'}
    ${'1.00; paid with CASH; with card 4532'}   | ${{ paidWith: 'CARD', card: '51001122' }} | ${'PAYMENT: CARD and card 5100…, needed CASH or card 4532…'}
    ${'1.00; paid with CASH'}                   | ${{}}                                     | ${'PAYMENT: no means of payment named, needed CASH'}
    ${'1.00; with pass summer'}                 | ${{}}                                     | ${'PASS: no pass, needed a pass of summer'}
    ${'1.00; with pass summer'}                 | ${{ pass: 'winter 12345678' }}            | ${'PASS: pass ··5678, needed a pass of summer'}
    ${'1.00; with pass summer'}                 | ${{ pass: 'winter 1234' }}                | ${'PASS: pass ··, needed a pass of summer'}
    ${'1.00; on the birthday'}                  | ${{ birthday: '1984-05-01' }}             | ${'OCCASION: on 2026-11-23, needed on the birthday'}
    ${'1.00; in the week of the name day'}      | ${{}}                                     | ${'OCCASION: name day not known, needed in the week of the name day'}
    ${'1.00; member for less than 30 days'}     | ${{ since: '2026-01-01' }}                | ${'MEMBER_SINCE: signed up 2026-01-01T00:00:00Z, needed less than 30 days ago'}
    ${'1.00; for members of club'}              | ${{}}                                     | ${'SCHEME: not a member, needed membership of club'}
    ${'1.00; bundle 2 milk + 1 bread'}          | ${{}}                                     | ${'BUNDLE: 0 of sku milk, needed 2 of sku milk'}
  `('"$terms" for $shopping: $because', ({ terms, shopping, because }) => {
    expect(why(terms, 'coffee 3.00', shopping)).toBe(because)
  })

  test.each`
    terms                                                | buys                                  | because
    ${'1.00; bundle 2 milk + 1 bread'}                   | ${'milk 1.00, bread 2.00'}            | ${'BUNDLE: 1 of sku milk, needed 2 of sku milk'}
    ${'1.00; bundle 2 milk + 1 bread'}                   | ${'2 milk 1.00'}                      | ${'BUNDLE: 0 of sku bread, needed 1 of sku bread'}
    ${'1.00; bundle 2 family drinks + 1 coffee + 1 bun'} | ${'coffee 3.00, wine 9.00, bun 1.00'} | ${'BUNDLE: 2 of family drinks or sku coffee, needed 2 of family drinks and 1 of sku coffee together'}
  `('"$terms" for $buys: $because', ({ terms, buys, because }) => {
    expect(why(terms, buys)).toBe(because)
  })
})

describe('a condition is part of the sentence', () => {
  test.each`
    terms                                                       | says
    ${'1.00; bundle 2 milk + 0.5 family dairy or bread'}        | ${'for 2 of sku milk and 0.5 of family dairy or sku bread together'}
    ${'1.00; every bundle 2 milk'}                              | ${'for every 2 of sku milk'}
    ${'1.00; in segment vip; not in segment staff'}             | ${'for contacts in vip but not in staff'}
    ${'1.00; in tier silver or above'}                          | ${'in silver or above'}
    ${'1.00; reaching tier gold'}                               | ${'on reaching gold'}
    ${'1.00; classified DINE_IN, TAKEAWAY'}                     | ${'when classified as DINE_IN or TAKEAWAY'}
    ${'1.00; through ONLINE, APP'}                              | ${'through ONLINE or APP'}
    ${'1.00; paid with CASH; with card 4532'}                   | ${'paid with CASH or card 4532…'}
    ${'1.00; with pass summer'}                                 | ${'with a pass of summer'}
    ${'1.00; on the birthday'}                                  | ${'on the birthday'}
    ${'1.00; on the birthday 1 before'}                         | ${'on the birthday or up to 1 day before'}
    ${'1.00; on the birthday 2 after'}                          | ${'on the birthday or up to 2 days after'}
    ${'1.00; on the name day 1 before 2 after'}                 | ${'from 1 day before to 2 days after the name day'}
    ${'1.00; in the month of the name day'}                     | ${'in the month of the name day'}
    ${'1.00; member for less than 30 days'}                     | ${'for contacts who signed up less than 30 days ago'}
    ${'1.00; member from 2026-01-01; member before 2027-01-01'} | ${'for contacts who signed up from 2026-01-01T00:00:00Z and before 2027-01-01T00:00:00Z'}
    ${'1.00; 1 in 100'}                                         | ${'with a chance of 1 in 100'}
  `('$says', ({ terms, says }) => {
    expect(sentenceOf(offer(terms).offer.terms, plainVoice('EUR'))).toBe(`Earn 1.00 EUR back ${says}.`)
  })
})
