import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'
import { type Database, openDatabase } from '../db/index.ts'
import { InvalidState } from '../kit/error.ts'
import {
  type JsonObject,
  openProcesses,
  type Pace,
  type Processes,
  type RunProcess,
  startProcess,
} from './index.ts'

const QUICK: Pace = { pollMs: 50, heartbeatMs: 50, leaseMs: 1_000, stopMs: 2_000 }
const STEP_MS = 20

let server: TestServer
let business: TestBusiness
const opened: Processes[] = []
beforeAll(async () => {
  server = await startServer()
})
beforeEach(async () => {
  business = await server.business()
})
afterEach(async () => {
  for (const processes of opened.splice(0)) await processes.close()
})
afterAll(() => server.stop())

interface RunnerOptions {
  readonly database?: Database
  readonly pace?: Pace
  readonly atOnce?: number
}

/** A runner as one server has it. */
function runner(
  kinds: Record<string, RunProcess>,
  { database = server.database, ...rest }: RunnerOptions = {},
) {
  const log = pino({ level: 'silent' })
  const clock = () => server.clock.now
  const kindsByName = new Map(Object.entries(kinds))
  const processes = openProcesses({ database, clock, log, kinds: kindsByName, pace: QUICK, ...rest })
  opened.push(processes)
  return processes
}

const start = (kind: string, input: JsonObject = {}) =>
  business.work((work) => startProcess(work, { kind, input }))
const read = async (id: string) => (await business.call('GET', `processes/${id}`)).body
const act = (id: string, action: string) => business.call('PUT', `processes/${id}/actions`, { action })
const reaches = (id: string, expected: object, timeout = 10_000) =>
  vi.waitFor(async () => expect(await read(id)).toMatchObject(expected), { timeout, interval: 20 })

/** Counts to `input.to`, going on from its checkpoint; `seen` tells what it did and how many ran at once. */
function counting() {
  const seen = { steps: [] as number[], begunAt: [] as number[], running: 0, most: 0 }
  const run: RunProcess = async ({ input, checkpoint, progress, signal }) => {
    const [from, to] = [Number(checkpoint?.next ?? 0), Number(input.to)]
    seen.begunAt.push(from)
    seen.running += 1
    seen.most = Math.max(seen.most, seen.running)
    try {
      for (let step = from; step < to; step++) {
        await sleep(STEP_MS, undefined, { signal })
        seen.steps.push(step)
        progress(step + 1, to, { next: step + 1 })
      }
      return { counted: to }
    } finally {
      seen.running -= 1
    }
  }
  return { seen, run }
}
const upTo = (end: number) => Array.from({ length: end }, (_, step) => step)

/** Goes on until it is told to end. */
const endless: RunProcess = async ({ signal }) => {
  await sleep(600_000, undefined, { signal })
  return {}
}

describe('a run', () => {
  test('shows its progress while it goes on, and its result when it is done', async () => {
    const { run } = counting()
    runner({ COUNT: run })
    const id = await start('COUNT', { to: 40 })
    const seen = new Set<number>()
    await vi.waitFor(
      async () => {
        const { state, done, total, heartbeat_on } = await read(id)
        if (state === 'IN_PROGRESS' && done > 0) {
          expect([total, heartbeat_on]).toEqual([40, Math.floor(server.clock.now.getTime() / 1000)])
          seen.add(done)
        }
        expect(state).toBe('COMPLETED')
      },
      { timeout: 10_000, interval: 20 },
    )
    expect(seen.size).toBeGreaterThan(2)
    expect(await read(id)).toMatchObject({ done: 40, total: 40, result: { counted: 40 }, error: null })
  })

  test('begins at once when the runner is woken, and by itself when it is not', async () => {
    const slow = { ...QUICK, pollMs: 2_000 }
    const { run } = counting()
    const { wake } = runner({ COUNT: run }, { pace: slow })
    await sleep(100)
    const woken = await start('COUNT', { to: 0 })
    wake()
    await reaches(woken, { state: 'COMPLETED' }, 1_500)
    await reaches(await start('COUNT', { to: 0 }), { state: 'COMPLETED' }, 6_000)
  })

  test('acts for the business, held to the merchant or venue of who started it', async () => {
    const actors: unknown[] = []
    runner({
      WHO: async ({ actor }) => {
        actors.push(actor)
        return {}
      },
    })
    const within = business.actor.business
    const whole = await start('WHO')
    await reaches(whole, { state: 'COMPLETED' })
    const bound = await business.work((work) =>
      startProcess({ ...work, actor: { ...work.actor, within } }, { kind: 'WHO', input: {} }),
    )
    await reaches(bound, { state: 'COMPLETED' })
    const { tenant, mode } = business.actor
    expect(actors).toMatchObject([
      { tenant, mode, business: business.actor.business, within: undefined },
      { tenant, mode, within },
    ])
  })

  test('that a server does not know is left to one that does', async () => {
    const { run } = counting()
    runner({ OTHER: run })
    const id = await start('COUNT', { to: 1 })
    await sleep(300)
    expect((await read(id)).state).toBe('PENDING')
    runner({ COUNT: run })
    await reaches(id, { state: 'COMPLETED' })
  })
})

