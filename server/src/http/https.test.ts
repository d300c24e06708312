import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'

const AS_HTTPS = { 'x-forwarded-proto': 'https' }
const FORBIDDEN = 'CRM.EXCEPTIONS.FORBIDDENEXCEPTION'

describe.each([
  ['behind a proxy that is trusted', ['127.0.0.0/8'], 200],
  ['behind none, whatever a client writes', [], 403],
  ['behind a proxy that is not trusted', ['10.0.0.0/8'], 403],
])('where HTTPS is required, %s', (_, proxies, asHttps) => {
  let server: TestServer
  let business: TestBusiness
  beforeAll(async () => {
    server = await startServer({ https: { required: true, proxies } })
    business = await server.business()
  })
  afterAll(() => server.stop())

  test('plain HTTP fails, with a key and without', async () => {
    for (const headers of [{}, { api_key: '' }]) {
      const { status, body } = await business.call('GET', 'contacts', undefined, headers)
      expect([status, body.error, body.message]).toEqual([403, FORBIDDEN, 'HTTPS is required.'])
    }
  })

  test(`HTTPS gets ${asHttps}`, async () => {
    expect((await business.call('GET', 'contacts', undefined, AS_HTTPS)).status).toBe(asHttps)
  })

  test('whether the process lives may be asked from within', async () => {
    for (const probe of ['livez', 'readyz']) expect((await fetch(`${server.url}/${probe}`)).status).toBe(200)
  })
})
