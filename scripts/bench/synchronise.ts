import { setTimeout as sleep } from 'node:timers/promises'
import { productOf, readShelf } from '../replay-real/products.ts'
import { cpuSecondsOf, cpuSecondsOfTree } from './machine.ts'
import type { Business } from './seed.ts'
import type { Server } from './servers.ts'

/** What became of the real products. */
export interface Synchronised {
  readonly calls: number
  readonly rows: number
  readonly seconds: number
  /** How long the slowest call waited for its answer. */
  readonly slowestAnswerMs: number
  readonly totals: Totals
  readonly completed: number
  /** CPU seconds of the server and of PostgreSQL meanwhile, purchases included. */
  readonly cpu: { readonly server: number; readonly database: number }
}

interface Totals {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
}

const ROWS_A_CALL = 10_000

export interface Target {
  readonly server: Server
  readonly business: Business
  readonly database: number | undefined
}

/** The real products in calls of 10,000 rows, as they are sent. */
export function bodiesOf(folder: string, change = ''): string[] {
  const rows = [...readShelf(folder)].map(([sku, product]) => {
    const row = productOf(sku, product)
    return { ...row, name: row.name + change }
  })
  return Array.from({ length: Math.ceil(rows.length / ROWS_A_CALL) }, (_, call) =>
    JSON.stringify({ products: rows.slice(call * ROWS_A_CALL, (call + 1) * ROWS_A_CALL) }),
  )
}

/** Sends every call at once and waits until the last row is done. */
export async function synchronise(target: Target, bodies: readonly string[]): Promise<Synchronised> {
  const cpu = () => ({
    server: cpuSecondsOf([target.server.pid]),
    database: target.database === undefined ? 0 : cpuSecondsOfTree(target.database),
  })
  const before = cpu()
  const since = performance.now()
  const answers = await Promise.all(bodies.map((body) => send(target, body)))
  const states: Process[] = []
  for (const { id } of answers) states.push(await ended(target, id))
  const after = cpu()
  const sum = (what: keyof Totals) => states.reduce((all, { totals }) => all + totals[what], 0)
  return {
    calls: bodies.length,
    rows: sum('created') + sum('updated') + sum('unchanged') + sum('rejected'),
    seconds: (performance.now() - since) / 1_000,
    slowestAnswerMs: Math.max(...answers.map(({ milliseconds }) => milliseconds)),
    totals: {
      created: sum('created'),
      updated: sum('updated'),
      unchanged: sum('unchanged'),
      rejected: sum('rejected'),
    },
    completed: states.filter(({ state }) => state === 'COMPLETED').length,
    cpu: { server: after.server - before.server, database: after.database - before.database },
  }
}

async function send({ server, business }: Target, body: string) {
  const since = performance.now()
  const response = await fetch(`http://127.0.0.1:${server.port}/backoffice/v2/synchronise_products`, {
    method: 'POST',
    headers: { api_key: business.key, 'content-type': 'application/json' },
    body,
  })
  const text = await response.text()
  if (response.status !== 200)
    throw new Error(`a call was answered ${response.status}: ${text.slice(0, 300)}`)
  const { id }: { readonly id: string } = JSON.parse(text)
  return { id, milliseconds: performance.now() - since }
}

interface Process {
  readonly state: string
  readonly totals: Totals
}

async function ended({ server, business }: Target, id: string): Promise<Process> {
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${server.port}/backoffice/v2/synchronise_products/${id}`, {
      headers: { api_key: business.key },
    })
    if (response.status === 200) {
      const process: Process = JSON.parse(await response.text())
      if (!['PENDING', 'IN_PROGRESS'].includes(process.state)) return process
    }
    await sleep(250)
  }
}
