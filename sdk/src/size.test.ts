import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const sources = readdirSync(import.meta.dirname)
  .filter((name) => !name.endsWith('.test.ts'))
  .map((name) => readFileSync(path.join(import.meta.dirname, name), 'utf8'))

test('the whole SDK weighs less than 15 KB gzipped, with its comments', () => {
  // Where types stood the stripping leaves blanks, which no client loads.
  const code = sources
    .map((source) => stripTypeScriptTypes(source).replaceAll(/[ \t]*\n\s*/g, '\n'))
    .join('\n')
  expect(gzipSync(code).length).toBeLessThan(15 * 1024)
})

test('the SDK imports nothing but itself', () => {
  const imported = sources.flatMap((source) =>
    [...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from),
  )
  expect(imported.filter((from) => !from?.startsWith('./'))).toEqual([])
})
