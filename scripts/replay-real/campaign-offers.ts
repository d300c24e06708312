import { startOfDay } from './calendar.ts'
import { type Campaign, campaignSegment } from './campaigns.ts'
import type { Oddities } from './oddities.ts'

export interface OfferBody {
  readonly code: string
  readonly name: string
  readonly [field: string]: unknown
}

interface Around {
  readonly sold: ReadonlyMap<string, number>
  readonly shiftDays: number
  readonly oddities: Oddities
}

// What one condition of an offer takes.
const MOST_PRODUCTS = 5_000
/** Of all campaigns that a household belongs to only the best gives something. */
const CAMPAIGN_GROUP = 'CAMPAIGN'

const AWARDS: Readonly<Record<Campaign['type'], object>> = {
  'Type A': { kind: 'PERCENTAGE', rate: 10, cap: '2.00' },
  'Type B': {
    kind: 'STEPS',
    steps: [
      { from: '2.00', amount: '0.05' },
      { from: '5.00', rate: '2.5' },
      { from: '15.00', rate: '4', cap: '1.50' },
    ],
  },
  'Type C': { kind: 'PER_AMOUNT', amount: '0.10', every: '2.00', cap: '1.00' },
}

/** One offer a campaign, for whom it was and as long as it ran; campaigns of type A are for their coupons' products only. */
export function campaignOffers(campaigns: readonly Campaign[], around: Around): OfferBody[] {
  return campaigns.map((campaign) => ({
    code: campaignSegment(campaign.id),
    name: `Campaign ${campaign.id}`,
    availability: windowOf(campaign, around.shiftDays),
    conditions: [
      { kind: 'SEGMENTS', any_of: [campaignSegment(campaign.id)] },
      ...(campaign.type === 'Type A' ? [onProducts([...campaign.coupons.values()].flat(), around)] : []),
    ],
    award: AWARDS[campaign.type],
    exclusive_group: CAMPAIGN_GROUP,
  }))
}

/** One offer for a coupon in a campaign; where campaigns share a coupon only the best of its offers is given. */
export function couponOffers(campaigns: readonly Campaign[], around: Around): OfferBody[] {
  return campaigns.flatMap((campaign) =>
    [...campaign.coupons].map(
      ([coupon, products], index): OfferBody => ({
        code: `COUPON-${coupon}-${campaign.id}`,
        name: `Coupon ${coupon} of campaign ${campaign.id}`,
        availability: windowOf(campaign, around.shiftDays),
        conditions: [
          { kind: 'PASS', pass_plans: [{ code: planCode(coupon) }] },
          onProducts(products, around),
        ],
        award: { kind: 'FIXED', amount: '1.00' },
        // Every other coupon goes off the price, as at a till; the rest comes back to the wallet.
        ...(index % 2 === 0 ? { redeem_method: 'INSTANT' } : {}),
        exclusive_group: planCode(coupon),
      }),
    ),
  )
}

export function planCode(coupon: string): string {
  return `COUPON-${coupon}`
}

function windowOf({ from, to }: Campaign, shiftDays: number): object {
  return { from: startOfDay(from, shiftDays), to: startOfDay(to, shiftDays, 1) }
}

/** The products that sell most come first: where there are too many, those that never sold are cut. */
function onProducts(products: readonly string[], { sold, oddities }: Around): object {
  const timesSold = (product: string) => sold.get(product) ?? 0
  const wanted = [...new Set(products)].sort((a, b) => timesSold(b) - timesSold(a))
  const cut = wanted.slice(MOST_PRODUCTS)
  oddities.add('offers cut to 5,000 products', cut.length > 0 ? 1 : 0)
  oddities.add('products cut from those offers', cut.length)
  oddities.add('of those cut, sold at least once', cut.filter((product) => timesSold(product) > 0).length)
  const kept = wanted.slice(0, MOST_PRODUCTS)
  return { kind: 'PRODUCTS', products: kept.map((code) => ({ type: 'SKU', code })) }
}
