import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, startServer, type TestServer } from '../../test/harness.ts'
import { epochSeconds, later, MINUTE, SECOND } from '../kit/time.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const as = (key: string, path = 'organisations') => ask(server.url, key, { method: 'GET', path })

async function keyOf(scopes: readonly string[], more: object = {}) {
  const business = await server.business()
  const { body } = await business.call('POST', 'api_keys', { name: 'till', scopes, ...more })
  return { ...business, made: body }
}

describe('rolling a key', () => {
  test('the new one works at once and the old one until the overlap ends, each showing where it stands', async () => {
    const start = server.clock.now
    const { call, made } = await keyOf(['organisations:read'])
    const { status, body } = await call('POST', `api_keys/${made.id}/roll`, { overlap_seconds: 60 })
    expect(status).toBe(200)
    expect(body.key).not.toBe(made.key)
    expect(body).toMatchObject({
      name: 'till',
      scopes: ['organisations:read'],
      rolled_to: null,
      expires_on: null,
    })
    expect(body.replaced).toMatchObject({
      id: made.id,
      rolled_to: body.id,
      expires_on: epochSeconds(start) + 60,
    })
    expect([(await as(made.key)).status, (await as(body.key)).status]).toEqual([200, 200])
    server.clock.now = later(start, 61 * SECOND)
    expect([(await as(made.key)).status, (await as(body.key)).status]).toEqual([401, 200])
    server.clock.now = start
  })

  test('without an overlap the old one is refused at once', async () => {
    const { call, made } = await keyOf(['organisations:read'])
    expect((await as(made.key)).status).toBe(200)
    await call('POST', `api_keys/${made.id}/roll`, { overlap_seconds: 0 })
    expect((await as(made.key)).status).toBe(401)
  })

  test('of many rolls at once one makes a key, and the others name it', async () => {
    const { call, made } = await keyOf(['organisations:read'])
    const rolls = await Promise.all(
      Array.from({ length: 8 }, () => call('POST', `api_keys/${made.id}/roll`, {})),
    )
    const [done, ...more] = rolls.filter(({ status }) => status === 200)
    expect(more).toEqual([])
    for (const { body } of rolls.filter(({ status }) => status !== 200)) {
      expect(body.error).toBe('CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION')
      expect(body.detail).toContain(done?.body.id)
    }
    expect((await call('GET', 'api_keys')).body.content).toHaveLength(3)
  })

  test('nobody gets more than they have by rolling a key that may do more', async () => {
    const { call, made } = await keyOf(['keys:write', 'offers:read'])
    const { body: strong } = await call('POST', 'api_keys', { name: 'strong', scopes: ['*'] })
    const roll = await ask(server.url, made.key, {
      method: 'POST',
      path: `api_keys/${strong.id}/roll`,
      body: {},
    })
    expect(roll).toMatchObject({ status: 403, body: { parameters: ['*'] } })
    expect((await as(strong.key)).status).toBe(200)
  })

  test('the end of a key stays its end', async () => {
    const ends = epochSeconds(server.clock.now) + 30
    const { call, made } = await keyOf(['organisations:read'], { expires_on: ends })
    const { body } = await call('POST', `api_keys/${made.id}/roll`, { overlap_seconds: 3_600 })
    expect([body.expires_on, body.replaced.expires_on]).toEqual([ends, ends])
  })

  test('a revoked key is not rolled', async () => {
    const { call, made } = await keyOf(['organisations:read'])
    await call('DELETE', `api_keys/${made.id}`)
    const { body } = await call('POST', `api_keys/${made.id}/roll`, {})
    expect(body).toMatchObject({
      error: 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION',
      parameters: ['api_key', made.id, 'revoked'],
    })
  })
})

describe('the last use of a key', () => {
  test('is shown with its address, written in rounds and at most once a minute', async () => {
    const start = server.clock.now
    const { call, made } = await keyOf(['organisations:read'])
    const told = async () => {
      const { last_used_on, last_used_from } = (await call('GET', `api_keys/${made.id}`)).body
      return [last_used_on, last_used_from]
    }
    await as(made.key)
    expect(await told()).toEqual([null, null])
    await server.writeKeyUses()
    expect(await told()).toEqual([epochSeconds(start), '127.0.0.1'])
    server.clock.now = later(start, 30 * SECOND)
    await as(made.key)
    await server.writeKeyUses()
    expect(await told()).toEqual([epochSeconds(start), '127.0.0.1'])
    server.clock.now = later(start, MINUTE)
    await as(made.key)
    await server.writeKeyUses()
    expect(await told()).toEqual([epochSeconds(start) + 60, '127.0.0.1'])
    server.clock.now = start
  })

  test('of a publishable key is kept without the address, which would be a shopper’s', async () => {
    const { call, made } = await keyOf([], { kind: 'PUBLISHABLE' })
    expect((await as(made.key)).status).toBe(403)
    await server.writeKeyUses()
    expect((await call('GET', `api_keys/${made.id}`)).body).toMatchObject({
      last_used_on: epochSeconds(server.clock.now),
      last_used_from: null,
    })
  })
})
