import { expect, test } from 'vitest'
import { openBuckets } from './buckets.ts'

const policy = { quota: 10, seconds: 5 }

test('the quota may be sent at once, and comes back evenly', () => {
  let now = 0
  const { take } = openBuckets(policy, () => now)
  for (let sent = 1; sent <= 10; sent++) expect(take('a')).toMatchObject({ isTaken: true, left: 10 - sent })
  expect(take('a')).toEqual({ isTaken: false, left: 0, fullIn: 5, nextIn: 0.5 })
  now = 499
  expect(take('a').isTaken).toBe(false)
  now = 500
  expect(take('a').isTaken).toBe(true)
  expect(take('a').isTaken).toBe(false)
})

test('no more than the quota is saved up', () => {
  let now = 0
  const { take } = openBuckets(policy, () => now)
  take('a')
  now = 1_000_000
  expect(Array.from({ length: 12 }, () => take('a').isTaken).filter(Boolean)).toHaveLength(10)
})

test('in any hour, an owner who never stops gets what an hour brings and one quota', () => {
  let now = 0
  let taken = 0
  const { take } = openBuckets(policy, () => now)
  for (; now < 3_600_000; now += 37) if (take('a').isTaken) taken++
  expect(taken).toBe(10 + 2 * 3_600 - 1)
})

test('owners have buckets of their own, and one who gave back has not taken', () => {
  const { take, giveBack } = openBuckets({ quota: 1, seconds: 60 }, () => 0)
  expect([take('a').isTaken, take('a').isTaken, take('b').isTaken]).toEqual([true, false, true])
  giveBack('a')
  expect(take('a').isTaken).toBe(true)
})

test('what is charged beyond the quota is waited for', () => {
  let now = 0
  const { take, charge } = openBuckets(policy, () => now)
  charge('a', 20)
  expect(take('a')).toMatchObject({ isTaken: false, left: 0, nextIn: 5.5 })
  now = 5_500
  expect(take('a').isTaken).toBe(true)
})

test('owners without number take no memory without end, and those who wait go on waiting', () => {
  let now = 0
  const { take } = openBuckets({ quota: 1, seconds: 10 }, () => now)
  for (let each = 0; each < 99_999; each++) take(`before ${each}`)
  now = 9_000
  take('waits')
  now = 11_000
  for (let each = 0; each < 50_000; each++) take(`after ${each}`)
  expect(take('waits').isTaken).toBe(false)
})
