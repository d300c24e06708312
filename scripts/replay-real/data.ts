import { type RealBasket, readBaskets } from './baskets.ts'
import { type Campaign, type Redemption, readCampaigns, readRedemptions, readSegments } from './campaigns.ts'
import type { Oddities } from './oddities.ts'
import { assignCoupons } from './passes.ts'
import { readShelf, type Shelf } from './products.ts'

export interface RealData {
  readonly baskets: readonly RealBasket[]
  readonly shelf: Shelf
  readonly campaigns: readonly Campaign[]
  /** By household. */
  readonly segments: ReadonlyMap<string, readonly string[]>
  readonly redemptions: readonly Redemption[]
  /** Coupons by the basket that shows them. */
  readonly shown: ReadonlyMap<string, string>
  /** Households that bought, and those that a campaign was for, by number. */
  readonly households: readonly string[]
  readonly stores: readonly Store[]
  /** How many lines were sold of each product. */
  readonly sold: ReadonlyMap<string, number>
}

export interface Store {
  readonly store: string
  readonly merchant: MerchantName
}

export const MERCHANTS = ['Fuel Stores', 'Large Stores', 'Small Stores'] as const
export type MerchantName = (typeof MERCHANTS)[number]

// As in the demo: a store is large that has so many baskets.
const BUSY_FROM = 400

export function readRealData(folder: string, oddities: Oddities): RealData {
  const shelf = readShelf(folder)
  const baskets = readBaskets(folder, shelf, oddities)
  const campaigns = readCampaigns(folder)
  const redemptions = readRedemptions(folder)
  const sold = countSold(baskets)
  const unknown = [...sold.keys()].filter((product) => !shelf.has(product)).length
  oddities.add('products that the list does not have, left to be learnt from the purchases', unknown)
  const targeted = campaigns.flatMap(({ households }) => [...households])
  return {
    baskets,
    shelf,
    campaigns,
    segments: readSegments(folder, campaigns),
    redemptions,
    shown: assignCoupons(redemptions, baskets, campaigns, oddities),
    households: byNumber([...baskets.map(({ household }) => household), ...targeted]),
    stores: storesOf(baskets),
    sold,
  }
}

function countSold(baskets: readonly RealBasket[]): ReadonlyMap<string, number> {
  const sold = new Map<string, number>()
  for (const { lines } of baskets) {
    for (const { product } of lines) sold.set(product, (sold.get(product) ?? 0) + 1)
  }
  return sold
}

function storesOf(baskets: readonly RealBasket[]): Store[] {
  const ofStore = Map.groupBy(baskets, ({ store }) => store)
  return byNumber([...ofStore.keys()]).map((store) => {
    const own = ofStore.get(store) ?? []
    if (own.some(({ hasFuel }) => hasFuel)) return { store, merchant: 'Fuel Stores' }
    return { store, merchant: own.length >= BUSY_FROM ? 'Large Stores' : 'Small Stores' }
  })
}

function byNumber(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort((a, b) => Number(a) - Number(b))
}
