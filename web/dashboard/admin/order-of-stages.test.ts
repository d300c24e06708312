import { expect, test } from 'vitest'
import { behind, moved } from './order-of-stages.ts'

const stages = (...priorities: readonly number[]) =>
  priorities.map((priority, at) => ({ id: 'ABCD'.charAt(at), priority }))

test.each([
  ['changes places with the one before it', stages(10, 20, 30), 'B', -1, ['B 10', 'A 20']],
  ['changes places with the one behind it', stages(10, 20, 30), 'B', 1, ['B 30', 'C 20']],
  ['stays where there is none', stages(10, 20), 'A', -1, []],
  ['among those of one priority has all numbered', stages(0, 0, 30), 'B', -1, ['B 10', 'A 20']],
  ['is not one of them', stages(10, 20), 'D', 1, []],
] as const)('a stage that is moved %s', (_, before, id, by, after) => {
  expect(moved(before, id, by).map((each) => `${each.id} ${each.priority}`)).toEqual(after)
})

test('a new stage comes behind the others, as far as there is room', () => {
  expect([behind([], 100), behind(stages(10, 20), 100), behind(stages(95), 100)]).toEqual([10, 30, 100])
})
