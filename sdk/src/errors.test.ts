import { afterEach, expect, test } from 'vitest'
import { type FakeServer, fakeServer } from '../test/server.ts'
import { NotFoundError, TillbackError, ValidationError } from './index.ts'

let server: FakeServer
afterEach(() => server.stop())

async function thrownFor(status: number, json: unknown): Promise<unknown> {
  server = await fakeServer({ status, json, headers: { 'request-id': 'req_1' } })
  return server
    .client({ maxRetries: 0 })
    .purchases.get('X1')
    .catch((error: unknown) => error)
}

test('an error has all that the answer says', async () => {
  const error = await thrownFor(400, {
    status: 400,
    message: 'A value is not acceptable.',
    error: 'CRM.EXCEPTIONS.INVALIDVALUEEXCEPTION',
    parameters: ['date', 'tomorrow'],
    detail: 'date is "tomorrow"; epoch seconds are needed',
    instance: 'req_1',
    field_errors: [
      { path: 'date', code: 'invalid', message: 'date is "tomorrow"; epoch seconds are needed' },
    ],
    retryable: false,
  })
  expect(error).toBeInstanceOf(ValidationError)
  expect(error).toBeInstanceOf(TillbackError)
  expect(error).toMatchObject({
    name: 'ValidationError',
    status: 400,
    code: 'CRM.EXCEPTIONS.INVALIDVALUEEXCEPTION',
    message: 'A value is not acceptable.',
    detail: 'date is "tomorrow"; epoch seconds are needed',
    parameters: ['date', 'tomorrow'],
    fieldErrors: [{ path: 'date', code: 'invalid', message: 'date is "tomorrow"; epoch seconds are needed' }],
    requestId: 'req_1',
    retryable: false,
  })
})

test.each`
  status | code                                                                 | name
  ${400} | ${'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION'}                                | ${'NotFoundError'}
  ${404} | ${'CRM.EXCEPTIONS.ROUTENOTFOUNDEXCEPTION'}                           | ${'NotFoundError'}
  ${400} | ${'CRM.EXCEPTIONS.INVALIDVALUEEXCEPTION'}                            | ${'ValidationError'}
  ${400} | ${'CRM.EXCEPTIONS.REQUIREDFIELDEXCEPTION'}                           | ${'ValidationError'}
  ${400} | ${'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION'}                           | ${'ConflictError'}
  ${400} | ${'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION'}                            | ${'ConflictError'}
  ${400} | ${'CRM.EXCEPTIONS.IDEMPOTENCYKEYREUSEDEXCEPTION'}                    | ${'ConflictError'}
  ${409} | ${'CRM.EXCEPTIONS.REQUESTINPROGRESSEXCEPTION'}                       | ${'ConflictError'}
  ${401} | ${'CRM.EXCEPTIONS.UNAUTHORIZEDEXCEPTION'}                            | ${'AuthenticationError'}
  ${403} | ${'CRM.EXCEPTIONS.FORBIDDENEXCEPTION'}                               | ${'PermissionError'}
  ${429} | ${'CRM.EXCEPTIONS.TOOMANYATTEMPTSEXCEPTION'}                         | ${'RateLimitedError'}
  ${500} | ${'CRM.EXCEPTIONS.INTERNALEXCEPTION'}                                | ${'ServerError'}
  ${503} | ${'CRM.EXCEPTIONS.SERVICEUNAVAILABLEEXCEPTION'}                      | ${'ServerError'}
  ${400} | ${'CRM.EXCEPTIONS.CANNOTSPENDAMOUNTWALLETBALANCENOTENOUGHEXCEPTION'} | ${'TillbackError'}
`('$status $code is a $name', async ({ status, code, name }) => {
  expect(await thrownFor(status, { error: code })).toMatchObject({ name, status, code })
})

test('an answer of a proxy in between still is an error with its status', async () => {
  server = await fakeServer({ status: 502, text: '<h1>Bad gateway</h1>' })
  const call = server.client({ maxRetries: 0 }).purchases.get('X1')
  await expect(call).rejects.toMatchObject({
    name: 'ServerError',
    status: 502,
    code: '',
    message: 'The server answered 502.',
    retryable: true,
  })
})

test('a subclass is caught without reading codes', async () => {
  const error = await thrownFor(400, {
    error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
    parameters: ['contact', 'X1'],
  })
  expect(error instanceof NotFoundError && error.parameters).toEqual(['contact', 'X1'])
})
