import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, isReachable, targetOf } from '../outgoing/index.ts'

const nothingAllowed = { networks: [] }
const at = new Date()

let canary: Server
let connections = 0
let port = 0
beforeAll(async () => {
  canary = createServer((socket) => {
    connections += 1
    socket.end()
  })
  await new Promise<void>((resolve) => canary.listen(0, '::', resolve))
  const address = canary.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => canary.close())

/** Ways of writing addresses that are not public, as attackers do. */
const HOSTILE_HOSTS = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0177.0.0.1',
  '017700000001',
  '127.0.0.1.',
  '127.127.127.127',
  '0.0.0.0',
  '0',
  '10.0.0.1',
  '10.255.255.255',
  '167772161',
  '0x0a000001',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '192.168.1.254',
  '3232235777',
  '169.254.169.254',
  '2852039166',
  '0xa9fea9fe',
  '0251.0376.0251.0376',
  '169.254.170.2',
  '100.64.0.1',
  '100.127.255.254',
  '192.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:10.0.0.1]',
  '[::ffff:169.254.169.254]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::1]',
  '[100::1]',
  '[fc00::1]',
  '[fd00::1]',
  '[fd00:ec2::254]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[2001:db8::1]',
  '[2002:7f00:1::]',
  '[2001::1]',
  '[3fff::1]',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
]

describe('no webhook reaches an address that is not public', () => {
  test.each(HOSTILE_HOSTS)(
    'written as %s: refused when it is entered and when it is called',
    async (host) => {
      const url = `https://${host}:${port}/`
      expect(() => targetOf(url, 'LIVE', nothingAllowed)).toThrow(/url/)
      const answered = await call(
        { url: `http://${host}:${port}/`, body: '{}', headers: {} },
        { allowed: nothingAllowed, withinMs: 2_000, at },
      )
      expect(answered.status).toBeUndefined()
      expect(answered.error).toMatch(/public address|has no address|ENOTFOUND|EAI_AGAIN/)
      expect(connections).toBe(0)
    },
  )

  test('behind a name of which one address is public and another is not: not even the public one is called', async () => {
    const answered = await call(
      { url: `http://rebinding.example:${port}/`, body: '{}', headers: {} },
      {
        allowed: nothingAllowed,
        withinMs: 2_000,
        at,
        resolve: async () => [
          { address: '93.184.215.14', family: 4 },
          { address: '127.0.0.1', family: 4 },
        ],
      },
    )
    expect(answered.error).toMatch('rebinding.example leads to 127.0.0.1')
    expect(connections).toBe(0)
  })

  test('the name is looked up once, and the connection goes to the address that was checked', async () => {
    let asked = 0
    await call(
      { url: `http://changing.example:${port}/`, body: '{}', headers: {} },
      {
        allowed: { networks: ['127.0.0.2/32'] },
        withinMs: 2_000,
        at,
        resolve: async () => {
          asked += 1
          return [{ address: asked === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }]
        },
      },
    )
    expect(asked).toBe(1)
    expect(connections).toBe(1)
    connections = 0
  })

  test("an operator's own network may be allowed; where clouds answer for the machine never", () => {
    const allowed = { networks: ['10.1.0.0/16', '169.254.0.0/16', 'fd12::/16'] }
    expect(isReachable('10.1.2.3', allowed)).toBe(true)
    expect(isReachable('fd12::1', allowed)).toBe(true)
    expect(isReachable('10.2.0.1', allowed)).toBe(false)
    expect(isReachable('169.254.169.254', allowed)).toBe(false)
  })

  test('public addresses are reached', () => {
    for (const address of ['93.184.215.14', '8.8.8.8', '2606:2800:21f:cb07::1']) {
      expect(isReachable(address, nothingAllowed)).toBe(true)
    }
  })
})

describe('the address of an endpoint', () => {
  test.each([
    ['http://example.com/', /https/],
    ['ftp://example.com/', /https address/],
    ['nonsense', /https address/],
    ['https://user:secret@example.com/', /password/],
    ['javascript:alert(1)', /https address/],
  ])('%s is refused in LIVE mode, saying what is needed', (url, why) => {
    expect(() => targetOf(url, 'LIVE', nothingAllowed)).toThrow(why)
  })
})
