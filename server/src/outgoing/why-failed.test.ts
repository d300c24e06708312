import { once } from 'node:events'
import https from 'node:https'
import net from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { trustedCertificate } from '../../test/trusted-certificate.ts'
import { call } from './call.ts'
import { whyFailed } from './why-failed.ts'

const open: net.Server[] = []
afterAll(() => {
  for (const each of open) each.close()
})

async function portOf(server: net.Server): Promise<number> {
  open.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** What is told of a call to this address. */
async function told(url: string, resolve = async () => [{ address: '127.0.0.1', family: 4 }]) {
  const options = { allowed: { networks: ['127.0.0.0/8'] }, withinMs: 2_000, at: new Date(), resolve }
  return (await call({ url, body: '{}', headers: {} }, options)).error
}

const coded = (code: string, message: string, more: object = {}) =>
  Object.assign(new Error(message), { code, ...more })

describe('of a call that came to nothing it is told in words', () => {
  test('that nobody has the name', async () => {
    const nobody = async () => {
      throw coded('ENOTFOUND', 'getaddrinfo ENOTFOUND shop.example', { hostname: 'shop.example' })
    }
    expect(await told('https://shop.example/', nobody)).toBe('the name shop.example is not known (ENOTFOUND)')
  })

  test('that the connection was refused', async () => {
    const closed = net.createServer()
    const port = await portOf(closed)
    closed.close()
    expect(await told(`http://127.0.0.1:${port}/`)).toBe(
      `the connection was refused at 127.0.0.1, port ${port} (ECONNREFUSED)`,
    )
  })

  test('that it was cut', async () => {
    const port = await portOf(net.createServer((socket) => socket.on('data', () => socket.destroy())))
    expect(await told(`http://127.0.0.1:${port}/`)).toBe(
      'the connection was cut before there was an answer (ECONNRESET)',
    )
  })

  test('that what came back is no answer', async () => {
    const port = await portOf(net.createServer((socket) => socket.end('hello\r\n\r\n')))
    expect(await told(`http://127.0.0.1:${port}/`)).toMatch(/^what came back is not HTTP \(HPE_\w+\)$/)
    expect(await told(`https://127.0.0.1:${port}/`)).toMatch(/^no secure connection could be made.* \(\w+\)$/)
  })

  test('that its certificate is for another name', async () => {
    const port = await portOf(https.createServer(await trustedCertificate()))
    expect(await told(`https://shop.example:${port}/`)).toBe(
      'its certificate is for another name (ERR_TLS_CERT_ALTNAME_INVALID)',
    )
  })
})

test.each([
  [coded('CERT_HAS_EXPIRED', 'certificate has expired'), 'its certificate has expired (CERT_HAS_EXPIRED)'],
  // Some libraries have codes of their own.
  [coded('ESOCKET', 'connect ECONNREFUSED 127.0.0.1:25'), 'the connection was refused (ECONNREFUSED)'],
  [coded('EDNS', 'getaddrinfo ENOTFOUND mail.example'), 'its name is not known (ENOTFOUND)'],
  [coded('EAUTH', 'Invalid login'), 'Invalid login'],
  ['odd', 'odd'],
])('%s is told as: %s', (error, says) => {
  expect(whyFailed(error)).toBe(says)
})
