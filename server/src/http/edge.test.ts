import { once } from 'node:events'
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'

let server: TestServer
let business: TestBusiness
beforeAll(async () => {
  server = await startServer()
  business = await server.business()
})
afterAll(() => server.stop())

describe('an address that is not served', () => {
  test.each([
    ['GET', '/backoffice/v2/purchase'],
    ['POST', '/backoffice/v3/purchases'],
    ['DELETE', '/backoffice/v2/purchases'],
    ['PUT', '/nothing'],
  ] as const)('%s %s is 404, with the error body of every refusal', async (method, path) => {
    const { status, body, headers } = await business.call(method, `${path}?phone=99123456`)
    expect([status, body]).toMatchObject([
      404,
      {
        status: 404,
        message: 'There is nothing at this address.',
        error: 'CRM.EXCEPTIONS.ROUTENOTFOUNDEXCEPTION',
        parameters: [path],
        instance: headers['request-id'],
        retryable: false,
      },
    ])
    expect(headers['api-version']).toBe('2026-11-01')
  })
})

/** A request that has its body still to come. */
function requestOf(key: string, body: string): readonly [head: string, body: string] {
  const lines = [
    'POST /backoffice/v2/contacts HTTP/1.1',
    'host: localhost',
    `api_key: ${key}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
  ]
  return [`${lines.join('\r\n')}\r\n\r\n`, body]
}

test('a server that stops takes nothing new: whoever still asks is told 503, and when to ask again', async () => {
  const stopping = await startServer()
  const { key } = await stopping.business()
  const { port } = new URL(stopping.url)
  const socket = net.connect(Number(port), '127.0.0.1')
  let told = ''
  socket.on('data', (data) => {
    told += data
  })
  const [head, body] = requestOf(key, '{"code":"LATE"}')
  socket.write(head)
  // It has the head: an answer to a request before it on a line of its own says so.
  await fetch(`${stopping.url}/livez`)
  const stopped = stopping.stop()
  await expect.poll(() => fetch(`${stopping.url}/livez`).catch(() => 'closed')).toBe('closed')
  // Its body, and another request behind it on the same line.
  socket.write(`${body}${requestOf(key, body).join('')}`)
  await once(socket, 'close')
  await stopped
  const answers = told.split(/(?=HTTP\/1\.1 )/)
  expect(answers.length).toBeGreaterThan(0)
  for (const answer of answers) {
    expect(answer).toMatch(/^HTTP\/1\.1 503 /)
    expect(answer.toLowerCase()).toContain('\r\nretry-after: 2\r\n')
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      error: 'CRM.EXCEPTIONS.SERVICEUNAVAILABLEEXCEPTION',
      retryable: true,
    })
  }
})
