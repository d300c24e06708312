import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { watchProcess } from './watch-process.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
  shop = await openShop(server)
})
afterAll(() => server.stop())

const rows = Array.from({ length: 600 }, (_, index) => ({
  sku: `P-${index}`,
  tax_rate: index === 7 ? 'x' : 19,
}))
const begin = async () => (await shop.call('POST', 'synchronise_products', { products: rows })).body.id
const watch = async (id: string, { key = shop.key, json = false } = {}) => {
  const lines: string[] = []
  const isDone = await watchProcess({
    url: server.url,
    key,
    id,
    json,
    print: (line) => lines.push(line),
    pauseMs: 20,
  })
  return { lines, isDone }
}

test('a job is told line by line until it ends, with what came of its rows', async () => {
  const { lines, isDone } = await watch(await begin())
  expect(isDone).toBe(true)
  expect(lines.at(-1)).toBe(
    'PRODUCT_SYNC COMPLETED · 600 of 600 · 599 created · 0 updated · 0 unchanged · 1 rejected',
  )
  expect(new Set(lines).size).toBe(lines.length)
})

test('as JSON it is what the API tells', async () => {
  const id = await begin()
  const { lines, isDone } = await watch(id, { json: true })
  expect(isDone).toBe(true)
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual((await shop.call('GET', `processes/${id}`)).body)
})

test('one that is not there, or that the key may not see, is told and is no success', async () => {
  const none = await watch('0199b1c4-5a7e-7c21-9f3d-6b0c8d2e4f11')
  expect(none).toEqual({ isDone: false, lines: [expect.stringContaining('No process is known')] })
  expect(await watch(await begin(), { key: 'wrong' })).toMatchObject({ isDone: false })
})

test('the command ends with 0 when the job is done', async () => {
  const cli = fileURLToPath(new URL('./cli.ts', import.meta.url))
  const child = spawn(process.execPath, [cli, 'processes', 'watch', await begin(), '--url', server.url], {
    env: { PATH: process.env.PATH, API_KEY: shop.key },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('PRODUCT_SYNC COMPLETED') })
})
