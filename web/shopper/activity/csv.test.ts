import { expect, test } from 'vitest'
import type { PurchaseRow } from '../queries.ts'
import { csvOf } from './csv.ts'

test('a shop whose name looks like a formula or holds a quote stays a text', () => {
  const purchase = {
    date: 0,
    reference_number: '=1+1',
    organisation: { name: 'The "Corner", Ltd' },
    transaction_amounts: { total: 12.5 },
    rewards: { award: 0.5, spend: 0 },
    currency_code: 'EUR',
    state: 'POSTED',
  }
  const [, line] = csvOf([purchase as PurchaseRow]).split('\r\n')
  expect(line).toBe(`1970-01-01T00:00:00.000Z,'=1+1,"The ""Corner"", Ltd",12.5,0.5,0,EUR,POSTED`)
})
