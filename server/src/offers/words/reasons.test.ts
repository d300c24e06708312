import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyBought, anyCounters, anyOffer } from '../../../test/any.ts'
import { checkout, offer } from '../../../test/words.ts'
import { explainNearMiss, explainRefused, formulaOf, indexOffers, nearMisses } from '../../engine/index.ts'
import { formulaInGreek, nearMissInGreek } from './formulas.ts'
import { REASON_KINDS, reasonInGreek } from './reasons.ts'

const ROWS = [
  [
    'TIMINGS',
    'Mon 15:00',
    'on Fri 16:00–18:00 or on Sat, Sun in Dec',
    'Δευτέρα 15:00',
    'κάθε Παρασκευή από 16:00 έως 18:00 ή κάθε Σάββατο και Κυριακή τον Δεκέμβριο',
  ],
  ['TIMINGS', 'Sun 01:30', '22:00–24:00', 'Κυριακή 01:30', 'από 22:00 έως 24:00'],
  ['AMOUNT', '4.00 EUR', 'at least 5.00 EUR', '4,00 EUR', 'από 5,00 EUR και άνω'],
  ['AMOUNT', '1234.50 EUR', 'from 5.00 EUR to 50.00 EUR', '1.234,50 EUR', 'από 5,00 EUR έως 50,00 EUR'],
  ['AMOUNT', '60.00 EUR', 'at most 50.00 EUR', '60,00 EUR', 'έως 50,00 EUR'],
  ['CHANNELS', 'no channel named', 'POS or ONLINE', 'δεν δηλώθηκε κανάλι', 'μέσω ταμείου ή διαδικτύου'],
  ['CHANNELS', 'POS', 'ONLINE', 'μέσω ταμείου', 'μέσω διαδικτύου'],
  ['CLASSIFICATIONS', 'not classified', 'DINE_IN or TAKEAWAY', 'χωρίς ταξινόμηση', 'DINE_IN ή TAKEAWAY'],
  ['PASS', 'no pass', 'a pass of summer or winter', 'χωρίς κουπόνι', 'κουπόνι summer ή winter'],
  ['PASS', 'pass ··5678', 'a pass of summer', 'κουπόνι ··5678', 'κουπόνι summer'],
  [
    'MEMBER_SINCE',
    'signed up 2026-01-02T10:00:00Z',
    'less than 30 days ago',
    'εγγραφή 2 Ιανουαρίου 2026 10:00 UTC',
    'εγγραφή πριν από λιγότερες από 30 ημέρες',
  ],
  [
    'MEMBER_SINCE',
    'signed up 2020-01-01T00:00:00Z',
    'from 2026-01-01T00:00:00Z and before 2027-01-01T00:00:00Z',
    'εγγραφή 1 Ιανουαρίου 2020',
    'εγγραφή από 1 Ιανουαρίου 2026 και μετά και πριν από 1 Ιανουαρίου 2027',
  ],
  ['ORGANISATIONS', 'Hill', 'Corner or Harbour', 'Hill', 'Corner ή Harbour'],
  ['TIERS', 'no tier', 'in silver or gold or above', 'χωρίς βαθμίδα', 'βαθμίδα silver ή gold ή ψηλότερα'],
  ['TIERS', 'another tier', 'in silver', 'άλλη βαθμίδα', 'βαθμίδα silver'],
  ['TIERS', 'no tier reached', 'on reaching gold', 'δεν έφτασε σε βαθμίδα', 'άνοδος στη βαθμίδα gold'],
  ['TIERS', 'another tier reached', 'on reaching gold', 'έφτασε σε άλλη βαθμίδα', 'άνοδος στη βαθμίδα gold'],
  [
    'SEGMENTS',
    'in none of them',
    'in vip or press but not in staff',
    'σε καμία από αυτές',
    'σε ομάδα vip ή press, αλλά όχι σε ομάδα staff',
  ],
  [
    'SEGMENTS',
    'in staff and press',
    'not in staff or press',
    'σε ομάδα staff και press',
    'όχι σε ομάδα staff ή press',
  ],
  [
    'PAYMENT',
    'no means of payment named',
    'CASH or card 4532…',
    'δεν δηλώθηκε τρόπος πληρωμής',
    'μετρητά ή κάρτα 4532…',
  ],
  ['PAYMENT', 'CARD and card 5100…', 'CASH', 'κάρτα και κάρτα 5100…', 'μετρητά'],
  [
    'OCCASION',
    'birthday not known',
    'on the birthday or up to 2 days before',
    'άγνωστη ημερομηνία γέννησης',
    'στα γενέθλια ή έως 2 ημέρες πριν',
  ],
  [
    'OCCASION',
    'name day not known',
    'from 1 day before to 2 days after the name day',
    'άγνωστη ονομαστική εορτή',
    'από 1 ημέρα πριν έως 2 ημέρες μετά την ονομαστική εορτή',
  ],
  [
    'OCCASION',
    'on 2026-11-02',
    'in the week of the birthday',
    '2 Νοεμβρίου 2026',
    'την εβδομάδα των γενεθλίων',
  ],
  [
    'PRODUCTS',
    'none of them',
    'sku milk, family dairy, brand alp or 2 more',
    'κανένα από αυτά',
    'προϊόν με κωδικό milk, προϊόντα οικογένειας dairy, προϊόντα μάρκας alp ή 2 ακόμη',
  ],
  ['PRODUCTS', '1.5', '3 of type food', '1,5', '3 τεμάχια από προϊόντα τύπου food'],
  [
    'PRODUCTS',
    '4.00 EUR',
    '5.00 EUR of sku milk or sku bun',
    '4,00 EUR',
    '5,00 EUR από προϊόν με κωδικό milk ή προϊόν με κωδικό bun',
  ],
  [
    'BUNDLE',
    '0 of sku bread',
    '1 of sku bread',
    '0 τεμάχια από προϊόν με κωδικό bread',
    '1 τεμάχιο από προϊόν με κωδικό bread',
  ],
  [
    'BUNDLE',
    '2 of family drinks or sku coffee',
    '2 of family drinks and 1 of sku coffee together',
    '2 τεμάχια από προϊόντα οικογένειας drinks ή προϊόν με κωδικό coffee',
    '2 τεμάχια από προϊόντα οικογένειας drinks και 1 τεμάχιο από προϊόν με κωδικό coffee μαζί',
  ],
  ['LOTTERY', 'drew 37 of 1000', '0', 'κληρώθηκε το 37 από 1.000', '0'],
  ['LOTTERY', 'drawn when the purchase is made', '0', 'κληρώνεται όταν γίνει η αγορά', '0'],
  [
    'AVAILABILITY',
    '2026-11-02T08:00:00.000Z',
    'from 2026-12-01T00:00:00.000Z and before 2027-01-01T00:00:00.000Z',
    '2 Νοεμβρίου 2026 08:00 UTC',
    'από 1 Δεκεμβρίου 2026 και πριν από 1 Ιανουαρίου 2027',
  ],
  ['SCHEME', 'not a member', 'membership of club', 'δεν είναι μέλος', 'μέλος του προγράμματος club'],
  [
    'PRICE_IS_OPEN',
    'claimed after it was paid',
    'a price that is still to be paid',
    'διεκδικήθηκε αφού πληρώθηκε',
    'αγορά που δεν έχει πληρωθεί ακόμα',
  ],
  [
    'GOAL',
    'nothing that counts',
    'something more that counts',
    'τίποτα που να μετρά',
    'κάτι ακόμα που να μετρά',
  ],
  ['GOAL', 'awarded already', 'a new period', 'έχει ήδη δοθεί', 'νέα περίοδος'],
  ['GOAL', '1 purchase', '5 purchases', '1 αγορά', '5 αγορές'],
  ['GOAL', '1.5 pieces', '10 pieces', '1,5 τεμάχια', '10 τεμάχια'],
  ['GOAL', '12.00 EUR', '50.00 EUR', '12,00 EUR', '50,00 EUR'],
  [
    'NOTHING_TO_EARN',
    '0.00 EUR',
    'an amount that earns at least the smallest coin',
    '0,00 EUR',
    'ποσό που αποδίδει τουλάχιστον το μικρότερο νόμισμα',
  ],
  [
    'BETTER_OFFER',
    'priority 1',
    'priority 5 or more, that of Autumn',
    'προτεραιότητα 1',
    'προτεραιότητα 5 ή μεγαλύτερη, όπως η προσφορά Autumn',
  ],
  [
    'BETTER_OFFER',
    'at most 1.00 EUR',
    'more than 2.00 EUR of Autumn',
    'έως 1,00 EUR',
    'περισσότερα από 2,00 EUR, που δίνει η προσφορά Autumn',
  ],
  [
    'BETTER_OFFER',
    '1.00 EUR',
    'more than the offer that was awarded',
    '1,00 EUR',
    'περισσότερα από την προσφορά που δόθηκε',
  ],
  [
    'EXCLUSIVE_GROUP',
    'discount of Autumn',
    'no discount of the same group',
    'έκπτωση της προσφοράς Autumn',
    'καμία έκπτωση της ίδιας ομάδας',
  ],
  ['BUDGET', '99.00 EUR used', 'less than 100.00 EUR', 'ήδη 99,00 EUR', 'λιγότερα από 100,00 EUR'],
  ['PER_CONTACT_USES', '1 times used', 'less than 1 times', 'ήδη 1 φορά', 'λιγότερες από 1 φορά'],
  ['PER_CONTACT_AMOUNT', '5.00 EUR used', 'less than 5.00 EUR', 'ήδη 5,00 EUR', 'λιγότερα από 5,00 EUR'],
  ['PER_PERIOD_USES', '3 times used', 'less than 3 times', 'ήδη 3 φορές', 'λιγότερες από 3 φορές'],
  ['PER_PERIOD_AMOUNT', '5.00 EUR used', 'less than 5.00 EUR', 'ήδη 5,00 EUR', 'λιγότερα από 5,00 EUR'],
  ['PER_VENUE_USES', '3 times used', 'less than 3 times', 'ήδη 3 φορές', 'λιγότερες από 3 φορές'],
  ['PER_VENUE_AMOUNT', '5.00 EUR used', 'less than 5.00 EUR', 'ήδη 5,00 EUR', 'λιγότερα από 5,00 EUR'],
  ['PASS_USES', '3 times used', 'less than 3 times', 'ήδη 3 φορές', 'λιγότερες από 3 φορές'],
  ['PASS_USES_PER_CONTACT', '3 times used', 'less than 3 times', 'ήδη 3 φορές', 'λιγότερες από 3 φορές'],
  ['LEFT_TO_PAY', '10.00 EUR used', 'less than 10.00 EUR', 'ήδη 10,00 EUR', 'λιγότερα από 10,00 EUR'],
  ['BILL', '2.00 EUR used', 'less than 2.00 EUR', 'ήδη 2,00 EUR', 'λιγότερα από 2,00 EUR'],
] as const

