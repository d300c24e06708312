import { statement, type Work } from '../../db/index.ts'
import { type CompiledOffer, keyOfTarget, type ProductTarget, phaseOf } from '../../engine/index.ts'
import { findProducts } from '../../products/index.ts'
import type { Catalogue } from '../../purchases/index.ts'
import type { Known, Named, Place, Product, Setting } from './setting.ts'
import { segmentsNamed, targetsNamed } from './terms.ts'

/** What is linted against: the business as the catalogue has it, and which of the names in its offers there are. */
export async function settingFor(work: Work, catalogue: Catalogue, offer: CompiledOffer): Promise<Setting> {
  const { directory, offers } = catalogue
  const { id: business, timeZone: businessZone } = directory.business
  const live = offers.all.filter(({ offer: { state, terms } }) => phaseOf(state, terms, work.at) !== 'ENDED')
  return {
    now: work.at,
    business,
    businessZone,
    places: placesOf(catalogue),
    live,
    known: await knownTo(work, catalogue, [offer, ...live]),
  }
}

/** Merchants and venues where a purchase is taken: closed is whatever stands under something closed. */
function placesOf({ directory }: Catalogue): readonly Place[] {
  const { organisations, business, lineOf, formerPlace } = directory
  return [...organisations.values()]
    .filter(({ type }) => type !== 'BUSINESS')
    .filter((organisation) => lineOf(organisation).every(({ state }) => state === 'ACTIVE'))
    .map(({ id, name }) => {
      const { merchant, venue, timeZone: zone } = formerPlace(id)
      return { business: business.id, merchant: merchant.id, venue: venue?.id, name, zone }
    })
}

// Of thousands of live offers not all products are needed: the linted offer's own come first.
const MOST_TARGETS = 10_000

async function knownTo(
  work: Work,
  { schemes, tiers, passPlans, classifications }: Catalogue,
  offers: readonly CompiledOffer[],
): Promise<Known> {
  const targets = offers.flatMap(({ offer }) => targetsNamed(offer.terms)).slice(0, MOST_TARGETS)
  const [own] = offers
  return {
    products: await productsNamed(work, targets),
    groups: await groupsNamed(work, targets),
    tiers,
    schemes: inUse(schemes),
    passPlans: inUse(passPlans),
    segments: await segmentsInUse(work, own ? segmentsNamed(own.offer.terms) : []),
    classifications: new Set(classifications.keys()),
  }
}

function inUse(all: ReadonlyMap<string, Named & { readonly state: string }>): ReadonlyMap<string, Named> {
  return new Map([...all].filter(([, { state }]) => state === 'ACTIVE'))
}

async function productsNamed(
  { sql, actor }: Work,
  targets: readonly ProductTarget[],
): Promise<ReadonlyMap<string, Product>> {
  const skus = new Set(targets.filter(({ type }) => type === 'SKU').map(({ code }) => code))
  const found = await findProducts(
    sql,
    [...skus].map((sku) => ({ tenant: actor.tenant, sku })),
  )
  return new Map(found.map(({ product }) => [product.sku, product]))
}

async function groupsNamed(
  { db, actor }: Work,
  targets: readonly ProductTarget[],
): Promise<ReadonlyMap<string, boolean>> {
  const codes = [...new Set(targets.filter(({ type }) => type !== 'SKU').map(({ code }) => code))]
  if (codes.length === 0) return new Map()
  const rows = await db
    .selectFrom('product_groups')
    .select(['kind', 'code', 'earns'])
    .where('tenant', '=', actor.tenant)
    .where('code', 'in', codes)
    .execute()
  return new Map(rows.map(({ kind: type, code, earns }) => [keyOfTarget({ type, code }), earns]))
}

const SEGMENTS_IN_USE = statement(
  'lint_segments_in_use',
  `select k.code
     from unnest($2::text[]) as k(code)
    where exists (select from contacts c where c.tenant = $1 and c.segments @> array[k.code])`,
)

/** Those of the segments that at least one contact is in. */
async function segmentsInUse({ sql, actor }: Work, codes: readonly string[]): Promise<ReadonlySet<string>> {
  if (codes.length === 0) return new Set()
  const rows = await sql.run<{ readonly code: string }>(SEGMENTS_IN_USE, [actor.tenant, [...new Set(codes)]])
  return new Set(rows.map(({ code }) => code))
}
