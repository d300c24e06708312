import { afterEach, describe, expect, test } from 'vitest'
import { type FakeServer, fakeServer, type Scripted } from '../test/server.ts'
import { ConnectionError, ServerError, type TillbackError } from './index.ts'

const sale = { reference_number: 'R-1', transaction_amounts: { total: '12.50' } }
const soon = { 'retry-after': '0' }

let server: FakeServer
const started = async (...script: readonly Scripted[]) => {
  server = await fakeServer(...script)
  return server
}
afterEach(() => server.stop())

describe('a request', () => {
  test('carries the key, the body and a key of its own', async () => {
    const { client, arrived } = await started({ json: { id: '1' } })
    await client().purchases.submit(sale)
    expect(arrived).toMatchObject([
      {
        method: 'POST',
        url: '/backoffice/v2/purchases',
        body: sale,
        headers: {
          authorization: 'Bearer tb_test_key',
          'content-type': 'application/json',
          'idempotency-key': expect.stringMatching(/^[0-9a-f-]{36}$/),
        },
      },
    ])
  })

  test('has another key for another call, and the given one when one is given', async () => {
    const { client, arrived } = await started({})
    await client().purchases.submit(sale)
    await client().purchases.submit(sale)
    await client().purchases.submit(sale, { idempotencyKey: 'till-7' })
    const keys = arrived.map(({ headers }) => headers['idempotency-key'])
    expect(new Set(keys).size).toBe(3)
    expect(keys[2]).toBe('till-7')
  })

  test('writes nested filters in brackets, leaves out what is undefined and has no key', async () => {
    const { client, arrived } = await started({})
    await client().purchases.list({ page: 2, date: { gte: 5 }, contact_id: 'a b&c', ...{ state: undefined } })
    expect(arrived[0]?.url).toBe('/backoffice/v2/purchases?page=2&date%5Bgte%5D=5&contact_id=a%20b%26c')
    expect(arrived[0]?.headers['idempotency-key']).toBeUndefined()
  })

  test('asks for texts in the language of the client, and for none where it has none', async () => {
    const { client, arrived } = await started({}, {})
    await client({ language: 'el' }).purchases.list()
    await client().purchases.list()
    const asked = arrived.map(({ headers }) => headers['accept-language'])
    expect(asked).toEqual(['el', '*'])
  })

  test('takes query fields beside a body as an option', async () => {
    const { client, arrived } = await started({})
    await client().purchases.submit(sale, { query: { simulate: true } })
    expect(arrived[0]).toMatchObject({ url: '/backoffice/v2/purchases?simulate=true', body: sale })
  })

  test('keeps a path below the base address, with or without a slash', async () => {
    const { client, url, arrived } = await started({})
    await client({ baseUrl: `${url}/rewards/` }).purchases.get('a/b?c')
    expect(arrived[0]?.url).toBe('/rewards/backoffice/v2/purchases/a%2Fb%3Fc')
  })

  test.each(['', '.', '..'])('with the id "%s" is not sent: it would address something else', async (id) => {
    const { client, arrived } = await started({})
    await expect(client().purchases.cancel(id)).rejects.toThrow(TypeError)
    expect(arrived).toEqual([])
  })

  test('goes through the fetch that was given', async () => {
    const { client, arrived } = await started({})
    const answer = async () => new Response('{"id":"other"}')
    expect(await client({ fetch: answer }).purchases.get('1')).toEqual({ id: 'other' })
    expect(arrived).toEqual([])
  })
})

