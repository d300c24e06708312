import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { FAULTS } from './faults.ts'
import { run } from './run.ts'

const SECONDS = 1_000

test(
  'of 2,000 random steps, with kills of server and database, each leaves the product as the model says',
  async () => {
    const options = { seed: 20_261_124, steps: 2_000, worlds: 8, kills: 3, only: undefined }
    const { found, steps, kills } = await run(options, () => {})
    expect(found).toBeUndefined()
    expect(steps).toBeGreaterThanOrEqual(2_000)
    expect(kills).toBeGreaterThanOrEqual(3)
  },
  180 * SECONDS,
)

test.each(FAULTS)(
  'the fault "$name" can be planted: its line stands in the product',
  ({ file, right, wrong }) => {
    const text = readFileSync(path.join(import.meta.dirname, '../../server/src', file), 'utf8')
    expect(text.split(right)).toHaveLength(2)
    expect(wrong).not.toBe(right)
  },
)
