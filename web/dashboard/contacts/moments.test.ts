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

test('what belongs together is told as one thing, with the sum of its money', () => {
  const spend = { icon: 'spend', name: 'Spend', group: 'one' } as const
  const money = (amount: number) => ({ amount, currency: 'EUR', tone: 'award' }) as const
  const { moments } = inOneLine([
    {
      moments: [
        { key: 'a', at: 9, about: 'Tea', money: money(-0.1), ...spend },
        { key: 'b', at: 9, about: 'Cake', money: money(-0.2), ...spend },
        { key: 'c', at: 8, icon: 'spend', name: 'Spend', money: money(-1) },
      ],
      hasMore: false,
    },
  ])
  expect(moments).toMatchObject([
    { key: 'a', about: 'Tea, Cake', money: { amount: -0.3 } },
    { key: 'c', money: { amount: -1 } },
  ])
})
