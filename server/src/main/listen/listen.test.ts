import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { connect, createServer as createProxy, type Server, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../../test/harness.ts'
import { openShop, type Shop } from '../../../test/shop.ts'
import { listen } from './listen.ts'
import { type ListenArguments, listenOptions } from './listen-options.ts'

let server: TestServer
let shop: Shop
const cleanUp: (() => unknown)[] = []
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
afterEach(async () => {
  for (const each of cleanUp.splice(0)) await each()
})

interface Taken {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const addressOf = (of: Pick<Server, 'address'>) => {
  const address = of.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

/** An integrator's program, which answers with what it is told to. */
async function receiver(statuses: readonly number[] = []) {
  const taken: Taken[] = []
  const program = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    response.writeHead(statuses[taken.length] ?? 204).end()
    taken.push({ headers: request.headers, body })
  })
  await once(program.listen(0, '127.0.0.1'), 'listening')
  cleanUp.push(() => program.close())
  return { taken, url: `${addressOf(program)}/hooks` }
}

/** A line to the server that can be cut. */
async function line() {
  const sockets = new Set<Socket>()
  let isCut = false
  const proxy = createProxy((socket) => {
    if (isCut) return socket.destroy()
    const on = connect(Number(new URL(server.url).port), '127.0.0.1')
    for (const each of [socket, on]) sockets.add(each.on('error', () => {}))
    socket.pipe(on).pipe(socket)
  })
  await once(proxy.listen(0, '127.0.0.1'), 'listening')
  const cut = () => {
    isCut = true
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  const mend = () => {
    isCut = false
  }
  cleanUp.push(cut, () => proxy.close())
  return { url: addressOf(proxy), cut, mend }
}

interface Running {
  readonly child: ChildProcess
  /** What it printed and said. */
  out(): string
  said(): string
  stop(): Promise<number | null>
}

async function tillback(...args: string[]): Promise<Running> {
  const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))
  const child = spawn(process.execPath, [cli, 'listen', ...args], {
    env: { PATH: process.env.PATH, API_KEY: shop.key },
  })
  const told = { out: '', said: '' }
  child.stdout.on('data', (text) => (told.out += text))
  child.stderr.on('data', (text) => (told.said += text))
  const ended = once(child, 'close')
  cleanUp.push(() => child.kill('SIGKILL'))
  const stop = async () => {
    child.kill('SIGINT')
    return (await ended)[0]
  }
  return { child, out: () => told.out, said: () => told.said, stop }
}

const A_WHILE = { timeout: 15_000 }

/** Contacts, by whose numbers events are told apart. */
const happen = async (count: number) => {
  const ids = []
  for (let number = 0; number < count; number++) ids.push(await shop.shopper())
  await server.sendWebhooks()
  return ids
}
const typesOf = (taken: readonly Taken[]) => taken.map(({ body }) => JSON.parse(body).type)
const eventsOf = (taken: readonly Taken[]) => taken.map(({ body }) => JSON.parse(body).id)

