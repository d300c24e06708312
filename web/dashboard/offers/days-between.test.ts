import { expect, test } from 'vitest'
import { everyDay } from './days-between.ts'

test('days without anything are days as well', () => {
  expect(everyDay('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
  expect(everyDay('2026-03-01', '2026-03-01')).toEqual(['2026-03-01'])
  expect(everyDay('2020-01-01', '2026-03-01')).toHaveLength(400)
})
