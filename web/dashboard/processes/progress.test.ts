import { expect, test } from 'vitest'
import { progressOf } from './progress.ts'

const job = {
  state: 'IN_PROGRESS' as const,
  done: 500,
  total: 1_000,
  started_on: 100,
  heartbeat_on: 199,
  completed_on: null,
}

test('true counts, the pace, and the time that is left once enough is done to know it', () => {
  expect(progressOf(job, 200, 'rows').says).toBe('500 of 1,000 rows · 5 rows a second · about 2 minutes left')
  expect(progressOf({ ...job, done: 20 }, 200, 'rows').says).not.toContain('left')
  expect(progressOf({ ...job, total: null }, 200, 'rows').says).toBe('500 rows · 5 rows a second')
})

test('what gives no sign of life says so, and then that it stands still', () => {
  expect(progressOf(job, 220, 'rows')).toMatchObject({ silence: undefined, isStalled: false })
  expect(progressOf(job, 239, 'rows')).toMatchObject({ silence: 40, isStalled: false })
  expect(progressOf(job, 399, 'rows')).toMatchObject({ silence: 200, isStalled: true })
})

test('what has ended is never silent', () => {
  expect(progressOf({ ...job, state: 'COMPLETED' }, 9_999, 'rows').silence).toBeUndefined()
})