describe('at most one', () => {
  test.each([1, 2])('of %i allowed runs at a time on a server, the oldest first', async (atOnce) => {
    const { run, seen } = counting()
    const ids = [
      await start('COUNT', { to: 5 }),
      await start('COUNT', { to: 6 }),
      await start('COUNT', { to: 7 }),
    ]
    runner({ COUNT: run }, { atOnce })
    for (const id of ids) await reaches(id, { state: 'COMPLETED' })
    expect(seen.most).toBe(atOnce)
    expect(seen.begunAt).toEqual([0, 0, 0])
  })

  test('of several servers runs a process, however many look for it', async () => {
    const runs = new Map<string, number>()
    const once: RunProcess = async ({ process }) => {
      runs.set(process, (runs.get(process) ?? 0) + 1)
      await sleep(STEP_MS)
      return {}
    }
    const ids = await Promise.all(upTo(12).map(() => start('ONCE')))
    for (let servers = 0; servers < 4; servers++) runner({ ONCE: once })
    for (const id of ids) await reaches(id, { state: 'COMPLETED' })
    expect([...runs.values()]).toEqual(ids.map(() => 1))
  })
})

describe('a restart', () => {
  test('of the server loses no step: another goes on from the checkpoint', async () => {
    const { run, seen } = counting()
    const first = runner({ COUNT: run })
    const id = await start('COUNT', { to: 30 })
    await vi.waitFor(() => expect(seen.steps.length).toBeGreaterThan(5))
    await first.close()
    const stopped = await read(id)
    expect(stopped).toMatchObject({ state: 'PENDING', done: seen.steps.length, result: null })
    runner({ COUNT: run })
    await reaches(id, { state: 'COMPLETED', result: { counted: 30 }, started_on: stopped.started_on })
    expect(seen.steps).toEqual(upTo(30))
    expect(seen.begunAt).toEqual([0, stopped.done])
  })

  test('does not take for the result what a run returns when it is told to end', async () => {
    const partial: RunProcess = async ({ signal }) => {
      while (!signal.aborted) await sleep(STEP_MS)
      return { counted: 'not all' }
    }
    const first = runner({ PARTIAL: partial })
    const id = await start('PARTIAL')
    await reaches(id, { state: 'IN_PROGRESS' })
    await first.close()
    expect(await read(id)).toMatchObject({ state: 'PENDING', result: null, completed_on: null })
    await act(id, 'CANCEL')
  })

  test('after a kill goes on from what was written last, and never beside the first', async () => {
    const { run, seen } = counting()
    const own = openDatabase(server.database.url)
    runner({ COUNT: run }, { database: own })
    const id = await start('COUNT', { to: 150 })
    await reaches(id, { state: 'IN_PROGRESS' })
    await vi.waitFor(async () => expect((await read(id)).done).toBeGreaterThan(5))
    runner({ COUNT: run })
    // What the others see of a server that is killed, or cut off from the database: it says nothing any more.
    await own.close()
    await reaches(id, { state: 'COMPLETED', done: 150 }, 20_000)
    expect(seen.begunAt).toHaveLength(2)
    expect(seen.begunAt[1]).toBeGreaterThan(5)
    expect(seen.most).toBe(1)
    expect(new Set(seen.steps)).toEqual(new Set(upTo(150)))
  })

  test('does not wait for ever for a run that does not end, which keeps its lease meanwhile', async () => {
    const deaf: RunProcess = () => new Promise(() => {})
    const first = runner({ DEAF: deaf }, { pace: { ...QUICK, stopMs: 100 } })
    const id = await start('DEAF')
    await reaches(id, { state: 'IN_PROGRESS' })
    const since = performance.now()
    await first.close()
    expect(performance.now() - since).toBeLessThan(1_000)
    expect((await read(id)).state).toBe('IN_PROGRESS')
    await act(id, 'CANCEL')
  })

  test('that comes again and again by the process itself ends in FAILED', async () => {
    const id = await start('COUNT', { to: 3 })
    await business.work(({ db, actor }) =>
      db
        .updateTable('processes')
        .set({ state: 'IN_PROGRESS', attempts: 5 })
        .where('tenant', '=', actor.tenant)
        .where('id', '=', id)
        .execute(),
    )
    runner({ COUNT: counting().run })
    await reaches(id, { state: 'FAILED' })
    expect((await read(id)).error).toContain('begun 5 times')
    await act(id, 'RESUME')
    await reaches(id, { state: 'COMPLETED' })
  })
})

