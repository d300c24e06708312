import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'
import { idOf, type OrganisationId, type ProcessId } from '../kit/id.ts'
import { startProcess } from './index.ts'
import type { TellRows } from './list-processes.ts'
import { openLiveProcesses } from './live-processes.ts'

// No server of these tests knows the kind, so nothing begins and every state is the test's own.

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const start = (business: TestBusiness) =>
  business.work((work) => startProcess(work, { kind: 'COUNT', input: {} }))
const change = (
  business: TestBusiness,
  id: ProcessId,
  to: { readonly state?: 'IN_PROGRESS' | 'COMPLETED'; readonly done?: number },
) =>
  business.work(({ db, actor, at }) =>
    db
      .updateTable('processes')
      .set(to)
      .$if(to.state === 'COMPLETED', (query) => query.set({ completed_at: at, result: '{}' }))
      .where('tenant', '=', actor.tenant)
      .where('id', '=', id)
      .execute(),
  )

/** What a reader of the stream is sent, as text. */
async function follow(key: string) {
  const gone = new AbortController()
  const response = await fetch(`${server.url}/backoffice/v2/processes/stream`, {
    headers: { api_key: key },
    signal: gone.signal,
  })
  let text = ''
  const read = async () => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString('utf8')
  }
  const ended = read().catch(() => {})
  return {
    status: response.status,
    text: () => text,
    told: () =>
      [...text.matchAll(/^event: process\ndata: (.*)$/gm)]
        .map(([, data]) => JSON.parse(data ?? ''))
        .map(({ id, state, done }) => `${id} ${state} ${done}`),
    leave: async () => {
      gone.abort()
      await ended
    },
  }
}

test('a live screen is told of what waits and runs, of each step, and of the end, and of nothing twice', async () => {
  const business = await server.business()
  const over = await start(business)
  await change(business, over, { state: 'COMPLETED' })
  const id = await start(business)
  const screen = await follow(business.key)
  await expect.poll(screen.told).toEqual([`${id} PENDING 0`])
  expect(screen.text()).toMatch(/^retry: 2000\n\n/)
  await change(business, id, { state: 'IN_PROGRESS', done: 5 })
  await expect.poll(screen.told, { timeout: 4_000 }).toHaveLength(2)
  await change(business, id, { state: 'COMPLETED', done: 9 })
  await expect.poll(screen.told, { timeout: 4_000 }).toHaveLength(3)
  expect(screen.told()).toEqual([`${id} PENDING 0`, `${id} IN_PROGRESS 5`, `${id} COMPLETED 9`])

  const quick = await start(business)
  await change(business, quick, { state: 'COMPLETED', done: 1 })
  await expect.poll(screen.told, { timeout: 4_000 }).toContain(`${quick} COMPLETED 1`)
  expect(screen.told().filter((each) => !each.startsWith(quick))).toHaveLength(3)
  await screen.leave()
})

test('another business is told of none, and a key that may not read processes is refused', async () => {
  const [mine, theirs] = [await server.business(), await server.business()]
  await start(theirs)
  const [own, screen] = [await start(mine), await follow(mine.key)]
  await expect.poll(screen.told).toEqual([`${own} PENDING 0`])
  await screen.leave()
  const made = await mine.call('POST', 'api_keys', { name: 'blind', scopes: ['contacts:read'] })
  const refused = await follow(made.body.key)
  expect(refused.status).toBe(403)
  await refused.leave()
})

const nothingToTell: TellRows = { totalsOf: async () => new Map(), rejectedOf: async () => [] }

/** The stream itself, at the pace of a test. */
async function pieces(
  business: TestBusiness,
  isWelcome: () => Promise<boolean>,
  live = openLiveProcesses(nothingToTell, { lookMs: 5, heartbeatMs: 20 }),
) {
  const { actor, at } = await business.work(async (work) => work)
  const gone = new AbortController()
  const { database } = server
  const reading = { database, actor, at, lastEventId: undefined, signal: gone.signal, isWelcome }
  return { pieces: live.follow(reading), stop: () => gone.abort() }
}

test('one that ends among many newer ones is told all the same', async () => {
  const business = await server.business()
  const old = await start(business)
  for (let number = 0; number < 40; number++) {
    await change(business, await start(business), { state: 'COMPLETED' })
  }
  const stream = await pieces(business, async () => true)
  const next = async () => (await stream.pieces.next()).value ?? ''
  expect(await next()).toBe('retry: 2000\n\n')
  expect(await next()).toContain(`"id":"${old}","kind":"COUNT","state":"PENDING"`)
  await change(business, old, { state: 'COMPLETED', done: 3 })
  let told = await next()
  while (told.startsWith(':')) told = await next()
  expect(told).toContain(`"id":"${old}","kind":"COUNT","state":"COMPLETED","done":3`)
  stream.stop()
  expect((await stream.pieces.next()).done).toBe(true)
})

test('a stream says that it lives, and ends with its key though something goes on without a pause', async () => {
  const business = await server.business()
  const id = await start(business)
  const told: string[] = []
  const beats = () => told.filter((piece) => piece === ': still here\n\n')
  const stream = await pieces(business, async () => beats().length < 2)
  let done = 0
  for await (const piece of stream.pieces) {
    told.push(piece)
    await change(business, id, { state: 'IN_PROGRESS', done: ++done })
  }
  expect(beats()).toHaveLength(2)
  expect(done).toBeGreaterThan(3)
})

test('nothing more is told once the reader may not read', async () => {
  const business = await server.business()
  const id = await start(business)
  let may = true
  const stream = await pieces(business, async () => may)
  for (const told of ['retry', `"id":"${id}"`]) expect((await stream.pieces.next()).value).toContain(told)
  may = false
  await change(business, id, { state: 'COMPLETED' })
  expect((await stream.pieces.next()).done).toBe(true)
})

test('all who follow look together, and each is told all', async () => {
  const business = await server.business()
  let looks = 0
  const counting: TellRows = {
    ...nothingToTell,
    totalsOf: async () => {
      looks += 1
      return new Map()
    },
  }
  const live = openLiveProcesses(counting, { lookMs: 200, heartbeatMs: 60_000 })
  const streams = await Promise.all(
    Array.from({ length: 20 }, () => pieces(business, async () => true, live)),
  )
  const next = () => Promise.all(streams.map(async (each) => (await each.pieces.next()).value ?? ''))
  expect(new Set(await next())).toEqual(new Set(['retry: 2000\n\n']))
  const id = await start(business)
  for (const told of await next()) expect(told).toContain(id)
  for (const { stop } of streams) stop()
  // One when they came, one at each of a few moments since.
  expect(looks).toBeLessThan(10)
})

test('a key of one merchant is told of what was started so', async () => {
  const business = await server.business()
  await start(business)
  const made = await business.call('POST', 'organisations', { type: 'MERCHANT', name: 'Own', code: 'OWN' })
  const within = idOf<OrganisationId>(made.body.id)
  const own = await business.work((work) =>
    startProcess({ ...work, actor: { ...work.actor, within } }, { kind: 'COUNT', input: {} }),
  )
  const key = await business.call('POST', 'api_keys', {
    name: 'own',
    scopes: ['processes:read'],
    organisation: { id: 'OWN' },
  })
  const screen = await follow(key.body.key)
  await expect.poll(screen.told).toEqual([`${own} PENDING 0`])
  await screen.leave()
})
