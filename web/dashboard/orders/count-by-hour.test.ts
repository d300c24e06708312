import { expect, test } from 'vitest'
import { countByHour } from './count-by-hour.ts'

const HOUR = 3_600
const now = 100 * HOUR + 600

test('orders are counted by whole hours of the last day, the present one last; older ones are left out', () => {
  const { total, hours } = countByHour([now, 100 * HOUR, 100 * HOUR - 1, 77 * HOUR, 77 * HOUR - 1], now)
  expect([total, hours.length]).toEqual([4, 24])
  expect(hours.filter(({ count }) => count > 0)).toEqual([
    { from: 77 * HOUR, count: 1 },
    { from: 99 * HOUR, count: 1 },
    { from: 100 * HOUR, count: 2 },
  ])
})
