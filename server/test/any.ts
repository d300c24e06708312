import fc from 'fast-check'
import {
  type Basket,
  type BasketLine,
  type CompiledOffer,
  type Counters,
  counterBook,
  countersOf,
} from '../src/engine/index.ts'
import { decimalText } from '../src/kit/money.ts'
import { basket, EXTRAS, type Shopping, skus } from './baskets.ts'

/** Any offer and any basket that the product knows, in words, for laws that hold whatever they are. */

const amount = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((cents) => decimalText(BigInt(cents), 2))
const count = (least: number, most: number) => fc.integer({ min: least, max: most })
const rate = fc.oneof(count(1, 10_000), count(100, 2_000)).map((points) => decimalText(BigInt(points), 2))

const target = fc.oneof(
  fc.constantFrom(...skus),
  fc.constantFrom('family dairy', 'family bakery', 'brand alp', 'brand house', 'type food', 'type drink'),
)
const some = <Each>(each: fc.Arbitrary<Each>, most = 3) =>
  fc.uniqueArray(each, { minLength: 1, maxLength: most })
const list = (each: fc.Arbitrary<string>, most?: number) => some(each, most).map((all) => all.join(', '))
/** The words once in so many times, else nothing. */
const maybe = (words: fc.Arbitrary<string>, once = 2) =>
  fc.oneof({ weight: once - 1, arbitrary: fc.constant('') }, { weight: 1, arbitrary: words })
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(''))

const capped = (award: fc.Arbitrary<string>) =>
  joined(award, maybe(amount(1, 400).map((cap) => `; cap ${cap}`)))

