import { expect, test } from 'vitest'
import { inOneLine, type Moment } from './moments.ts'

const at = (...times: readonly number[]): readonly Moment[] =>
  times.map((each) => ({ key: String(each), at: each, icon: 'dot', name: String(each) }))

test('what happened in several lists is told in one, the newest first', () => {
  const { moments, isWhole } = inOneLine([
    { moments: at(9, 3), hasMore: false },
    { moments: at(7), hasMore: false },
    { moments: [], hasMore: false },
  ])
  expect(moments.map((each) => each.at)).toEqual([9, 7, 3])
  expect(isWhole).toBe(true)
})

test('nothing is told of a time of which one of the lists was not read', () => {
  const { moments, isWhole } = inOneLine([
    { moments: at(9, 6), hasMore: true },
    { moments: at(7, 2), hasMore: false },
  ])
  expect(moments.map((each) => each.at)).toEqual([9, 7, 6])
  expect(isWhole).toBe(false)
})
