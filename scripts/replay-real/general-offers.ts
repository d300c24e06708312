import type { OfferBody } from './campaign-offers.ts'
import { codeOf } from './products.ts'

interface Terms {
  readonly name: string
  readonly [field: string]: unknown
}

const onTop = { on_top: true }
const family = (category: string) => ({ type: 'FAMILY', code: codeOf(category) })
const department = (code: string) => ({ type: 'TYPE', code })
const products = (...targets: object[]) => ({ kind: 'PRODUCTS', products: targets })
const fixed = (amount: string) => ({ kind: 'FIXED', amount })
const percentage = (rate: number, cap?: string) => ({
  kind: 'PERCENTAGE',
  rate,
  ...(cap === undefined ? {} : { cap }),
})

/** Offers for everybody, so that every kind of goal, condition, award and limit meets real baskets. */
export function generalOffers(): OfferBody[] {
  const all = { ...GOALS, ...CONDITIONS, ...LIMITS, ...DISCOUNTS, ...GROUPS }
  return Object.entries(all).map(([code, terms]) => ({ ...terms, code }))
}

const GOALS: Readonly<Record<string, Terms>> = {
  'TENTH-VISIT': {
    name: 'Every tenth purchase',
    goal: 'VISITS',
    progress: { of: 'VISITS', target: 10 },
    award: fixed('1.00'),
    ...onTop,
  },
  'HUNDRED-A-MONTH': {
    name: 'Every 100.00 in a month',
    progress: { of: 'AMOUNT', target: 100, period: 'MONTH' },
    award: fixed('2.00'),
    ...onTop,
  },
  'FIFTY-A-YEAR': {
    name: '3 % of every 50.00 in a year',
    progress: { of: 'AMOUNT', target: 50, period: 'YEAR', on_accumulated: true },
    award: percentage(3),
    ...onTop,
  },
  'SOFT-DRINKS-STAMPS': {
    name: 'Stamp card: every tenth soft drink',
    conditions: [products(family('SOFT DRINKS'))],
    progress: { of: 'QUANTITY', target: 10 },
    award: fixed('1.50'),
    ...onTop,
  },
  THOUSANDTH: {
    name: 'The thousandth purchase of a week',
    progress: { of: 'VISITS', target: 1_000, period: 'WEEK', per: 'EVERYONE', repeats: false },
    award: fixed('10.00'),
    ...onTop,
  },
  'NEW-TIER': {
    name: 'A new tier',
    type: 'REACH_TIER',
    goal: 'MEMBERSHIP',
    conditions: [{ kind: 'TIERS', tiers: [{ code: 'SILVER' }, { code: 'GOLD' }], reached: true }],
    award: fixed('2.50'),
    ...onTop,
  },
  WELCOME: { name: 'Welcome', type: 'SIGNUP', goal: 'MEMBERSHIP', award: fixed('0.50'), ...onTop },
}

const CONDITIONS: Readonly<Record<string, Terms>> = {
  'LATE-HOURS': {
    name: 'Happy hour across midnight',
    type: 'HAPPYHOUR',
    conditions: [{ kind: 'TIMINGS', timings: [{ start_time: '22:00', end_time: '02:00' }] }],
    award: fixed('0.20'),
    limits: { per_contact: { uses: 1, period: 'DAY' } },
    ...onTop,
  },
  'BREAD-AND-MILK': {
    name: 'Bread with milk or cheese',
    type: 'BUNDLE',
    conditions: [
      {
        kind: 'BUNDLE',
        repeats: true,
        items: [
          { products: [family('BAKED BREAD/BUNS/ROLLS')], quantity: 1 },
          { products: [family('FLUID MILK PRODUCTS'), family('CHEESE')], quantity: 1 },
        ],
      },
    ],
    award: fixed('0.50'),
    ...onTop,
  },
  'ONE-IN-FIFTY': {
    name: 'One purchase of fifty wins',
    type: 'LOTTERY',
    goal: 'VISITS',
    conditions: [{ kind: 'LOTTERY', one_in: 50 }],
    award: fixed('2.00'),
    ...onTop,
  },
  'GOLD-MEMBERS': {
    name: '2 % for silver and gold',
    conditions: [{ kind: 'TIERS', tiers: [{ code: 'SILVER' }], or_above: true }],
    award: percentage(2),
    ...onTop,
  },
  FAMILIES: {
    name: '0.05 for every 3.00 for those aged 35 to 54',
    conditions: [{ kind: 'SEGMENTS', any_of: ['AGE-35-44', 'AGE-45-54'], none_of: ['KIDS-0'] }],
    award: { kind: 'PER_AMOUNT', amount: '0.05', every: '3.00' },
    ...onTop,
  },
  NEWCOMERS: {
    name: 'First week of a new contact',
    conditions: [
      { kind: 'MEMBER_SINCE', within_days: 7 },
      { kind: 'AMOUNT', minimum: '5.00' },
    ],
    award: fixed('0.10'),
    limits: { per_contact: { uses: 1 } },
    ...onTop,
  },
  'AT-THE-TILL': {
    name: '1 % at the till from 10.00',
    conditions: [
      { kind: 'CHANNELS', channels: ['POS'] },
      { kind: 'AMOUNT', minimum: '10.00', maximum: '50.00' },
    ],
    award: percentage(1),
    ...onTop,
  },
  'COUPON-PAYERS': {
    name: '0.10 for who pays with a manufacturer’s coupon',
    conditions: [{ kind: 'PAYMENT', tenders: ['COUPON'] }],
    award: fixed('0.10'),
    ...onTop,
  },
  FUEL: {
    name: '0.03 for every 5.00 of fuel',
    conditions: [{ kind: 'CLASSIFICATIONS', classifications: ['FUEL'] }],
    award: { kind: 'PER_AMOUNT', amount: '0.03', every: '5.00' },
    funder: { code: 'FUEL-STORES' },
    ...onTop,
  },
}

