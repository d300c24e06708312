import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyOffer } from '../../../test/any.ts'
import { terms } from '../../../test/offers-in-words.ts'
import {
  type Names,
  OFFER_TYPES,
  type OfferTerms,
  occasionOf,
  offerTerms,
  PERIODS,
  plainVoice,
  sentenceOf,
} from '../../engine/index.ts'
import { voiceIn } from './voice.ts'

const voiceOf = (language: 'en' | 'el', names: Names = plainVoice('EUR').names) =>
  voiceIn(language, { currency: 'EUR', names, timeZone: 'Europe/Athens' })
const say = (of: OfferTerms, language: 'en' | 'el') => sentenceOf(of, voiceOf(language))

const ROWS = [
  ['7.5 %; cap 2.00', 'Earn 7.5 % back, at most 2.00 EUR.', 'Κερδίστε επιστροφή 7,5% (έως 2,00 EUR).'],
  ['5 %; off the price', 'Get 5 % off.', 'Κερδίστε έκπτωση 5%.'],
  ['1234.50', 'Earn 1234.50 EUR back.', 'Κερδίστε 1.234,50 EUR.'],
  ['2.00; off the price', 'Get 2.00 EUR off.', 'Κερδίστε έκπτωση 2,00 EUR.'],
  [
    '1.00 per 10.00; cap 5.00',
    'Earn 1.00 EUR back for every 10.00 EUR, at most 5.00 EUR.',
    'Κερδίστε 1,00 EUR για κάθε 10,00 EUR (έως 5,00 EUR).',
  ],
  [
    'steps 10.00: 1.00, 50.00: 5 % up to 8.00',
    'Earn 1.00 EUR back from 10.00 EUR, 5 % back, at most 8.00 EUR, from 50.00 EUR.',
    'Κερδίστε 1,00 EUR για αγορές από 10,00 EUR, επιστροφή 5% (έως 8,00 EUR) για αγορές από 50,00 EUR.',
  ],
  [
    'the cheapest 1 of every 3 of milk; off the price',
    'Get the cheapest 1 of every 3 of sku milk free.',
    'Κερδίστε δωρεάν το φθηνότερο τεμάχιο ανά 3 από προϊόν με κωδικό milk.',
  ],
  [
    '50 % of the dearest 2; off the price',
    'Get 50 % off the dearest 2.',
    'Κερδίστε έκπτωση 50% στα 2 ακριβότερα τεμάχια.',
  ],
  [
    'the dearest 1',
    'Earn the price of the dearest 1 back.',
    'Κερδίστε επιστροφή της αξίας του ακριβότερου τεμαχίου.',
  ],
  [
    '50 % of the cheapest 2',
    'Earn 50 % of the price of the cheapest 2 back.',
    'Κερδίστε επιστροφή 50% της αξίας των 2 φθηνότερων τεμαχίων.',
  ],
  [
    '1.00; on milk, family dairy; but not brand alp; 3 of them; for 5.00 of them',
    'Earn 1.00 EUR back on sku milk or family dairy but not on brand alp, at least 3 of them and at least 5.00 EUR of them.',
    'Κερδίστε 1,00 EUR σε προϊόν με κωδικό milk ή προϊόντα οικογένειας dairy εκτός από προϊόντα μάρκας alp, τουλάχιστον 3 από αυτά και αξίας τουλάχιστον 5,00 EUR.',
  ],
  [
    '1.00; on type food, milk, bun, tea, wine',
    'Earn 1.00 EUR back on type food, sku milk, sku bun or 2 more.',
    'Κερδίστε 1,00 EUR σε προϊόντα τύπου food, προϊόν με κωδικό milk, προϊόν με κωδικό bun ή 2 ακόμη.',
  ],
  [
    '1.00; every bundle 2 milk + 0.5 bread',
    'Earn 1.00 EUR back for every 2 of sku milk and 0.5 of sku bread together.',
    'Κερδίστε 1,00 EUR για κάθε 2 τεμάχια από προϊόν με κωδικό milk και 0,5 τεμάχια από προϊόν με κωδικό bread μαζί.',
  ],
  [
    '1.00; bundle 1 milk',
    'Earn 1.00 EUR back for 1 of sku milk.',
    'Κερδίστε 1,00 EUR για 1 τεμάχιο από προϊόν με κωδικό milk.',
  ],
  [
    '1.00; from 5.00; up to 50.00',
    'Earn 1.00 EUR back when the purchase is from 5.00 EUR to 50.00 EUR.',
    'Κερδίστε 1,00 EUR για αγορές από 5,00 EUR έως 50,00 EUR.',
  ],
  [
    '1.00; from 5.00',
    'Earn 1.00 EUR back when the purchase is at least 5.00 EUR.',
    'Κερδίστε 1,00 EUR για αγορές από 5,00 EUR και άνω.',
  ],
  ['1.00; at Corner', 'Earn 1.00 EUR back at Corner.', 'Κερδίστε 1,00 EUR στο κατάστημα Corner.'],
  [
    '1.00; at Corner, Hill',
    'Earn 1.00 EUR back at Corner or Hill.',
    'Κερδίστε 1,00 EUR στα καταστήματα Corner ή Hill.',
  ],
  [
    '1.00; during Mon Fri Sun 16:00-18:00',
    'Earn 1.00 EUR back on Mon, Fri, Sun 16:00–18:00.',
    'Κερδίστε 1,00 EUR κάθε Δευτέρα, Παρασκευή και Κυριακή από 16:00 έως 18:00.',
  ],
  [
    '1.00; during Mon Tue Wed Thu Fri 06:00-11:00',
    'Earn 1.00 EUR back on Mon–Fri 06:00–11:00.',
    'Κερδίστε 1,00 EUR Δευτέρα έως Παρασκευή από 06:00 έως 11:00.',
  ],
  [
    '1.00; in segment vip, press; not in segment staff',
    'Earn 1.00 EUR back for contacts in vip or press but not in staff.',
    'Κερδίστε 1,00 EUR για πελάτες των ομάδων vip ή press, αλλά όχι της ομάδας staff.',
  ],
  [
    '1.00; not in segment staff',
    'Earn 1.00 EUR back for contacts not in staff.',
    'Κερδίστε 1,00 EUR για πελάτες εκτός της ομάδας staff.',
  ],
  [
    '1.00; in tier gold or above',
    'Earn 1.00 EUR back in gold or above.',
    'Κερδίστε 1,00 EUR για πελάτες στη βαθμίδα gold ή ψηλότερα.',
  ],
  [
    '1.00; reaching tier silver, gold',
    'Earn 1.00 EUR back on reaching silver or gold.',
    'Κερδίστε 1,00 EUR με την άνοδο στις βαθμίδες silver ή gold.',
  ],
  [
    '1.00; classified DINE_IN',
    'Earn 1.00 EUR back when classified as DINE_IN.',
    'Κερδίστε 1,00 EUR με ταξινόμηση DINE_IN.',
  ],
  [
    '1.00; during Mon Tue Wed Thu Fri Sat Sun',
    'Earn 1.00 EUR back on Mon–Sun.',
    'Κερδίστε 1,00 EUR Δευτέρα έως Κυριακή.',
  ],
  [
    '1.00; through POS, ONLINE, KIOSK',
    'Earn 1.00 EUR back when bought at the till or online or through KIOSK.',
    'Κερδίστε 1,00 EUR μέσω ταμείου, διαδικτύου ή KIOSK.',
  ],
  [
    '1.00; paid with CASH; with card 4532',
    'Earn 1.00 EUR back paid with cash or card 4532….',
    'Κερδίστε 1,00 EUR για πληρωμή με μετρητά ή κάρτα 4532….',
  ],
  [
    '1.00; with pass summer',
    'Earn 1.00 EUR back with a pass of summer.',
    'Κερδίστε 1,00 EUR με κουπόνι summer.',
  ],
  [
    '1.00; member for less than 1 days',
    'Earn 1.00 EUR back for contacts who signed up less than 1 day ago.',
    'Κερδίστε 1,00 EUR για πελάτες που εγγράφηκαν πριν από λιγότερο από 1 ημέρα.',
  ],
  [
    '1.00; member from 2026-01-02T10:00:00Z; member before 2026-12-31T22:00:00Z',
    'Earn 1.00 EUR back for contacts who signed up from 2 January 2026 and before 1 January 2027.',
    'Κερδίστε 1,00 EUR για πελάτες που εγγράφηκαν από τις 2 Ιανουαρίου 2026 και μετά και πριν από την 1η Ιανουαρίου 2027.',
  ],
  [
    '1.00; on the birthday 1 before',
    'Earn 1.00 EUR back on the birthday or up to 1 day before.',
    'Κερδίστε 1,00 EUR στα γενέθλια ή έως 1 ημέρα πριν.',
  ],
  [
    '1.00; on the name day 2 before 1 after',
    'Earn 1.00 EUR back from 2 days before to 1 day after the name day.',
    'Κερδίστε 1,00 EUR από 2 ημέρες πριν έως 1 ημέρα μετά την ονομαστική εορτή.',
  ],
  [
    '1.00; in the month of the birthday',
    'Earn 1.00 EUR back in the month of the birthday.',
    'Κερδίστε 1,00 EUR τον μήνα των γενεθλίων.',
  ],
  [
    '1.00; 1 in 1000',
    'Earn 1.00 EUR back with a chance of 1 in 1000.',
    'Κερδίστε 1,00 EUR με πιθανότητα 1 στις 1.000.',
  ],
  [
    '1.00; for members of club; before tax; before discounts',
    "Earn 1.00 EUR back. Reckoned on prices before tax and before the till's discount. For members of club.",
    'Κερδίστε 1,00 EUR. Υπολογίζεται στις τιμές πριν από τον ΦΠΑ και πριν από την έκπτωση του ταμείου. Για μέλη του προγράμματος club.',
  ],
  [
    '1.00; every 50.00 spent a month; of everybody',
    'Earn 1.00 EUR back for every 50.00 EUR spent in a month of all contacts together.',
    'Κερδίστε 1,00 EUR για κάθε 50,00 EUR σε αγορές τον ίδιο μήνα από όλους τους πελάτες μαζί.',
  ],
  [
    '1.00; 3rd purchase a week',
    'Earn 1.00 EUR back once with the 3rd purchase a week.',
    'Κερδίστε 1,00 EUR μία φορά την εβδομάδα, με την 3η αγορά.',
  ],
  [
    '1.00; 10 pieces',
    'Earn 1.00 EUR back once with 10 pieces bought.',
    'Κερδίστε 1,00 EUR μία φορά, με 10 τεμάχια.',
  ],
  [
    '1.00; each contact 2 times a day; each venue 20.00 a year; all together 1 times a ever; budget 1000.00',
    'Earn 1.00 EUR back. Each contact at most 2 times a day. Each venue at most 20.00 EUR a year. All together at most 1 time. At most 1000.00 EUR in all.',
    'Κερδίστε 1,00 EUR. Για κάθε πελάτη έως 2 φορές την ημέρα. Σε κάθε κατάστημα έως 20,00 EUR τον χρόνο. Για όλους μαζί έως 1 φορά. Έως 1.000,00 EUR συνολικά.',
  ],
] as const

