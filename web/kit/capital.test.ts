import { expect, test } from 'vitest'
import { capital } from './capital.ts'

test('a name begins with a capital in every language, and in Greek keeps its accent', () => {
  expect(['request id', 'όνομα', 'Ώρες ησυχίας', 'wallet code', ''].map(capital)).toEqual([
    'Request id',
    'Όνομα',
    'Ώρες ησυχίας',
    'Wallet code',
    '',
  ])
})