const steps = fc
  .array(
    fc.tuple(
      count(1, 1_500),
      fc.oneof(
        amount(1, 600),
        rate.map((each) => `${each} %`),
      ),
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((all) =>
    all.map(([more, gives], index) => {
      const from = all.slice(0, index).reduce((sum, [before]) => sum + before, more - 1)
      return `${decimalText(BigInt(from), 2)}: ${gives}`
    }),
  )
  .map((all) => `steps ${all.join(', ')}`)

const product = fc
  .tuple(
    maybe(rate.map((each) => `${each} % of `)),
    fc.constantFrom('cheapest', 'dearest'),
    fc.constantFrom('0.5', '1', '2'),
    maybe(fc.constantFrom('2', '3', '3.5').map((every) => ` of every ${every}`)),
    maybe(list(target).map((names) => ` of ${names}`)),
  )
  .map(([share, pick, pieces, every, names]) => `${share}the ${pick} ${pieces}${every}${names}`)

const award = fc.oneof(
  amount(1, 500),
  capped(rate.map((each) => `${each} %`)),
  capped(fc.tuple(amount(1, 200), amount(1, 1_000)).map(([each, every]) => `${each} per ${every}`)),
  steps,
  capped(product),
)

const SEGMENTS = ['vip', 'staff', 'press']
const TIERS = ['bronze', 'silver', 'gold']
const CODES = ['DINE_IN', 'TAKEAWAY']
const CHANNELS = ['POS', 'ONLINE']
const TENDERS = ['CASH', 'CARD', 'VOUCHER']
const PLANS = ['summer', 'winter']
const of = (names: readonly string[]) => fc.constantFrom(...names)

const item = fc
  .tuple(fc.constantFrom('0.5', '1', '2'), some(target, 2))
  .map(([n, all]) => `${n} ${all.join(' or ')}`)

const condition = fc.oneof(
  list(target).map((names) => `on ${names}`),
  fc.tuple(list(target), target).map(([names, not]) => `on ${names}; but not ${not}`),
  fc.tuple(list(target), count(1, 4)).map(([names, n]) => `on ${names}; ${n} of them`),
  fc.tuple(list(target), amount(1, 1_500)).map(([names, least]) => `on ${names}; for ${least} of them`),
  fc.constantFrom('Corner', 'Harbour', 'Market', 'Garden', 'Hill').map((name) => `at ${name}`),
  amount(1, 3_000).map((least) => `from ${least}`),
  amount(500, 9_000).map((most) => `up to ${most}`),
  fc
    .constantFrom('Mon', 'Sat Sun', '08:00-12:00', 'Fri 22:00-02:00', '11:00-15:00')
    .map((when) => `during ${when}`),
  fc
    .tuple(maybe(fc.constant('every ')), some(item))
    .map(([every, all]) => `${every}bundle ${all.join(' + ')}`),
  list(of(SEGMENTS), 2).map((codes) => `in segment ${codes}`),
  list(of(SEGMENTS), 2).map((codes) => `not in segment ${codes}`),
  joined(
    list(of(TIERS), 2).map((names) => `in tier ${names}`),
    maybe(fc.constant(' or above')),
  ),
  list(of(TIERS), 2).map((names) => `reaching tier ${names}`),
  list(of(CODES)).map((codes) => `classified ${codes}`),
  list(of(CHANNELS)).map((names) => `through ${names}`),
  list(of(TENDERS)).map((types) => `paid with ${types}`),
  fc.constantFrom('4532', '5100', '453212, 5100').map((digits) => `with card ${digits}`),
  list(of(PLANS)).map((names) => `with pass ${names}`),
  fc.constantFrom('on the birthday', 'in the week of the birthday', 'in the month of the name day'),
  fc.constantFrom('member for less than 30 days', 'member before 2026-06-01', 'member from 2026-06-01'),
  fc.constantFrom('1 in 2', '1 in 3'),
  fc.constant('for members of club'),
)

/** Not two of a kind: the words say some kinds of condition together. */
const conditions = (most: number) =>
  fc.uniqueArray(condition, {
    maxLength: most,
    selector: (words) =>
      words
        .split(' ')
        .slice(0, words.startsWith('on ') ? 1 : 2)
        .join(' '),
  })

const quota = fc
  .tuple(
    fc.constantFrom('each contact', 'each venue', 'all together'),
    fc.oneof(
      count(1, 4).map((uses) => `${uses} times`),
      amount(100, 4_000),
    ),
    fc.constantFrom('day', 'week', 'month', 'ever'),
  )
  .map(([who, most, period]) => `${who} ${most} a ${period}`)

const progress = fc
  .tuple(
    maybe(fc.constant('every ')),
    fc.oneof(
      amount(100, 3_000).map((each) => `${each} spent`),
      fc.constantFrom('5th purchase', '3 pieces'),
    ),
    fc.constantFrom('', ' a month', ' a week'),
    maybe(fc.constant('; of everybody')),
  )
  .map((parts) => parts.join(''))

export interface OfferKinds {
  /** Most conditions of one offer. */
  readonly conditions?: number
  /** Some take their award off the price. */
  readonly instant?: boolean
  /** Some have limits or goals over several purchases. */
  readonly counted?: boolean
}

export function anyOffer({ conditions: most = 2, instant = true, counted = true }: OfferKinds = {}) {
  return fc
    .tuple(
      award,
      conditions(most).map((all) => all.join('; ')),
      maybe(fc.constant('on top'), 3),
      maybe(count(0, 3).map((priority) => `priority ${priority}`)),
      maybe(fc.constant('before tax'), 3),
      maybe(fc.constant('before discounts'), 3),
      maybe(fc.constantFrom('group a', 'group b')),
      instant ? maybe(fc.constant('off the price'), 2) : fc.constant(''),
      counted
        ? maybe(
            fc.oneof(
              quota,
              amount(100, 5_000).map((each) => `budget ${each}`),
            ),
            3,
          )
        : fc.constant(''),
      counted ? maybe(progress, 5) : fc.constant(''),
    )
    .map((clauses) => clauses.filter((each) => each !== '').join('; '))
}

const cents = (value: bigint) => decimalText(value, 2)

/** One in some is free, a discount of the till, given back, or of what does not earn. */
const anyLine = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: count(1, 4).map(String) },
      { weight: 1, arbitrary: fc.constantFrom('0.5', '1.25') },
    ),
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...skus) },
      { weight: 1, arbitrary: fc.constantFrom(...EXTRAS) },
    ),
    fc.oneof(
      { weight: 9, arbitrary: count(1, 2_000) },
      { weight: 1, arbitrary: fc.constantFrom(0, -50, -200) },
    ),
    fc.nat(100),
    fc.nat(9),
  )
  .map(([pieces, sku, gross, tax, back]) => {
    const net = BigInt(gross) - (BigInt(gross) * BigInt(tax)) / 500n
    const sign = gross < 0 && back > 4 ? '-' : ''
    return `${sign}${pieces} ${sku} ${cents(BigInt(gross))} (net ${cents(net)})`
  })

