import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openRounds, type Round } from './rounds.ts'

const away = () => Object.assign(new Error('terminating connection'), { code: '57P01' })

/** Rounds that follow each other at once, and the messages that they log. */
function rounds(run: (round: Round) => Promise<unknown>) {
  const logged: string[] = []
  const log = pino({}, { write: (line) => logged.push(JSON.parse(line).msg) })
  return { logged, ...openRounds({ log, everyMs: 1, of: 'things', run }) }
}

test('a round begins only once the one before has ended', async () => {
  let running = 0
  let most = 0
  let begun = 0
  const { close } = rounds(async () => {
    begun += 1
    running += 1
    most = Math.max(most, running)
    await sleep(10)
    running -= 1
  })
  await sleep(100)
  await close()
  expect(begun).toBeGreaterThan(1)
  expect(most).toBe(1)
})

test('what runs is told to end, is waited for, and no more begins', async () => {
  const ended: boolean[] = []
  const { close } = rounds(async ({ signal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    await sleep(5)
    ended.push(signal.aborted)
  })
  await sleep(20)
  await close()
  await sleep(20)
  expect(ended).toEqual([true])
})

test('a round that failed is told of and followed by the next', async () => {
  let begun = 0
  const { close, logged } = rounds(async ({ tell }) => {
    begun += 1
    tell(new Error('of one'), 'one thing went wrong')
    throw new Error('of all')
  })
  await sleep(50)
  await close()
  expect(begun).toBeGreaterThan(1)
  expect(logged.slice(0, 2)).toEqual(['one thing went wrong', 'a round of things failed'])
})

test('a database that is away fills no log', async () => {
  let begun = 0
  const { close, logged } = rounds(async ({ tell }) => {
    begun += 1
    tell(away(), 'one thing went wrong')
    throw away()
  })
  await sleep(50)
  await close()
  expect(begun).toBeGreaterThan(1)
  expect(logged).toEqual([])
})
