import { expect, test } from 'vitest'
import type { Lot } from '../queries.ts'
import { nextExpiry } from './next-expiry.ts'

const day = (at: number) => `day ${Math.floor(at / 10)}`
const lot = (remaining: number, expires_on: number | null, state: Lot['state'] = 'SPENDABLE') =>
  ({ remaining, expires_on, state }) as Lot

test('what runs out next is all of its day, of what can be spent', () => {
  const lots = [
    lot(4, null),
    lot(2, 27),
    lot(1, 21),
    lot(3, 31),
    lot(9, 5, 'EXPIRED'),
    lot(9, 8, 'NOT_ACTIVATED'),
  ]
  expect(nextExpiry(lots, day)).toEqual({ amount: 3, day: 'day 2' })
  expect(nextExpiry([lot(4, null)], day)).toBeUndefined()
})