const shopping: fc.Arbitrary<Shopping> = fc.record(
  {
    at: fc.constantFrom('Corner', 'Corner/Harbour', 'Corner/Market', 'Garden', 'Garden/Hill'),
    when: fc.constantFrom('Mon 09:15', 'Wed 12:00', 'Fri 23:00', 'Sat 01:30', 'Sun 14:59'),
    segments: list(of(SEGMENTS), 2),
    schemes: fc.constant('club'),
    birthday: fc.constantFrom('1984-11-23', '1984-11-26', '1990-05-01'),
    nameDay: fc.constantFrom('11-30', '05-21'),
    since: fc.constantFrom('2026-11-20', '2026-07-01', '2020-01-01'),
    tier: of(TIERS),
    reaches: of(TIERS),
    discount: amount(1, 500),
    classified: of(CODES),
    through: of(CHANNELS),
    card: fc.constantFrom('453212', '510011'),
    paidWith: list(of(TENDERS), 2),
    pass: of(PLANS).map((plan) => `${plan} 12345678`),
    luck: fc.nat(1_000_000),
  },
  { requiredKeys: ['at', 'when'] },
)

/** A basket, and what of each line reward money pays. */
export interface Bought {
  readonly basket: Basket
  readonly paid: readonly bigint[]
}

const share = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(100) })

function paidOf(lines: readonly BasketLine[], percents: readonly number[]): bigint[] {
  return lines.map(({ gross }, index) => (gross > 0n ? (gross * BigInt(percents[index] ?? 0)) / 100n : 0n))
}

export const anyBought: fc.Arbitrary<Bought> = fc
  .tuple(
    fc.array(anyLine, { minLength: 1, maxLength: 6 }),
    shopping,
    fc.array(share, { minLength: 6, maxLength: 6 }),
  )
  .map(([bought, shopping, percents]) => {
    const found = basket(bought.join(', '), shopping)
    return { basket: found, paid: paidOf(found.lines, percents) }
  })

/** With even quantities and amounts, so that each line can be cut in two equal ones. */
export const anyEvenBought: fc.Arbitrary<Bought> = anyBought.map(({ basket: found, paid }) => {
  const lines = found.lines.map((line) => ({
    ...line,
    quantity: line.quantity * 2n,
    gross: line.gross * 2n,
    net: line.net * 2n,
  }))
  return { basket: { ...found, lines, total: found.total * 2n }, paid: paid.map((each) => each * 2n) }
})

/** Every line cut in two equal ones. */
export function cutInTwo({ basket: found, paid }: Bought): Bought {
  const lines = found.lines.flatMap((line) => {
    const half = { ...line, quantity: line.quantity / 2n, gross: line.gross / 2n, net: line.net / 2n }
    return [half, { ...half }]
  })
  return { basket: { ...found, lines }, paid: paid.flatMap((each) => [each / 2n, each / 2n]) }
}

/** Counters as earlier purchases might have left them: they follow from the offer and the basket. */
export function anyCounters(offers: readonly CompiledOffer[], bought: Basket): Counters {
  const found = counterBook()
  const turn = Number(bought.total % 97n)
  offers.forEach((compiled, position) => {
    if (!compiled.isCounted) return
    for (const ref of countersOf(compiled, 1, bought)) {
      const mixed = (position * 31 + turn * 17) % 101
      const isVisits = ref.period.startsWith('goal:') && compiled.goal?.terms.of === 'VISITS'
      const amount = isVisits ? mixed % 9 : mixed * 23
      found.put({ ref, amount: BigInt(amount), uses: mixed % 3 })
    }
  })
  return found
}
