import { expect, test } from 'vitest'
import { byMonth } from './expiries.ts'

const on = (day: string) => Math.floor(new Date(`${day}T12:00`).getTime() / 1_000)

test('money is told by the month in which it expires, the soonest first, and what stays at the end', () => {
  const months = byMonth([
    { remaining: 5, expires_on: null },
    { remaining: 0.1, expires_on: on('2027-01-31') },
    { remaining: 1, expires_on: on('2026-12-01') },
    { remaining: 0.2, expires_on: on('2027-01-01') },
  ])
  expect(months).toEqual([
    { first: '2026-12-01', amount: 1 },
    { first: '2027-01-01', amount: 0.3 },
    { first: undefined, amount: 5 },
  ])
  expect(byMonth([])).toEqual([])
})
