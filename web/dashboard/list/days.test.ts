import { expect, test } from 'vitest'
import { between, dayOf, dayStart } from './days.ts'

test('a day that was chosen is read back, and what is no day narrows nothing', () => {
  expect(dayOf(dayStart('2026-03-29') ?? 0)).toBe('2026-03-29')
  expect(dayStart('29/03/2026')).toBeUndefined()
  expect(between(undefined, 'x')).toBeUndefined()
})

test('from one day until another holds the whole of both', () => {
  const span = between('2026-03-28', '2026-03-29')
  expect(dayOf(span?.gte ?? 0)).toBe('2026-03-28')
  expect(dayOf((span?.lt ?? 0) - 1)).toBe('2026-03-29')
  expect(dayOf(span?.lt ?? 0)).toBe('2026-03-30')
})
