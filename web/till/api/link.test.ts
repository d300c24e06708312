import { afterEach, expect, test, vi } from 'vitest'
import { answeredIn, listenToLink, noAnswer, readLink } from './link.ts'

afterEach(() => {
  answeredIn(1)
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test.each`
  ms       | state
  ${40}    | ${'ONLINE'}
  ${2_000} | ${'ONLINE'}
  ${2_001} | ${'SLOW'}
`('an answer after $ms ms is $state', ({ ms, state }) => {
  answeredIn(ms)
  expect(readLink()).toBe(state)
})

test('without an answer it looks by itself until there is one again, and tells who listens', async () => {
  vi.useFakeTimers()
  const fetch = vi.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValueOnce({ ok: true })
  vi.stubGlobal('fetch', fetch)
  const heard: string[] = []
  const stop = listenToLink(() => heard.push(readLink()))
  noAnswer()
  noAnswer()
  await vi.advanceTimersByTimeAsync(7_000)
  stop()
  expect(heard).toEqual(['OFFLINE', 'ONLINE'])
  expect(fetch).toHaveBeenCalledTimes(2)
})
