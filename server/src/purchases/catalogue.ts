import type { Kysely } from 'kysely'
import { type Country, countryOfZone } from '../contacts/index.ts'
import { openDatabase, type Tables, type Work } from '../db/index.ts'
import {
  type CompiledOffer,
  compileOffer,
  indexOffers,
  type OfferIndex,
  type TierProgramme,
} from '../engine/index.ts'
import { changesConfiguration, readRevisions } from '../events/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { ClassificationId, OfferId, PoolId } from '../kit/id.ts'
import { readOffersChangedSince } from '../offers/index.ts'
import { type Directory, directoryOf, readOrganisations, readTaps } from '../organisations/index.ts'
import { type PassPlan, readPassPlans } from '../passes/index.ts'
import type { KnownProduct } from '../products/index.ts'
import { readSchemes, type Scheme } from '../schemes/index.ts'
import { readTierProgramme } from '../tiers/index.ts'
import { hasPreferences } from '../tokens/index.ts'
import { type CommercePool, hasLimits, readPools } from '../wallets/index.ts'

export interface Classification {
  readonly id: ClassificationId
  readonly code: string
  readonly name: string
}

/** What judging needs of one tenant, held in memory and true for one revision of its configuration. */
export interface Catalogue {
  readonly tenant: Tenant
  readonly revision: bigint
  readonly currency: string
  readonly directory: Directory
  /** Where phone numbers without a country are at home. */
  readonly home: Country | undefined
  readonly pools: ReadonlyMap<PoolId, CommercePool>
  /** Pools whose money can be spent only once its contact has switched them on. */
  readonly poolsToActivate: readonly PoolId[]
  /** Whether any contact ever said when their wallet pays without being asked. */
  readonly hasPreferences: boolean
  /** Whether what any wallet may spend in a period is limited. */
  readonly hasLimits: boolean
  readonly schemes: ReadonlyMap<string, Scheme>
  readonly tiers: TierProgramme | undefined
  readonly passPlans: ReadonlyMap<string, PassPlan>
  readonly offers: OfferIndex
  /** Every offer that is not deleted, live or not, so that a change reads only what changed. */
  readonly compiled: ReadonlyMap<OfferId, CompiledOffer>
  readonly classifications: Map<string, Classification>
  readonly products: ProductShelf
}

/** Products seen lately, by SKU; emptied when any product of the tenant changes. */
export interface ProductShelf {
  revision: bigint
  readonly bySku: Map<string, KnownProduct>
}

const MAX_SHELF = 200_000

export function shelve(shelf: ProductShelf, product: KnownProduct): void {
  if (shelf.bySku.size >= MAX_SHELF) shelf.bySku.clear()
  shelf.bySku.set(product.sku, product)
}

/** The catalogue as new as what the work sees. What it has changed itself is its own until it ends, and is held for nobody. */
export async function catalogueFor(work: Work, catalogues: Catalogues): Promise<Catalogue> {
  const { tenant } = work.actor
  if (changesConfiguration(work)) {
    const read = await readCatalogue(work.db, tenant, catalogues.held(tenant))
    return { ...read, products: { revision: read.products.revision, bySku: new Map() } }
  }
  const [revision] = await readRevisions(work.sql, [tenant])
  return catalogues.refresh(tenant, revision?.configuration ?? 0n)
}

export interface Catalogues {
  /** As held; read from the database the first time. */
  of(tenant: Tenant): Promise<Catalogue>
  /** As held, if it is. */
  held(tenant: Tenant): Catalogue | undefined
  /** Read again, at least as new as the revision. */
  refresh(tenant: Tenant, revision: bigint): Promise<Catalogue>
  close(): Promise<void>
}

export function openCatalogues(url: string): Catalogues {
  // A connection of its own: whoever waits for a catalogue may hold the last one of the pool.
  const database = openDatabase(url, { connections: 1 })
  const held = new Map<Tenant, Catalogue>()
  const loading = new Map<Tenant, Promise<Catalogue>>()

  const load = (tenant: Tenant) => {
    const running = loading.get(tenant)
    if (running) return running
    const started = database.query
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((db) => readCatalogue(db, tenant, held.get(tenant)))
      .then((catalogue) => {
        held.set(tenant, catalogue)
        return catalogue
      })
      .finally(() => loading.delete(tenant))
    loading.set(tenant, started)
    return started
  }

  return {
    of: async (tenant) => held.get(tenant) ?? load(tenant),
    held: (tenant) => held.get(tenant),
    refresh: async (tenant, revision) => {
      for (;;) {
        const catalogue = held.get(tenant)
        if (catalogue && catalogue.revision >= revision) return catalogue
        await load(tenant)
      }
    },
    close: () => database.close(),
  }
}

/** Reads what changed since the catalogue that is held, within one snapshot. */
async function readCatalogue(
  db: Kysely<Tables>,
  tenant: Tenant,
  before: Catalogue | undefined,
): Promise<Catalogue> {
  const head = await readHead(db, tenant)
  const known = before && before.revision >= head.emptied ? before : undefined
  const compiled = new Map(known?.compiled)
  for (const offer of await readOffersChangedSince(db, tenant, known?.revision ?? 0n)) {
    compiled.set(offer.id, compileOffer(offer))
  }
  const directory = directoryOf(await readOrganisations(db, tenant), await readTaps(db, tenant))
  const pools = await readPools(db, tenant)
  return {
    tenant,
    revision: head.configuration,
    currency: head.currency,
    directory,
    home: countryOfZone(directory.business.timeZone),
    pools,
    poolsToActivate: [...pools.values()].filter(({ terms }) => terms.needs_activation).map(({ id }) => id),
    hasPreferences: await hasPreferences(db, tenant),
    hasLimits: await hasLimits(db, tenant),
    schemes: await readSchemes(db, tenant),
    tiers: await readTierProgramme(db, tenant),
    passPlans: await readPassPlans(db, tenant),
    offers: indexOffers([...compiled.values()].filter(({ offer }) => offer.state === 'ACTIVE')),
    compiled,
    classifications: await readClassifications(db, tenant),
    products: before?.products ?? { revision: head.products, bySku: new Map() },
  }
}

function readHead(db: Kysely<Tables>, tenant: Tenant) {
  return db
    .selectFrom('tenants')
    .innerJoin('revisions', 'revisions.tenant', 'tenants.tenant')
    .select(['currency', 'configuration', 'products', 'emptied'])
    .where('tenants.tenant', '=', tenant)
    .executeTakeFirstOrThrow()
}

async function readClassifications(db: Kysely<Tables>, tenant: Tenant): Promise<Map<string, Classification>> {
  const rows = await db
    .selectFrom('classifications')
    .select(['id', 'code', 'name'])
    .where('tenant', '=', tenant)
    .execute()
  return new Map(rows.map((row) => [row.code, { ...row, id: row.id as ClassificationId }]))
}
