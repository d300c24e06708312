import { setTimeout as sleep } from 'node:timers/promises'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendStream } from './stream.ts'

const app = Fastify({ forceCloseConnections: true })
const failures: string[] = []
let made = 0
let isEnded = false
let url: string

async function* pieces(many: number, failsAt = many): AsyncGenerator<string> {
  made = 0
  isEnded = false
  try {
    for (; made < many; made++) {
      if (made === failsAt) throw new Error(`piece ${made} cannot be made`)
      yield 'x'.repeat(100_000)
    }
  } finally {
    isEnded = true
  }
}

beforeAll(async () => {
  app.get('/stream', (request, reply) => {
    const { many, fails } = Object(request.query)
    const told = { type: 'text/plain', file: 'x.txt', pieces: pieces(Number(many), Number(fails ?? many)) }
    return sendStream(reply, told, (error) => failures.push(error.message))
  })
  url = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => app.close())

test('all pieces arrive in order, as a file', async () => {
  const response = await fetch(`${url}/stream?many=30`)
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="x.txt"')
  expect((await response.text()).length).toBe(3_000_000)
  expect(isEnded).toBe(true)
})

test('what fails at the first piece is answered as an error', async () => {
  const response = await fetch(`${url}/stream?many=3&fails=0`)
  expect([response.status, await response.json()]).toEqual([
    500,
    expect.objectContaining({ statusCode: 500 }),
  ])
})

test('what fails later breaks the connection, so that nobody takes it for whole', async () => {
  const response = await fetch(`${url}/stream?many=30&fails=5`)
  await expect(response.text()).rejects.toThrow()
  expect(failures).toContain('piece 5 cannot be made')
})

test('no more is made than is read, and a reader who goes away ends it', async () => {
  const controller = new AbortController()
  const response = await fetch(`${url}/stream?many=100000`, { signal: controller.signal })
  await response.body?.getReader().read()
  await sleep(300)
  const madeUnread = made
  expect(madeUnread).toBeLessThan(1_000)
  controller.abort()
  for (let tries = 0; tries < 100 && !isEnded; tries++) await sleep(20)
  expect(isEnded).toBe(true)
  expect(made).toBeLessThan(madeUnread + 10)
})