describe('a reason in Greek', () => {
  test.each(ROWS)('%s: %s, needed %s', (condition, seen, needed, was, wanted) => {
    const said = reasonInGreek({ condition, seen, needed })
    expect([said.condition, said.seen, said.needed]).toEqual([condition, was, wanted])
  })

  test('every reason there is stands among them', () => {
    expect([...new Set<string>(ROWS.map(([condition]) => condition))].toSorted()).toEqual(
      REASON_KINDS.toSorted(),
    )
  })

  test('of a kind that nobody knows, or that cannot be read, stays as it was written', () => {
    const odd = { condition: 'MOON', seen: 'half', needed: 'full' }
    expect(reasonInGreek(odd)).toEqual(odd)
    const unread = { condition: 'AMOUNT', seen: 'a lot', needed: 'more' }
    expect(reasonInGreek(unread)).toEqual(unread)
  })
})

describe('how an award came about, in Greek', () => {
  test.each([
    ['2.00 EUR', '2,00 EUR'],
    ['3 times 1.00 EUR', '3 φορές 1,00 EUR'],
    ['2 times 1.00 EUR for 25.00 EUR', '2 φορές 1,00 EUR για 25,00 EUR'],
    ['7.5 % of 12.00 EUR', '7,5% επί 12,00 EUR'],
    ['5 % of 1200.00 EUR, capped at 50.00 EUR', '5% επί 1.200,00 EUR, με όριο 50,00 EUR'],
    ['nothing for 3.00 EUR', 'τίποτα για 3,00 EUR'],
    ['1.00 EUR for 12.00 EUR', '1,00 EUR για 12,00 EUR'],
    ['100 % of 1 cheapest for 3.00 EUR', '100% του φθηνότερου τεμαχίου, αξίας 3,00 EUR'],
    [
      '50 % of 2.5 dearest for 9.00 EUR, capped at 4.00 EUR',
      '50% των 2,5 ακριβότερων τεμαχίων, αξίας 9,00 EUR, με όριο 4,00 EUR',
    ],
    [
      "5 % of 20.00 EUR, less 5 % of 10.00 EUR of the bill's parts before",
      '5% επί 20,00 EUR, μείον 5% επί 10,00 EUR για τα προηγούμενα μέρη του λογαριασμού',
    ],
    ['some other way', 'some other way'],
  ])('%s', (says, greek) => {
    expect(formulaInGreek(says)).toBe(greek)
  })
})

