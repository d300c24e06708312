import { ConnectionError, PermissionError, TillbackError } from '@tillback/sdk'
import { describe, expect, test } from 'vitest'
import { tellProblem } from './tell-problem.ts'
import type { KitWords } from './words.ts'

const words: KitWords = {
  locale: 'en-GB',
  copy: (what) => `Copy ${what}`,
  copied: (what) => `Copied ${what}`,
  copyRefused: 'Select it',
  loading: 'Loading',
  retry: 'Try again',
  requestId: 'request id',
  noAnswer: 'Nobody answers',
  noAnswerAdvice: 'Wait',
  notAllowed: 'You may not see this',
  scopeNeeded: (scope) => `${scope} is needed`,
  unexpected: 'Something went wrong',
  close: 'Close',
  cancel: 'Cancel',
  typeToConfirm: (what) => `Type ${what}`,
  showTable: 'Table',
  showChart: 'Chart',
  downloadCsv: 'CSV',
  progress: (done) => String(done),
  point: (name, value) => `${name}: ${value}`,
  theme: { change: 'Look', system: 'As the device', light: 'Light', dark: 'Dark' },
}
const failure = {
  status: 400,
  code: '',
  message: 'Record not found.',
  detail: 'No purchase is known by "R-7".',
  parameters: ['ledger:read'],
  fieldErrors: [],
  requestId: 'req_1',
  retryable: false,
  retryAfterSeconds: undefined,
}

describe('tellProblem', () => {
  test('tells a refusal as the server does', () => {
    const told = { title: 'Record not found.', text: 'No purchase is known by "R-7".' }
    expect(tellProblem(new TillbackError(failure), words)).toEqual(told)
  })

  test('tells a refusal in the words of an app that speaks another language', () => {
    const greek = { ...words, refusals: { NOTFOUNDEXCEPTION: 'Δεν βρέθηκε.' } }
    const refused = new TillbackError({ ...failure, code: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION' })
    expect(tellProblem(refused, greek)).toEqual({ title: 'Δεν βρέθηκε.', text: '' })
  })

  test('does not say the same twice', () => {
    const { text } = tellProblem(new TillbackError({ ...failure, detail: failure.message }), words)
    expect(text).toBe('')
  })

  test('names the scope that is missing', () => {
    const { title, text } = tellProblem(new PermissionError(failure), words)
    expect(title).toBe(words.notAllowed)
    expect(text).toContain('ledger:read')
  })

  test('says that nobody answered, without the words of the network', () => {
    expect(tellProblem(new ConnectionError(failure), words).title).toBe(words.noAnswer)
  })

  test('hides no mistake of the page itself', () => {
    expect(tellProblem(new TypeError('x is undefined'), words).text).toContain('x is undefined')
  })
})
