import type { Good } from './order-queries.ts'

export type DietaryTag = Good['dietary_tags'][number]

/** What one may look for; what goods contain is left out by it, not looked for. */
export const WISHES = [
  'VEGETARIAN',
  'VEGAN',
  'GLUTEN_FREE',
  'LACTOSE_FREE',
  'CONTAINS_NUTS',
  'CONTAINS_ALCOHOL',
] as const
export type Wish = (typeof WISHES)[number]

type Tagged = Pick<Good, 'dietary_tags'>

/** Wishes that tell some of the goods from the others. */
export function wishesFor(goods: readonly Tagged[]): readonly Wish[] {
  return WISHES.filter((wish) => {
    const fitting = goods.filter((good) => fits(good, [wish])).length
    return fitting > 0 && fitting < goods.length
  })
}

export function fits({ dietary_tags: tags }: Tagged, wishes: readonly Wish[]): boolean {
  return wishes.every((wish) => {
    if (wish === 'CONTAINS_NUTS' || wish === 'CONTAINS_ALCOHOL') return !tags.includes(wish)
    // What is vegan is vegetarian, whether the shop says so or not.
    return tags.includes(wish) || (wish === 'VEGETARIAN' && tags.includes('VEGAN'))
  })
}
