import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { errors as greek } from './el/errors.ts'
import { errors as english } from './en/errors.ts'

const document = await readFile(new URL('../../../openapi.json', import.meta.url), 'utf8')

test('whatever the API refuses, the list of requests says why in words', () => {
  const codes = new Set([...document.matchAll(/\.([A-Z]+EXCEPTION)`/g)].map(([, code = '']) => code))
  expect(codes.size).toBeGreaterThan(25)
  for (const words of [english, greek]) expect([...codes].filter((code) => !words[code])).toEqual([])
  expect(Object.keys(greek)).toEqual(Object.keys(english))
})
