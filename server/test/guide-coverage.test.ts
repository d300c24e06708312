import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const text = await readFile(new URL('docs/guide-coverage.md', root), 'utf8')
const rows = text.split('\n').filter((line) => line.startsWith('| ') && !/^\| (---|The guide)/.test(line))

/** `file` "title", as the tables name a test. */
const NAMED = /`([\w./-]+\.ts)` "([^"]+)"/g

describe('what the guide promises', () => {
  test('is listed, flow by flow', () => {
    expect(text.match(/^## /gm)?.length).toBeGreaterThanOrEqual(13)
    expect(rows.length).toBeGreaterThan(60)
  })

  test.each(rows.map((row) => row.split(' | ')))('%s', async (_, proof = '') => {
    const named = [...proof.matchAll(NAMED)]
    expect(named.length).toBeGreaterThan(0)
    for (const [, file = '', title = ''] of named) {
      const source = await readFile(new URL(file, root), 'utf8')
      const isTold = ["'", '"', '`'].some((quote) => source.includes(`${quote}${title}`))
      expect(isTold, `${file} has "${title}"`).toBe(true)
    }
  })
})
