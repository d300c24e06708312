import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { rest, restAfter } from './rest.ts'

const { signal } = new AbortController()

describe('between two parts', () => {
  test.each`
    worked | rested | why
    ${5}   | ${15}  | ${'rows that are fast take a quarter of the time'}
    ${35}  | ${105} | ${'and so do these'}
    ${60}  | ${80}  | ${'370 parts are to end within a minute'}
    ${100} | ${60}  | ${'the slowest leave a part of the time as well'}
  `('$rested ms are left to purchases after $worked ms: $why', ({ worked, rested }) => {
    expect(restAfter(worked)).toBe(rested)
  })

  test('no time is, where no purchase is waited for', async () => {
    const won = await Promise.race([
      rest(10_000, { pressure: () => 0, signal }).then(() => 'rows'),
      sleep(5_000, 'purchases', { ref: false }),
    ])
    expect(won).toBe('rows')
  })
})

test('a rest ends when the process does', async () => {
  const ending = new AbortController()
  const resting = rest(10_000, { pressure: () => 1, signal: ending.signal })
  ending.abort()
  await expect(resting).rejects.toThrow(/abort/i)
})
