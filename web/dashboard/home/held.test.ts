import { expect, test } from 'vitest'
import { dueIn, owedIn } from './held.ts'

const euro = { currency_code: 'EUR', available: 0, pending: 0, blocked: 0, expired_not_posted: 0 }
const whole = { in_wallets: 0, debts: 0, payouts_due: 0, passes_due: 0, passes_expired_not_posted: 0 }
const pool = { id: 'p', name: 'Drinks' }

test('what is owed is parted into what may be spent anywhere and what may not, to the cent', () => {
  const totals = [{ ...euro, ...whole, liability: 0.3, available: 0.2 }]
  const content = [
    { ...euro, pool, liability: 0.2 },
    { ...euro, pool: null, liability: 0.1 },
    { ...euro, currency_code: 'USD', pool: null, liability: 9 },
  ]
  const told = { currency: 'EUR', liability: 0.3, available: 0.2, open: 0.1, commerce: 0.2 }
  expect(owedIn({ totals, content })).toEqual([told])
  expect(owedIn({ totals, content: [] })).toMatchObject([{ open: 0, commerce: 0.3 }])
})

test('what falls due is told for each stretch of days, also for those in which nothing does', () => {
  const content = [
    { ...euro, pool, expiry: 'ZERO_TO_THIRTY' as const, liability: 0.1 },
    { ...euro, pool: { ...pool, id: 'q' }, expiry: 'ZERO_TO_THIRTY' as const, liability: 0.2 },
    { ...euro, pool: null, expiry: 'NEVER' as const, liability: 5 },
    { ...euro, pool, expiry: 'EXPIRED' as const, liability: 0 },
  ]
  expect(dueIn({ totals: [], content }, 'EUR')).toEqual([
    { band: 'ZERO_TO_THIRTY', open: 0, commerce: 0.3 },
    { band: 'THIRTY_TO_SIXTY', open: 0, commerce: 0 },
    { band: 'SIXTY_TO_NINETY', open: 0, commerce: 0 },
    { band: 'NINETY_PLUS', open: 0, commerce: 0 },
    { band: 'NEVER', open: 5, commerce: 0 },
  ])
})