describe('the sentence of an offer', () => {
  test.each(ROWS)('%s', (written, english, greek) => {
    const of = terms(written)
    expect([say(of, 'en'), say(of, 'el')]).toEqual([english, greek])
  })

  test('every kind of award and of condition is among them', () => {
    const said = ROWS.map(([written]) => terms(written))
    const kindsOf = (options: readonly { readonly shape: { readonly kind: { readonly value: string } } }[]) =>
      options.map(({ shape }) => shape.kind.value).toSorted()
    const met = (kinds: readonly string[]) => [...new Set(kinds)].toSorted()
    expect(met(said.map(({ award }) => award.kind))).toEqual(kindsOf(optionsOf(offerTerms.shape.award)))
    expect(met(said.flatMap(({ conditions }) => conditions.map(({ kind }) => kind)))).toEqual(
      kindsOf(optionsOf(offerTerms.shape.conditions.element)),
    )
  })

  test.each`
    type             | conditions                                                      | deed
    ${'SIGNUP'}      | ${[]}                                                           | ${'με την εγγραφή'}
    ${'PROFILE'}     | ${[]}                                                           | ${'με τη συμπλήρωση του προφίλ'}
    ${'REFER'}       | ${[]}                                                           | ${'για τη σύσταση φίλου που εγγράφεται'}
    ${'ACHIEVEMENT'} | ${[]}                                                           | ${'για ένα επίτευγμα'}
    ${'GIFT'}        | ${[{ kind: 'OCCASION', occasion: 'BIRTHDAY', during: 'DAY' }]}  | ${'ως δώρο γενεθλίων στα γενέθλια'}
    ${'GIFT'}        | ${[{ kind: 'OCCASION', occasion: 'NAME_DAY', during: 'WEEK' }]} | ${'ως δώρο ονομαστικής εορτής την εβδομάδα της ονομαστικής εορτής'}
  `('of $type says what it is for: $deed', ({ type, conditions, deed }) => {
    expect(say({ ...terms('1.00'), type, conditions }, 'el')).toBe(`Κερδίστε 1,00 EUR ${deed}.`)
  })

  test('says when the money may be spent, and what becomes of it when goods come back', () => {
    const of = {
      ...terms('1.00'),
      available_after: { count: 1, unit: 'WEEKS' as const },
      expires_after: { count: 3, unit: 'MONTHS' as const },
    }
    expect([
      say({ ...of, return_policy: 'KEEP' }, 'en'),
      say({ ...of, return_policy: 'REJUDGE' }, 'el'),
    ]).toEqual([
      'Earn 1.00 EUR back. To spend after 1 week. To spend within 3 months. It stays while any of the goods do.',
      'Κερδίστε 1,00 EUR. Για χρήση μετά από 1 εβδομάδα. Για χρήση μέσα σε 3 μήνες. Αν επιστραφούν προϊόντα, υπολογίζεται ξανά για τα υπόλοιπα.',
    ])
  })
})

