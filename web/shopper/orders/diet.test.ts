import { expect, test } from 'vitest'
import { type DietaryTag, fits, type Wish, wishesFor } from './diet.ts'

const good = (...dietary_tags: DietaryTag[]) => ({ dietary_tags })

test.each`
  tags                             | wishes                        | isShown
  ${[]}                            | ${[]}                         | ${true}
  ${['VEGETARIAN']}                | ${['VEGETARIAN']}             | ${true}
  ${['VEGAN']}                     | ${['VEGETARIAN']}             | ${true}
  ${['VEGETARIAN']}                | ${['VEGAN']}                  | ${false}
  ${[]}                            | ${['GLUTEN_FREE']}            | ${false}
  ${['VEGAN', 'CONTAINS_NUTS']}    | ${['CONTAINS_NUTS']}          | ${false}
  ${['VEGAN']}                     | ${['CONTAINS_NUTS', 'VEGAN']} | ${true}
  ${['SPICY', 'CONTAINS_ALCOHOL']} | ${['CONTAINS_ALCOHOL']}       | ${false}
`('what is $tags is shown to who wishes $wishes: $isShown', ({ tags, wishes, isShown }) => {
  expect(fits(good(...(tags as DietaryTag[])), wishes as Wish[])).toBe(isShown)
})

test('only wishes are offered that tell some of the goods from the others', () => {
  expect(wishesFor([good(), good()])).toEqual([])
  expect(wishesFor([good('VEGAN'), good('VEGAN')])).toEqual([])
  expect(wishesFor([good('VEGAN'), good('CONTAINS_NUTS', 'SPICY'), good()])).toEqual([
    'VEGETARIAN',
    'VEGAN',
    'CONTAINS_NUTS',
  ])
})