// What the shop and the till call something: offers, goods, places, groups, tiers, plans, codes.
const NAMES =
  /"[^"]*"|\b(vip|staff|press|bronze|silver|gold|DINE_IN|TAKEAWAY|VOUCHER|summer|winter|club|milk|bread|bun|cheese|coffee|wine|tea|cake|dairy|bakery|drinks|alp|house|food|drink|Corner|Harbour|Market|Garden|Hill|UTC|EUR)\b/g
const english = (text: string) => text.replaceAll(NAMES, '').match(/[A-Za-z]+/g)

test('nothing that judging says of any offers and any basket is left in English', () => {
  const offers = fc.sample(anyOffer(), { numRuns: 300, seed: 3 }).map((words, place) => {
    const made = offer(words, place)
    // Under no key, so that it is looked at whatever is in the basket.
    return {
      ...made,
      keys: undefined,
      offer: { ...made.offer, terms: { ...made.offer.terms, name: 'Όνομα' } },
    }
  })
  const said = new Set<string>()
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(offers.length - 1), { minLength: 1, maxLength: 12 }),
      anyBought,
      (some, bought) => {
        const chosen = some.flatMap((place) => offers[place] ?? [])
        const { basket, paid } = bought
        const index = indexOffers(chosen)
        const { judgement, input } = checkout(index, basket, { paid, counters: anyCounters(chosen, basket) })
        const near = nearMisses(index, input, judgement)
        for (const refused of judgement.refused) {
          const { condition, seen, needed } = reasonInGreek(explainRefused(refused, basket))
          said.add(condition)
          expect([condition, english(seen), english(needed)]).toEqual([condition, null, null])
        }
        for (const award of judgement.awards) expect(english(formulaInGreek(formulaOf(award)))).toBeNull()
        for (const miss of near) {
          const told = explainNearMiss(miss, basket.currency)
          expect(english(nearMissInGreek(told, basket.currency, miss.offer.offer))).toBeNull()
          expect(english(nearMissInGreek(told, basket.currency, undefined))).toBeNull()
        }
      },
    ),
    { numRuns: 1_500, seed: 5 },
  )
  expect(said.size).toBeGreaterThan(20)
})