describe('a failed try', () => {
  test.each`
    failure                                                | tries
    ${'drop'}                                              | ${2}
    ${{ status: 429, headers: soon }}                      | ${2}
    ${{ status: 503, headers: soon }}                      | ${2}
    ${{ status: 500 }}                                     | ${2}
    ${{ status: 502, text: '<h1>Bad' }}                    | ${2}
    ${{ status: 504 }}                                     | ${2}
    ${{ status: 400 }}                                     | ${1}
    ${{ status: 401 }}                                     | ${1}
    ${{ status: 403 }}                                     | ${1}
    ${{ status: 404 }}                                     | ${1}
    ${{ status: 408 }}                                     | ${1}
    ${{ status: 409 }}                                     | ${1}
    ${{ status: 501 }}                                     | ${1}
    ${{ text: '<h1>Not the API' }}                         | ${1}
    ${{ status: 429, headers: { 'retry-after': '3600' } }} | ${1}
  `('with $failure is tried $tries times', async ({ failure, tries }) => {
    const { client, arrived } = await started(failure, { json: { id: '1' } })
    const outcome = await client()
      .purchases.submit(sale)
      .catch((error: unknown) => error)
    expect(arrived).toHaveLength(tries)
    if (tries === 2) expect(outcome).toEqual({ id: '1' })
    else expect(outcome).toBeInstanceOf(Error)
  })

  test('is tried again with the same idempotency key and body', async () => {
    const { client, arrived } = await started('drop', { status: 503, headers: soon }, { json: { id: '1' } })
    await client().purchases.submit(sale)
    expect(arrived).toHaveLength(3)
    expect(new Set(arrived.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
    expect(new Set(arrived.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  })

  test('is final after maxRetries', async () => {
    const { client, arrived } = await started({ status: 503, headers: soon })
    await expect(client().purchases.get('1')).rejects.toBeInstanceOf(ServerError)
    expect(arrived).toHaveLength(3)
    await expect(client({ maxRetries: 0 }).purchases.get('1')).rejects.toBeInstanceOf(ServerError)
    expect(arrived).toHaveLength(4)
  })

  test('waits as long as the server asks', async () => {
    const { client } = await started({ status: 503, headers: { 'retry-after': '1' } }, {})
    const began = performance.now()
    await client().purchases.get('1')
    expect(performance.now() - began).toBeGreaterThanOrEqual(1_000)
  })

  test('that takes too long is ended and told', async () => {
    const { client, arrived } = await started('hang')
    const call = client({ timeout: 50, maxRetries: 1 }).purchases.submit(sale)
    const error: TillbackError = await call.then(Promise.reject, (thrown) => thrown)
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({
      status: 0,
      retryable: true,
      message: expect.stringContaining('within 50 ms'),
    })
    expect(arrived).toHaveLength(2)
  })

  test('to nobody tells where it was sent, not what', async () => {
    const { client, url, stop } = await started({})
    await stop()
    const call = client({ maxRetries: 0 }).purchases.list({ contact_id: 'secret' })
    await expect(call).rejects.toMatchObject({
      name: 'ConnectionError',
      message: `${url} could not be reached.`,
    })
  })

  test('does not follow a redirect, which would carry the key along', async () => {
    const { client, arrived } = await started({ status: 307, headers: { location: '/elsewhere' } })
    await expect(client({ maxRetries: 0 }).purchases.submit(sale)).rejects.toBeInstanceOf(ConnectionError)
    expect(arrived).toHaveLength(1)
  })
})

describe('the signal of the caller', () => {
  test('ends a call that hangs, with the reason of the caller', async () => {
    const { client, arrived } = await started('hang')
    const reason = new Error('the clerk pressed Esc')
    await expect(client().purchases.get('1', { signal: abortedAfter(50, reason) })).rejects.toBe(reason)
    expect(arrived).toHaveLength(1)
  })

  test('ends a pause between two tries', async () => {
    const { client, arrived } = await started({ status: 503, headers: { 'retry-after': '20' } })
    const reason = new Error('closed')
    await expect(client().purchases.get('1', { signal: abortedAfter(50, reason) })).rejects.toBe(reason)
    expect(arrived).toHaveLength(1)
  })
})

function abortedAfter(milliseconds: number, reason: Error): AbortSignal {
  const controller = new AbortController()
  setTimeout(() => controller.abort(reason), milliseconds)
  return controller.signal
}