function optionsOf(schema: unknown) {
  return (
    schema as {
      readonly options: readonly { readonly shape: { readonly kind: { readonly value: string } } }[]
    }
  ).options
}

describe('in Greek', () => {
  const greekNames = voiceOf('el', { ofCode: () => 'Όνομα', ofStored: () => 'Όνομα' })

  test('no sentence of any offer has an English word in it, whatever it is made of', () => {
    const shapes = fc.record({
      written: anyOffer({ conditions: 4 }),
      type: fc.constantFrom(...OFFER_TYPES),
      available_after: fc.option(fc.constantFrom(...spans('HOURS', 'DAYS', 'YEARS')), { nil: undefined }),
      expires_after: fc.option(fc.constantFrom(...spans('WEEKS', 'MONTHS', 'YEARS')), { nil: undefined }),
      return_policy: fc.constantFrom('KEEP' as const, 'PRO_RATA' as const, 'REJUDGE' as const),
      period: fc.constantFrom(...PERIODS),
    })
    fc.assert(
      fc.property(shapes, ({ written, period, ...more }) => {
        const of = offerTerms.parse({
          ...terms(written),
          ...more,
          limits: { per_contact: { uses: 2, period } },
        })
        const said = sentenceOf(of, greekNames)
        // The codes of segments are what the shop calls them, and a voucher's type what the till does.
        expect(said.replaceAll(/\b(vip|staff|press|VOUCHER|EUR)\b/g, '')).not.toMatch(/[A-Za-z]|undefined/)
        expect(occasionOf(of)).toBeDefined()
      }),
      { numRuns: 2_000 },
    )
  })
})

function spans(...units: ('HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS')[]) {
  return units.flatMap((unit) => [1, 2].map((count) => ({ count, unit })))
}

test('people read names, and codes only of what nobody has named', () => {
  const names = {
    ofCode: (_: string, code: string) => ({ milk: 'Γάλα 1 L', dairy: 'Γαλακτοκομικά' })[code],
    ofStored: () => 'Κέντρο',
  }
  const of = terms('1.00; on milk, family dairy, bun; at Corner')
  expect(sentenceOf(of, voiceOf('en', names))).toBe(
    'Earn 1.00 EUR back on Γάλα 1 L or family Γαλακτοκομικά or sku bun at Κέντρο.',
  )
  expect(sentenceOf(of, voiceOf('el', names))).toBe(
    'Κερδίστε 1,00 EUR σε Γάλα 1 L, προϊόντα οικογένειας Γαλακτοκομικά ή προϊόν με κωδικό bun στο κατάστημα Κέντρο.',
  )
})
