import { describe, expect, test } from 'vitest'
import { nextTry } from './schedule.ts'

const at = new Date('2026-11-28T12:00:00Z')
const second = 1_000
const hour = 3_600 * second

function waits(random: number): number[] {
  const found: number[] = []
  for (let attempts = 1; ; attempts++) {
    const next = nextTry({ attempts, at, random, retryAfter: undefined })
    if (!next) return found
    found.push(next.getTime() - at.getTime())
  }
}

describe('the tries of a delivery', () => {
  test('wait 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 10 h, each at most a fifth off', () => {
    const planned = [5 * second, 300 * second, 1_800 * second, 2 * hour, 5 * hour, 10 * hour, 10 * hour]
    for (const random of [0, 0.3, 0.5, 0.999]) {
      const found = waits(random)
      expect(found).toHaveLength(planned.length)
      found.forEach((wait, index) => {
        const plan = planned[index] ?? 0
        expect(Math.abs(wait - plan)).toBeLessThanOrEqual(plan * 0.2)
      })
    }
    expect(waits(0)).not.toEqual(waits(0.999))
  })

  test('span more than a day whatever the jitter: a receiver that is away for a day gets everything', () => {
    for (const random of [0, 0.1, 0.5, 0.999]) {
      expect(waits(random).reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(24 * hour)
    }
  })

  test.each`
    asked      | waits
    ${1}       | ${5}
    ${900}     | ${900}
    ${864_000} | ${86_400}
  `('asked to wait $asked s, the second one comes after $waits s', ({ asked, waits: seconds }) => {
    const next = nextTry({ attempts: 1, at, random: 0.5, retryAfter: asked })
    expect(next).toEqual(new Date(at.getTime() + seconds * second))
  })
})
