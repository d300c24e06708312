import { TillbackError } from '@tillback/sdk'
import { expect, test } from 'vitest'
import { fieldProblemsOf } from './field-problems.tsx'

const refused = (path: string, message: string) =>
  new TillbackError({
    status: 400,
    code: 'CRM.EXCEPTIONS.INVALIDVALUEEXCEPTION',
    message: 'refused',
    detail: 'refused',
    parameters: [path],
    fieldErrors: [{ path, code: 'invalid', message }],
    requestId: undefined,
    retryable: false,
    retryAfterSeconds: undefined,
  })

test.each`
  path              | message                                                         | told
  ${'url'}          | ${'url is missing; text is needed'}                             | ${'Text is needed'}
  ${'url'}          | ${'url is "x; y\\" z"; an address is needed'}                   | ${'An address is needed'}
  ${'days'}         | ${'days is -1; it must be 0 or more'}                           | ${'It must be 0 or more'}
  ${'taps[0].code'} | ${'taps[0].code is a list of 2; text is needed; else left out'} | ${'Text is needed; else left out'}
  ${'code'}         | ${'code "A" is in use'}                                         | ${'Code "A" is in use'}
`('beside its field "$message" reads "$told"', ({ path, message, told }) => {
  expect([...fieldProblemsOf(refused(path, message))]).toEqual([[path, told]])
})

test('what is no refusal of fields says nothing of any', () => {
  expect(fieldProblemsOf(new Error('away')).size).toBe(0)
})
