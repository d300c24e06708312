import type { BasketLine, CompiledOffer, TierProgramme } from '../../engine/index.ts'
import type { OrganisationId } from '../../kit/id.ts'

/** Where something can be bought now. */
export interface Place {
  readonly business: OrganisationId
  readonly merchant: OrganisationId
  readonly venue: OrganisationId | undefined
  readonly name: string
  /** Of the clock on its wall. */
  readonly zone: string
}

export interface Named {
  readonly code: string
  readonly name: string
}

export type Product = Pick<BasketLine, 'sku' | 'family' | 'brand' | 'type' | 'earns'>

/** What there is of all that offers may name. */
export interface Known {
  /** By SKU; of products that stand in families, brands and types that are named, some. */
  readonly products: ReadonlyMap<string, Product>
  /** Families, brands and types by the key of their target, and whether they earn. */
  readonly groups: ReadonlyMap<string, boolean>
  readonly tiers: TierProgramme | undefined
  /** By id; those that are in use. */
  readonly schemes: ReadonlyMap<string, Named>
  readonly passPlans: ReadonlyMap<string, Named>
  /** Segments that some contact is in. */
  readonly segments: ReadonlySet<string>
  readonly classifications: ReadonlySet<string>
}

/** All that an offer is linted against. Facts only: linting reads no clock and no database. */
export interface Setting {
  readonly now: Date
  readonly business: OrganisationId
  /** In which periods of limits and days of birth are counted. */
  readonly businessZone: string
  /** The open ones. */
  readonly places: readonly Place[]
  /** Every offer that is live, whether or not the linted one is among them. */
  readonly live: readonly CompiledOffer[]
  readonly known: Known
}

/** Where something happens that is not bought anywhere: the business itself. */
export function nowhere({ business, businessZone: zone }: Setting): Place {
  return { business, merchant: business, venue: undefined, name: '', zone }
}