describe('a cancelled run', () => {
  test('ends within about a second, at the pace of a real server', async () => {
    const ends: number[] = []
    const run: RunProcess = async (context) => endless(context).finally(() => ends.push(performance.now()))
    const processes = openProcesses({
      database: server.database,
      clock: () => server.clock.now,
      log: pino({ level: 'silent' }),
      kinds: new Map([['ENDLESS', run]]),
    })
    opened.push(processes)
    const id = await start('ENDLESS')
    processes.wake()
    await reaches(id, { state: 'IN_PROGRESS' })
    const since = performance.now()
    expect((await act(id, 'CANCEL')).body.state).toBe('CANCELLED')
    await vi.waitFor(() => expect(ends).toHaveLength(1), { timeout: 3_000 })
    expect((ends[0] ?? 0) - since).toBeLessThan(2_000)
  })

  test('stays cancelled, whatever it returns, and goes on from its checkpoint when it is resumed', async () => {
    const { run, seen } = counting()
    let stubborn = true
    const late: RunProcess = async (context) => {
      if (!stubborn) return run(context)
      await run(context).catch(() => {})
      return { counted: 'not all' }
    }
    runner({ COUNT: late })
    const id = await start('COUNT', { to: 30 })
    await vi.waitFor(() => expect(seen.steps.length).toBeGreaterThan(5))
    await act(id, 'CANCEL')
    await vi.waitFor(() => expect(seen.running).toBe(0))
    await sleep(200)
    const cancelled = await read(id)
    expect(cancelled).toMatchObject({ state: 'CANCELLED', done: seen.steps.length, result: null })
    stubborn = false
    await act(id, 'RESUME')
    await reaches(id, { state: 'COMPLETED', result: { counted: 30 } })
    expect(seen.steps).toEqual(upTo(30))
  })

  test('that is resumed before it has ended is not begun beside itself', async () => {
    const seen = { running: 0, most: 0, begun: 0 }
    const slowToEnd: RunProcess = async ({ signal }) => {
      seen.begun += 1
      seen.running += 1
      seen.most = Math.max(seen.most, seen.running)
      while (seen.begun === 1 && !signal.aborted) await sleep(STEP_MS)
      // Longer than a lease: it is kept until the run has ended.
      if (seen.begun === 1) await sleep(QUICK.leaseMs * 1.5)
      seen.running -= 1
      return {}
    }
    runner({ SLOW: slowToEnd })
    runner({ SLOW: slowToEnd })
    const id = await start('SLOW')
    await vi.waitFor(() => expect(seen.begun).toBe(1))
    await act(id, 'CANCEL')
    await act(id, 'RESUME')
    await reaches(id, { state: 'COMPLETED' })
    expect(seen).toEqual({ running: 0, most: 1, begun: 2 })
  })
})

describe('a failure', () => {
  test('tells what the refusal says, and goes on from the checkpoint when it is resumed', async () => {
    let isReady = false
    runner({
      PICKY: async ({ checkpoint, progress }) => {
        progress(4, 10, { row: 4 })
        if (!isReady) throw InvalidState({ detail: 'Row 5 names the brand "GB", which is closed.' })
        return { from: checkpoint }
      },
    })
    const id = await start('PICKY')
    await reaches(id, { state: 'FAILED', error: 'Row 5 names the brand "GB", which is closed.', done: 4 })
    expect((await read(id)).completed_on).not.toBeNull()
    isReady = true
    await act(id, 'RESUME')
    await reaches(id, { state: 'COMPLETED', result: { from: { row: 4 } }, error: null })
  })

  test.each<[string, RunProcess]>([
    ['a bug', () => Promise.reject(new TypeError('secret of the code'))],
    [
      'a bug that is thrown at once',
      () => {
        throw new TypeError('secret of the code')
      },
    ],
    ['a result that is no JSON', async () => ({ sum: 1n })],
    ['a result that cannot be stored', async () => ({ text: 'a\u0000b' })],
  ])('of %s tells nothing of the code, and names the process', async (_, run) => {
    runner({ BROKEN: run })
    const id = await start('BROKEN')
    await reaches(id, { state: 'FAILED', result: null })
    const { error } = await read(id)
    expect(error).toContain(`report the process id ${id}`)
    expect(error).not.toContain('secret')
  })

  test('does not keep the next one from running', async () => {
    const { run } = counting()
    runner({ BROKEN: () => Promise.reject(new Error('no')), COUNT: run })
    await start('BROKEN')
    await reaches(await start('COUNT', { to: 2 }), { state: 'COMPLETED' })
  })
})
