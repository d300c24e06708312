import { TillbackError } from '@tillback/sdk'
import { expect, test } from 'vitest'
import { en } from '../texts/en.ts'
import { whyRefused } from './why-refused.ts'

const refused = (code: string, more: Partial<TillbackError> = {}) =>
  new TillbackError({
    status: 400,
    code: `CRM.EXCEPTIONS.${code}`,
    message: 'No',
    detail: 'No',
    parameters: [],
    fieldErrors: [],
    requestId: undefined,
    retryable: false,
    retryAfterSeconds: undefined,
    ...more,
  })
const wrong = (path: string) => ({ fieldErrors: [{ path, code: 'invalid', message: 'No' }] })

test.each([
  ['ALREADYEXISTSEXCEPTION', { parameters: ['claim', 'R1', 'OWN'] }, 'own'],
  ['ALREADYEXISTSEXCEPTION', { parameters: ['claim', 'R1', 'OTHERS'] }, 'others'],
  ['NOTFOUNDEXCEPTION', { parameters: ['receipt', 'R1'] }, 'unknown'],
  ['INVALIDSTATEEXCEPTION', { parameters: ['receipt', 'R1', 'CANCELLED'] }, 'cancelled'],
  ['INVALIDSTATEEXCEPTION', { parameters: ['receipt', 'R1', 'RETURNED'] }, 'returned'],
  ['TOOMANYATTEMPTSEXCEPTION', { status: 429 }, 'tooMany'],
  ['INVALIDVALUEEXCEPTION', wrong('date'), 'tooOld'],
  ['INVALIDVALUEEXCEPTION', wrong('transaction_amounts.total'), 'otherAmount'],
  ['INVALIDVALUEEXCEPTION', wrong('transaction_code'), 'noReceipt'],
] as const)('%s %o is told in plain words', (code, more, name) => {
  expect(whyRefused(refused(code, more), en.scan)).toBe(en.scan.why[name])
})

test('any other failure is not made into one of them', () => {
  expect(whyRefused(refused('INTERNALEXCEPTION'), en.scan)).toBeUndefined()
  expect(whyRefused(new Error('no line'), en.scan)).toBeUndefined()
})
