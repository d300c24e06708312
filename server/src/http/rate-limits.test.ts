import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, ask, startServer, type TestServer } from '../../test/harness.ts'
import { createApiKey } from '../access/index.ts'
import { API_VERSION } from './index.ts'
import { networkOf } from './rate-limits.ts'

// Nothing comes back while a test runs.
const HOUR = 3_600
const quota = (of: number) => ({ quota: of, seconds: HOUR })
const limits = {
  LIVE: { read: quota(20), write: quota(20) },
  TEST: { read: quota(30), write: quota(5) },
  address: quota(40),
}
const TOO_MANY = 'CRM.EXCEPTIONS.TOOMANYREQUESTSEXCEPTION'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ limits, https: { required: false, proxies: ['127.0.0.0/8'] } })
})
afterAll(() => server.stop())

let addresses = 0
/** An address of its own, so that tests do not meet at theirs. */
function anAddress(): Record<string, string> {
  addresses += 1
  return { 'x-forwarded-for': `198.51.100.${addresses}` }
}

const statuses = (answers: readonly Answer[]) =>
  Object.fromEntries([...Map.groupBy(answers, ({ status }) => status)].map(([of, all]) => [of, all.length]))

const atOnce = (times: number, run: () => Promise<Answer>) =>
  Promise.all(Array.from({ length: times }, () => run()))

test('of requests that come at once exactly the quota is answered, and the rest is told when to come back', async () => {
  const { call } = await server.business()
  const from = anAddress()
  const answers = await atOnce(100, () => call('GET', 'contacts', undefined, from))
  expect(statuses(answers)).toEqual({ 200: 30, 429: 70 })
  for (const { status, body, headers } of answers) {
    expect(headers['ratelimit-policy']).toBe(`"read";q=30;w=${HOUR}`)
    if (status === 200) continue
    expect(headers.ratelimit).toMatch(/^"read";r=0;t=3[56]\d\d$/)
    expect([body.error, body.retryable, body.parameters]).toEqual([TOO_MANY, true, ['read', '30', '3600']])
    expect(Number(headers['retry-after'])).toBeGreaterThan(100)
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(120)
    expect(headers['request-id']).toMatch(/^req_/)
  }
  const left = answers.filter(({ status }) => status === 200).map(({ headers }) => headers.ratelimit)
  expect(new Set(left.map((each) => Number(/r=(\d+)/.exec(each ?? '')?.[1]))).size).toBe(30)
})

test('reads and writes are counted apart, and what was refused for its content counts', async () => {
  const { call } = await server.business()
  const answers: Answer[] = []
  for (let each = 0; each < 7; each++) answers.push(await call('POST', 'purchases', {}))
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 429, 429])
  expect(answers.map(({ headers }) => /r=\d+/.exec(headers.ratelimit ?? '')?.[0])).toEqual([
    'r=4',
    'r=3',
    'r=2',
    'r=1',
    'r=0',
    'r=0',
    'r=0',
  ])
  expect((await call('GET', 'contacts')).status).toBe(200)
})

test('TEST and LIVE keys have limits of their own', async () => {
  const test = await server.business({ mode: 'TEST' })
  const live = await server.business({ mode: 'LIVE' })
  expect(statuses(await atOnce(40, () => test.call('GET', 'contacts')))).toEqual({ 200: 30, 429: 10 })
  expect(statuses(await atOnce(40, () => live.call('GET', 'contacts')))).toEqual({ 200: 20, 429: 20 })
})

test('a flood by one key refuses nothing of another key of the same business and address', async () => {
  const flooding = await server.business()
  const other = await flooding.work((work) =>
    createApiKey(work, { name: 'other', kind: 'SECRET', scopes: ['*'], apiVersion: API_VERSION }),
  )
  const from = anAddress()
  const flood = atOnce(300, () => flooding.call('GET', 'contacts', undefined, from))
  const answers = await atOnce(30, () =>
    ask(server.url, other.key, { method: 'GET', path: 'contacts', headers: from }),
  )
  expect(statuses(answers)).toEqual({ 200: 30 })
  expect(statuses(await flood)).toEqual({ 200: 30, 429: 270 })
})

test('keys that are not known are limited by address, and good keys of that address are not', async () => {
  const { call, key } = await server.business()
  const from = anAddress()
  const wrong = () =>
    ask(server.url, key.replace(/.{10}$/, 'aaaaaaaaaa'), { method: 'GET', path: 'contacts', headers: from })
  expect((await call('GET', 'contacts', undefined, from)).status).toBe(200)
  const answers = await atOnce(60, wrong)
  expect(statuses(answers)).toEqual({ 401: 40, 429: 20 })
  expect(answers.find(({ status }) => status === 429)?.headers['ratelimit-policy']).toBe(
    `"address";q=40;w=${HOUR}`,
  )
  expect((await call('GET', 'contacts', undefined, from)).status).toBe(200)
  expect((await ask(server.url, '', { method: 'GET', path: 'contacts', headers: from })).status).toBe(429)
  expect((await ask(server.url, '', { method: 'GET', path: 'contacts', headers: anAddress() })).status).toBe(
    401,
  )
})

test('whoever signs in is limited by address', async () => {
  const from = anAddress()
  let names = 0
  // A name each, as guessing at one is slowed down by itself.
  const signIn = () => ({ username: `nobody ${++names}`, password: 'a long password', mode: 'TEST' })
  const answers = await atOnce(50, () =>
    ask(server.url, '', { method: 'POST', path: 'users/authenticate', body: signIn(), headers: from }),
  )
  expect(statuses(answers)).toEqual({ 400: 40, 429: 10 })
})

test('a body of many rows costs by its rows', async () => {
  const { call } = await server.business()
  const products = Array.from({ length: 1_000 }, (_, at) => ({ sku: `S${at}`, name: `Product ${at}` }))
  const first = await call('POST', 'synchronise_products', { products })
  expect(first.status).toBe(200)
  expect((await call('POST', 'purchases', {})).status).toBe(429)
})

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('the network of %s is %s', (address, network) => expect(networkOf(address)).toBe(network))
