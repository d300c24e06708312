import { createApiKey } from '../../server/src/access/index.ts'
import { openDatabase, transact } from '../../server/src/db/index.ts'
import { API_VERSION } from '../../server/src/http/index.ts'
import { type Actor, nobody } from '../../server/src/kit/actor.ts'
import { idOf, type PassPlanId } from '../../server/src/kit/id.ts'
import { demoZone } from '../../server/src/main/demo/fixture.ts'
import { createBusiness } from '../../server/src/organisations/index.ts'
import { createPasses } from '../../server/src/passes/index.ts'
import { upsertProducts } from '../../server/src/products/index.ts'
import { type Api, inParallel, openApi } from './api.ts'
import { instantOf } from './calendar.ts'
import { campaignOffers, couponOffers, planCode } from './campaign-offers.ts'
import { MERCHANTS, type RealData } from './data.ts'
import { generalOffers } from './general-offers.ts'
import type { Oddities } from './oddities.ts'
import type { Place } from './place.ts'
import { productOf } from './products.ts'

const AT_ONCE = 8
const PRODUCTS_AT_ONCE = 5_000
// The year of the data is replayed at its own days, moved by whole weeks.
const DAYS_BACK = 3_650

export interface SetUp {
  readonly key: string
  readonly api: Api
}

interface Making {
  readonly data: RealData
  readonly shiftDays: number
  readonly oddities: Oddities
  readonly say: (line: string) => void
}

/** A business of its own with all that the baskets meet, through the API but for what it has no way to bring in bulk. */
export async function setUp(place: Place, making: Making): Promise<SetUp> {
  const { say, data, shiftDays } = making
  const database = openDatabase(place.databaseUrl)
  try {
    const at = new Date()
    const { key, actor } = await transact(database, { actor: nobody, at }, async ({ db }) => {
      const wanted = { name: 'Complete Journey', code: 'REAL', currency: 'USD', timeZone: demoZone }
      const work = await createBusiness(db, { ...wanted, mode: 'LIVE' }, at)
      const scopes = ['*'] as const
      const made = await createApiKey(work, {
        name: 'replay',
        kind: 'SECRET',
        scopes,
        apiVersion: API_VERSION,
      })
      return { key: made.key, actor: work.actor }
    })
    const api = openApi(place.url, key)
    say(`${data.stores.length} stores`)
    await createPlaces(api, data)
    const rows = productsOf(data)
    say(`${rows.length} products that were sold or are in a coupon`)
    for (let first = 0; first < rows.length; first += PRODUCTS_AT_ONCE) {
      const some = rows.slice(first, first + PRODUCTS_AT_ONCE)
      await transact(database, { actor, at }, (work) => upsertProducts(work, some))
    }
    await createTiers(api)
    const plans = await createPlans(api, data)
    say(`${plans.size} coupons`)
    await createCodes(plans, { database, actor, at: instantOf('2016-01-01T00:00:00', shiftDays) })
    await createOffers(api, making)
    say(`${data.households.length} households`)
    await createContacts(api, data)
    return { key, api }
  } finally {
    await database.close()
  }
}

async function createPlaces(api: Api, { stores }: RealData): Promise<void> {
  const codes = new Map(MERCHANTS.map((name) => [name, name.toUpperCase().replaceAll(' ', '-')]))
  for (const [index, name] of MERCHANTS.entries()) {
    await api.make('POST', 'organisations', {
      type: 'MERCHANT',
      name,
      code: codes.get(name),
      taps: [{ code: String(101 + index), name }],
      settings: {
        accepts_days_back: DAYS_BACK,
        // Fuel is paid in full, and the spend paid out.
        ...(name === 'Fuel Stores' ? { reduction_method: 'BACK_END' } : {}),
      },
    })
  }
  await inParallel(stores, AT_ONCE, ({ store, merchant }) =>
    api.make('POST', 'organisations', {
      type: 'VENUE',
      name: `Store ${store}`,
      code: `STORE-${store}`,
      parent: { code: codes.get(merchant) },
      taps: [{ code: store }],
    }),
  )
  await api.make('POST', 'commerce_pools', {
    name: 'Small Stores only',
    code: 'SMALL-STORES',
    organisations: [{ code: 'SMALL-STORES' }],
    validity: { count: 6, unit: 'MONTHS' },
  })
}

function productsOf({ sold, campaigns, shelf }: RealData) {
  const inCoupons = campaigns.flatMap(({ coupons }) => [...coupons.values()].flat())
  return [...new Set([...sold.keys(), ...inCoupons])].flatMap((sku) => {
    const known = shelf.get(sku)
    return known ? [productOf(sku, known)] : []
  })
}

async function createTiers(api: Api): Promise<void> {
  await api.make('PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'QUARTER' })
  const tiers = { BRONZE: 0, SILVER: 25, GOLD: 60 }
  for (const [code, value_units] of Object.entries(tiers)) {
    await api.make('POST', 'reward_tiers', { code, name: code, value_units })
  }
}

/** One plan a coupon, whose one code is the number on it; ids of the plans by coupon. */
async function createPlans(api: Api, { campaigns }: RealData): Promise<ReadonlyMap<string, string>> {
  const coupons = new Set(campaigns.flatMap((campaign) => [...campaign.coupons.keys()]))
  const plans = new Map<string, string>()
  await inParallel([...coupons], AT_ONCE, async (coupon) => {
    const { id } = await api.make<{ readonly id: string }>('POST', 'pass_plans', {
      code: planCode(coupon),
      name: `Coupon ${coupon}`,
      classification: 'PROMOTION',
      pass_code_type: 'MULTIPLE',
      maximum_usage_per_contact: 1,
      validity: { type: 'ALWAYS' },
    })
    plans.set(coupon, id)
  })
  return plans
}

interface Codes {
  readonly database: ReturnType<typeof openDatabase>
  readonly actor: Actor
  /** A pass is valid from when it was made, which for these is before the year that is replayed. */
  readonly at: Date
}

async function createCodes(
  plans: ReadonlyMap<string, string>,
  { database, actor, at }: Codes,
): Promise<void> {
  await transact(database, { actor, at }, async (work) => {
    for (const [coupon, id] of plans)
      await createPasses(work, { id: idOf<PassPlanId>(id) }, [{ code: coupon }])
  })
}

async function createOffers(api: Api, { data, shiftDays, oddities, say }: Making): Promise<void> {
  const around = { sold: data.sold, shiftDays, oddities }
  const coupons = couponOffers(data.campaigns, around)
  const offers = [...generalOffers(), ...campaignOffers(data.campaigns, around), ...coupons]
  say(`${offers.length} offers, ${data.campaigns.length} of campaigns and ${coupons.length} of coupons`)
  await inParallel(offers, AT_ONCE, (offer) =>
    api.make('POST', 'reward_offers', { ...offer, state: 'ACTIVE' }),
  )
}

async function createContacts(api: Api, { households, segments }: RealData): Promise<void> {
  await inParallel(households, AT_ONCE, (household) =>
    api.make('POST', 'contacts', {
      code: `HOUSEHOLD-${household}`,
      first_name: 'Household',
      last_name: household,
      loyalty_identifiers: [{ identifier: household }],
      segments: segments.get(household) ?? [],
    }),
  )
}
