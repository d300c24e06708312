import type { RealBasket } from './baskets.ts'
import type { Campaign, Redemption } from './campaigns.ts'
import type { Oddities } from './oddities.ts'

/**
 * Which basket shows which coupon. A redemption goes to a basket of that household and day that holds one of the coupon's products,
 * else to any other of them; a purchase shows one pass, so what finds no basket without one is left out.
 */
export function assignCoupons(
  redemptions: readonly Redemption[],
  baskets: readonly RealBasket[],
  campaigns: readonly Campaign[],
  oddities: Oddities,
): ReadonlyMap<string, string> {
  const ofDay = Map.groupBy(baskets, ({ household, at }) => `${household}|${at.slice(0, 10)}`)
  const shown = new Map<string, string>()
  const products = new Map(campaigns.map(({ id, coupons }) => [id, coupons]))
  const holds = ({ lines }: RealBasket, { campaign, coupon }: Redemption) => {
    const wanted = products.get(campaign)?.get(coupon) ?? []
    return lines.some(({ product }) => wanted.includes(product))
  }
  const assign = (redemption: Redemption, fits: (basket: RealBasket) => boolean) => {
    const all = ofDay.get(`${redemption.household}|${redemption.day}`) ?? []
    const found = all.find((basket) => !shown.has(basket.basket) && fits(basket))
    if (found) shown.set(found.basket, redemption.coupon)
    return found !== undefined
  }
  const without = redemptions.filter((each) => !assign(each, (basket) => holds(basket, each)))
  oddities.add('coupons shown with a basket that holds their product', redemptions.length - without.length)
  for (const redemption of without) {
    const hasBasket = ofDay.has(`${redemption.household}|${redemption.day}`)
    if (!hasBasket) oddities.add('coupons left out: the household has no basket of that day')
    else if (assign(redemption, () => true)) oddities.add('coupons shown with another basket of that day')
    else oddities.add('coupons left out: every basket of that day shows another coupon already')
  }
  return shown
}
