import { Tillback } from '@tillback/sdk'
import { expect, test } from 'vitest'
import { sendContacts } from './send-contacts.ts'
import { sendProducts } from './send-products.ts'
import type { Progress, Sending } from './sending.ts'

interface Asked {
  readonly method: string
  readonly path: string
  readonly key: string | null
  readonly rows: number
}

/** A server that answers as it is told, and what it was asked. */
function serverOf(answer: (asked: Asked, sent: Record<string, readonly unknown[]>) => unknown) {
  const asked: Asked[] = []
  const fetch: typeof globalThis.fetch = async (url, init) => {
    const { pathname, search } = new URL(String(url))
    const sent = typeof init?.body === 'string' ? JSON.parse(init.body) : {}
    const one = {
      method: init?.method ?? 'GET',
      path: pathname.replace('/backoffice/v2/', '') + search,
      key: new Headers(init?.headers).get('idempotency-key'),
      rows: (sent.contacts ?? sent.products ?? []).length,
    }
    asked.push(one)
    const told = answer(one, sent)
    return told instanceof Response ? told : Response.json(told)
  }
  return {
    asked,
    client: new Tillback({ apiKey: 'key', baseUrl: 'http://shop.example', fetch, maxRetries: 0 }),
  }
}

function sendingOf(client: Tillback, more: Partial<Sending> = {}) {
  const progress: Progress[] = []
  const sending: Sending = {
    isTrial: true,
    signal: new AbortController().signal,
    ask: (call) => call(client),
    onProgress: (each) => progress.push(each),
    watch: (jobs) => watched(client, jobs, progress),
    ...more,
  }
  return { sending, progress }
}

/** Asked for until all are done. */
async function watched(client: Tillback, jobs: readonly string[], progress: Progress[]) {
  for (;;) {
    const processes = await Promise.all(jobs.map((id) => client.processes.get(id)))
    progress.push({ by: 'SERVER', processes })
    if (processes.every(({ state }) => state === 'COMPLETED')) return processes
  }
}

const people = (count: number) => Array.from({ length: count }, (_, index) => ({ code: `C-${index}` }))
const refusedLast = (rows: readonly unknown[]) => ({
  totals: { received: rows.length, created: rows.length - 1, updated: 0, unchanged: 0, rejected: 1 },
  rows: rows.map((_, index) => ({
    index,
    message: index === rows.length - 1 ? `contacts[${index}].code is bad` : null,
  })),
})

test('contacts go in small calls, and those that were refused are known by their place in the file', async () => {
  const { asked, client } = serverOf((_, { contacts = [] }) => refusedLast(contacts))
  const { sending, progress } = sendingOf(client)
  const { totals, rejected } = await sendContacts(people(60), sending)
  expect(asked.map(({ path, rows }) => [path, rows])).toEqual([
    ['synchronise_contacts?simulate=true', 25],
    ['synchronise_contacts?simulate=true', 25],
    ['synchronise_contacts?simulate=true', 10],
  ])
  expect(totals).toEqual({ received: 60, created: 57, updated: 0, unchanged: 0, rejected: 3 })
  expect([...rejected]).toEqual([24, 49, 59].map((place) => [place, 'code is bad']))
  const counted = progress.map((each) => (each.by === 'PAGE' ? each.facts.done : undefined))
  expect(counted).toEqual([0, 25, 50, 60, 60])
})

test('a call that failed is made again under its own key, and the others go on from there', async () => {
  let calls = 0
  const { asked, client } = serverOf((_, { contacts = [] }) => {
    calls += 1
    return calls === 2 ? new Response('', { status: 503 }) : refusedLast(contacts)
  })
  const ask: Sending['ask'] = (call) => call(client).catch(() => call(client))
  const { totals } = await sendContacts(people(50), sendingOf(client, { isTrial: false, ask }).sending)
  expect(totals.received).toBe(50)
  const [first, failed, again] = asked
  expect([asked.length, failed?.key]).toEqual([3, again?.key])
  expect(first?.key).not.toBe(again?.key)
  expect(first?.path).toBe('synchronise_contacts?simulate=false')
})

test('products are parted into as many jobs as it takes, whose refusals are put together', async () => {
  const totals = { received: 2, created: 1, updated: 0, unchanged: 0, rejected: 1 }
  let looked = 0
  const { asked, client } = serverOf(({ method, path, rows }) => {
    if (method === 'POST') return { id: `job-${rows}`, process_id: `job-${rows}` }
    if (path.startsWith('processes/')) {
      looked += 1
      return { id: path.slice('processes/'.length), state: looked > 2 ? 'COMPLETED' : 'IN_PROGRESS', totals }
    }
    return { content: [{ index: 1, message: 'products[1].sku is missing' }], paging: { has_more: false } }
  })
  const { sending, progress } = sendingOf(client)
  const outcome = await sendProducts(people(10_002), sending)
  expect(asked.filter(({ method }) => method === 'POST').map(({ rows }) => rows)).toEqual([10_000, 2])
  expect([...outcome.rejected]).toEqual([
    [1, 'sku is missing'],
    [10_001, 'sku is missing'],
  ])
  expect(outcome.totals).toMatchObject({ received: 4, rejected: 2 })
  expect(progress).toHaveLength(2)
})

test('what is stopped is asked nothing more', async () => {
  const stop = new AbortController()
  const { asked, client } = serverOf((_, { contacts = [] }) => {
    stop.abort()
    return refusedLast(contacts)
  })
  await expect(sendContacts(people(60), sendingOf(client, { signal: stop.signal }).sending)).rejects.toThrow()
  expect(asked).toHaveLength(1)
})