test('every event is posted as a signed webhook, in order and once, over a lost line and from run to run', async () => {
  shop = await openShop(server)
  const [program, to] = await Promise.all([receiver([204, 500]), line()])
  const first = await tillback('--url', to.url, '--forward', program.url)
  await expect.poll(first.said, A_WHILE).toContain(`posting to ${program.url}`)
  await happen(2)
  await expect.poll(() => program.taken.length, A_WHILE).toBe(2)
  to.cut()
  await expect.poll(first.said, A_WHILE).toContain('Trying again.')
  await happen(2)
  to.mend()
  await expect.poll(() => program.taken.length, A_WHILE).toBe(4)
  expect(first.said()).toContain('The line is back')
  expect(await first.stop()).toBe(0)
  const cursor = /Stopped: 4 events, 1 of them not taken\. Go on with --after (\d+)\./.exec(first.said())?.[1]
  expect(cursor).toBeDefined()
  expect(first.out().trim().split('\n')).toEqual(
    [204, 500, 204, 204].map((status) =>
      expect.stringMatching(new RegExp(`^\\S+ +contact\\.created +[0-9a-f-]{36} +${status} +\\d+ ms$`)),
    ),
  )

  await happen(1)
  const second = await tillback(
    '--url',
    server.url,
    '--forward',
    program.url,
    '--after',
    cursor ?? '',
    '--json',
  )
  await expect.poll(() => program.taken.length, A_WHILE).toBe(5)
  expect(await second.stop()).toBe(0)
  expect(JSON.parse(second.out())).toMatchObject({ type: 'contact.created', status: 204, error: null })

  const feed = (await shop.call('GET', 'events?type=contact.created&size=100')).body.content
  expect(eventsOf(program.taken)).toEqual(feed.map(({ id }: { id: string }) => id))
  const secret = /Signed with (whsec_\S+)/.exec(first.said())?.[1] ?? ''
  expect(second.said()).toContain(secret)
  expect(secret).not.toContain(shop.key)
  for (const { body, headers } of program.taken) {
    const asText = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
    expect(new Webhook(secret).verify(body, asText)).toEqual(JSON.parse(body))
    expect(headers['webhook-id']).toBe(JSON.parse(body).id)
    expect(JSON.parse(body)).toMatchObject({ data: { id: JSON.parse(body).entity_id } })
    expect(Object.keys(JSON.parse(body))).not.toContain('cursor')
  }
})

/** The same without a process of its own, until so many lines are printed. */
async function listened(args: ListenArguments, most: number): Promise<string[]> {
  const stop = new AbortController()
  const lines: string[] = []
  const print = (text: string) => {
    if (lines.push(text) === most) stop.abort()
  }
  const options = listenOptions(args, { API_KEY: shop.key })
  const isLet = await listen({
    ...options,
    url: server.url,
    json: false,
    print,
    say: () => {},
    signal: stop.signal,
  })
  expect(isLet).toBe(true)
  return lines
}

test('what happened since a time comes first, of the types that are asked for', async () => {
  shop = await openShop(server)
  await happen(1)
  server.clock.now = new Date(server.clock.now.getTime() + 2 * 3_600_000)
  await happen(1)
  await shop.buy({ total: '3.00' })
  await server.sendWebhooks()
  const { taken, url: forward } = await receiver()
  await listened({ forward, since: '1h', types: 'contact.*,purchase.posted' }, 2)
  expect(typesOf(taken)).toEqual(['contact.created', 'purchase.posted'])
  await listened({ forward, since: '2020-01-01', types: 'contact.created' }, 2)
  expect(typesOf(taken.slice(2))).toEqual(Array(2).fill('contact.created'))
})

test('a receiver that is away is told, and the events after it go on', async () => {
  const { taken, url } = await receiver()
  const { port } = new URL(url)
  shop = await openShop(server)
  await happen(2)
  for (const each of cleanUp.splice(0)) await each()
  const lines = await listened({ forward: `127.0.0.1:${port}/hooks`, since: '1d' }, 2)
  expect([lines, taken]).toEqual([
    Array(2).fill(expect.stringMatching(/ {2}nothing listens there {2}\d+ ms$/)),
    [],
  ])
})

test.each<[string, ListenArguments, string]>([
  ['a type that is none', { types: 'purchase.eaten' }, 'is no type of event'],
  ['a cursor from elsewhere', { after: 'x' }, 'a cursor of an event is needed'],
  ['two places to begin', { after: '1', since: '1h' }, 'exclude each other'],
  ['an address that is none', { forward: 'http://' }, '--forward http://'],
])('%s is refused in words', (_, args, told) => {
  expect(() => listenOptions(args, { API_KEY: 'tb_test_key' })).toThrow(told)
})

test('a time that is none, and a key that may not, end with 1 and are told', async () => {
  shop = await openShop(server)
  await expect(listened({ since: 'yesterday' }, 1)).rejects.toThrow('--since yesterday')
  const said: string[] = []
  const options = listenOptions({}, { API_KEY: 'tb_test_nobody' })
  const { signal } = new AbortController()
  const told = {
    ...options,
    url: server.url,
    json: false,
    print: () => {},
    say: (text: string) => said.push(text),
  }
  expect(await listen({ ...told, signal })).toBe(false)
  expect(said).toEqual([expect.stringMatching(/key/)])
})
