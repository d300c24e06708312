import type { Work } from '../../db/index.ts'
import type { OfferTerms } from '../../engine/index.ts'
import { createOffers } from '../../offers/index.ts'
import { createPool, ensureDefaultPool } from '../../wallets/index.ts'

export interface DemoOffer {
  readonly id: string
  readonly code: string
  readonly name: string
}

type Terms = Omit<
  OfferTerms,
  | 'goal'
  | 'type'
  | 'availability'
  | 'base'
  | 'commerce_pool_id'
  | 'funder_id'
  | 'limits'
  | 'priority'
  | 'on_top'
> &
  Partial<OfferTerms>

const WEEKDAYS = [2, 3, 4, 5, 6]
const WEEKEND = [1, 7]
// In the data fuel is sold under these families, in thousandths of a gallon.
const FUEL = [
  { type: 'FAMILY' as const, code: 'FUEL' },
  { type: 'FAMILY' as const, code: 'COUPON-MISC-ITEMS' },
]

/** Offers that fire on the real baskets: one of each kind that the product knows. */
export async function createDemoOffers(
  work: Work,
  merchants: ReadonlyMap<string, string>,
): Promise<readonly DemoOffer[]> {
  const anywhere = await ensureDefaultPool(work)
  const small = merchants.get('Small Stores') ?? work.actor.business
  const local = await createPool(work, {
    name: 'Small Stores only',
    code: 'SMALL-STORES',
    description: 'To be spent at any of the small stores.',
    organisations: [{ id: small }],
    validity: { count: 6, unit: 'MONTHS' },
  })
  const whole = (terms: Terms): OfferTerms => ({
    goal: 'SPEND',
    type: 'DISCOUNT',
    availability: {},
    base: 'GROSS',
    commerce_pool_id: anywhere.id,
    funder_id: work.actor.business,
    limits: {},
    priority: 0,
    on_top: false,
    ...terms,
  })
  const wanted = Object.entries(demoTerms({ local: local.id, small })).map(([code, terms]) => ({
    code,
    terms: whole(terms),
  }))
  const ids = await createOffers(work, wanted)
  return wanted.map(({ code, terms }, index) => ({ id: ids[index] ?? '', code, name: terms.name }))
}

function demoTerms({
  local,
  small,
}: {
  readonly local: string
  readonly small: string
}): Record<string, Terms> {
  return {
    EVERYTHING: {
      name: '2 % on everything',
      conditions: [],
      award: { kind: 'PERCENTAGE', basis_points: 200 },
    },
    'OWN-BRAND': {
      name: '10 % on our own brand',
      conditions: [{ kind: 'PRODUCTS', products: [{ type: 'BRAND', code: 'M69' }], except: FUEL }],
      award: { kind: 'PERCENTAGE', basis_points: 1_000, cap: '500' },
    },
    WEEKEND: {
      name: '5 % at the weekend from 5.00',
      conditions: [
        { kind: 'AMOUNT', minimum: '500' },
        { kind: 'TIMINGS', timings: [{ days: WEEKEND }] },
      ],
      award: { kind: 'PERCENTAGE', basis_points: 500 },
    },
    'SOFT-DRINKS': {
      name: '10 % more on soft drinks',
      conditions: [{ kind: 'PRODUCTS', products: [{ type: 'FAMILY', code: 'SOFT-DRINKS' }] }],
      award: { kind: 'PERCENTAGE', basis_points: 1_000 },
      limits: { per_contact: { amount: '200', period: 'MONTH' } },
      expires_after: { count: 90, unit: 'DAYS' },
      on_top: true,
    },
    'EARLY-BIRD': {
      name: '0.25 for early birds',
      type: 'HAPPYHOUR',
      conditions: [
        { kind: 'AMOUNT', minimum: '200' },
        { kind: 'TIMINGS', timings: [{ days: WEEKDAYS, start_time: '06:00', end_time: '11:00' }] },
      ],
      award: { kind: 'FIXED', amount: '25' },
      limits: { budget: '50000', per_contact: { uses: 1, period: 'DAY' } },
      on_top: true,
    },
    NEIGHBOUR: {
      name: '5 % to come back to the small stores',
      conditions: [{ kind: 'ORGANISATIONS', organisations: [{ id: small, name: 'Small Stores' }] }],
      award: { kind: 'PERCENTAGE', basis_points: 500 },
      commerce_pool_id: local,
      funder_id: small,
      on_top: true,
    },
    BANANAS: {
      name: '0.10 on bananas',
      conditions: [{ kind: 'PRODUCTS', products: [{ type: 'SKU', code: '1082185' }] }],
      award: { kind: 'FIXED', amount: '10' },
      on_top: true,
    },
  }
}