const LIMITS: Readonly<Record<string, Terms>> = {
  NEIGHBOUR: {
    name: '5 % to come back to the small stores',
    conditions: [{ kind: 'ORGANISATIONS', organisations: [{ code: 'SMALL-STORES' }] }],
    award: percentage(5),
    commerce_pool: { code: 'SMALL-STORES' },
    funder: { code: 'SMALL-STORES' },
    limits: { per_venue: { amount: '3.00', period: 'MONTH' } },
    ...onTop,
  },
  'EARLY-BIRD': {
    name: '0.25 for early birds until the money is gone',
    conditions: [
      { kind: 'TIMINGS', timings: [{ days: [2, 3, 4, 5, 6], start_time: '06:00', end_time: '10:00' }] },
    ],
    award: fixed('0.25'),
    limits: { budget: '100.10', per_contact: { uses: 2, period: 'WEEK' } },
    ...onTop,
  },
  SNACKS: {
    name: '15 % on snacks, at most 0.40 a month',
    conditions: [products(family('BAG SNACKS'), family('CANDY - CHECKLANE'))],
    award: percentage(15),
    limits: {
      per_contact: { amount: '0.40', period: 'MONTH' },
      per_period: { amount: '5.00', period: 'DAY' },
    },
    expires_after: { count: 90, unit: 'DAYS' },
    available_after: { count: 3, unit: 'DAYS' },
    ...onTop,
  },
}

const DISCOUNTS: Readonly<Record<string, Terms>> = {
  'FRESH-OFF': {
    name: '5 % off fruit and vegetables',
    conditions: [products(department('PRODUCE'))],
    award: percentage(5),
    redeem_method: 'INSTANT',
  },
  'BEEF-OFF': {
    name: '3.00 off beef',
    conditions: [products(family('BEEF'))],
    award: fixed('3.00'),
    redeem_method: 'INSTANT',
    exclusive_group: 'MEAT',
    ...onTop,
  },
  'SECOND-YOGURT': {
    name: 'The cheapest of two yogurts',
    conditions: [products(family('YOGURT'))],
    award: { kind: 'PRODUCT', for_every: 2, quantity: 1, pick: 'CHEAPEST' },
    redeem_method: 'INSTANT',
    ...onTop,
  },
  'THIRD-SOUP': {
    name: 'Half of the dearest of three cans comes back',
    conditions: [products(family('SOUP'), family('VEGETABLES - SHELF STABLE'))],
    award: { kind: 'PRODUCT', for_every: 3, quantity: 1, pick: 'DEAREST', rate: 50 },
    ...onTop,
  },
  'BEFORE-TAX': {
    name: '4 % of household goods before tax',
    conditions: [products(department('DRUG GM'), department('COSMETICS'))],
    award: percentage(4, '1.20'),
    award_base: 'NET',
    ...onTop,
  },
  'SHELF-PRICE': {
    name: '0.5 % of the shelf price',
    award: percentage(0.5),
    before_discounts: true,
    ...onTop,
  },
}

const GROUPS: Readonly<Record<string, Terms>> = {
  EVERYTHING: { name: '1 % on everything', award: percentage(1) },
  WEEKEND: {
    name: '2 % at the weekend from 5.00',
    conditions: [
      { kind: 'TIMINGS', timings: [{ days: [1, 7] }] },
      { kind: 'AMOUNT', minimum: '5.00' },
    ],
    award: percentage(2),
  },
  'FIRST-OF-ALL': {
    name: '0.01 on eggs before any other offer',
    conditions: [products(family('EGGS'))],
    award: fixed('0.01'),
    priority: 10,
  },
  CHEESE: {
    name: '6 % on cheese',
    conditions: [products(family('CHEESE'))],
    award: percentage(6),
    exclusive_group: 'DAIRY',
  },
  DAIRY: {
    name: '0.15 on milk and cheese from 3.00',
    conditions: [{ ...products(family('CHEESE'), family('FLUID MILK PRODUCTS')), minimum_amount: '3.00' }],
    award: fixed('0.15'),
    exclusive_group: 'DAIRY',
  },
  MEAT: {
    name: '3 % on meat that has no discount',
    conditions: [products(department('MEAT'), department('MEAT-PCKGD'))],
    award: percentage(3),
    exclusive_group: 'MEAT',
  },
}
