import { environmentManager, QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Process } from './process-query.ts'
import { followed } from './process-query.ts'
import { watchProcesses } from './watch-processes.ts'

const job = (id: string, state: Process['state'], done = 0): Process => ({
  id,
  kind: 'PRODUCT_SYNC',
  state,
  done,
  total: 9,
  created_on: 1,
  started_on: 1,
  heartbeat_on: 1,
  completed_on: null,
  input: {},
  result: null,
  error: null,
})

beforeEach(() => {
  // Elsewhere nothing is asked for again.
  environmentManager.setIsServer(() => false)
  vi.useFakeTimers()
  vi.stubGlobal('document', { visibilityState: 'visible' })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** What was asked after so many seconds. */
async function askedIn(cache: QueryClient, seconds: number): Promise<number> {
  let asked = 0
  const stop = new AbortController()
  const read = async () => {
    asked += 1
    return job('a', 'IN_PROGRESS')
  }
  const watching = watchProcesses(cache, ['a'], { read, onProgress: () => {}, signal: stop.signal })
  watching.catch(() => {})
  await vi.advanceTimersByTimeAsync(seconds * 1_000)
  stop.abort()
  await expect(watching).rejects.toThrow()
  return asked
}

test('jobs are watched until all are done, also over one that failed and is resumed', async () => {
  const states: Process['state'][] = ['IN_PROGRESS', 'FAILED', 'IN_PROGRESS', 'COMPLETED']
  const told: string[] = []
  const watching = watchProcesses(new QueryClient(), ['a', 'b'], {
    read: async (id) => job(id, id === 'b' ? 'COMPLETED' : (states.shift() ?? 'COMPLETED')),
    onProgress: (jobs) => told.push(jobs.map(({ state }) => state).join(' ')),
    signal: new AbortController().signal,
  })
  await vi.advanceTimersByTimeAsync(60_000)
  expect((await watching).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(told.at(-1)).toBe('COMPLETED COMPLETED')
})

test('no job at all is done at once, and what is stopped asks for nothing more', async () => {
  const nothing = { read: async () => job('a', 'PENDING'), onProgress: () => {} }
  const stop = new AbortController()
  expect(await watchProcesses(new QueryClient(), [], { ...nothing, signal: stop.signal })).toEqual([])
  stop.abort()
  await expect(
    watchProcesses(new QueryClient(), ['a'], { ...nothing, signal: stop.signal }),
  ).rejects.toThrow()
})

test('it asks every 2 s, every 10 s in a hidden tab, and hardly while the stream tells', async () => {
  expect(await askedIn(new QueryClient(), 21)).toBe(11)
  vi.stubGlobal('document', { visibilityState: 'hidden' })
  expect(await askedIn(new QueryClient(), 21)).toBe(3)
  const told = new QueryClient()
  followed.add(told)
  expect(await askedIn(told, 21)).toBe(1)
})
