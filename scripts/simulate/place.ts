import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Database, migrate, openDatabase, startEmbedded } from '../../server/src/db/index.ts'
import type { Answer, Wire } from './commands.ts'
import { exchange } from './exchange.ts'

/** What the server process is told: the time, and whether to let lots expire by it. */
export interface Order {
  readonly id: number
  readonly now: number
  readonly expire: boolean
}

export type FromServer = { readonly ready: string } | { readonly done: number; readonly failed?: string }

/** A server process on a database of its own, both of which can be killed; requests outlive that. */
export interface Place {
  readonly database: Database
  /** Seconds since the epoch. */
  setTime(now: number, options: { readonly expire: boolean }): Promise<void>
  post(key: string, wire: Wire): Promise<Answer>
  call(key: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Answer>
  /** Sends a request and hangs up at once: nobody knows whether it arrived. */
  lose(key: string, wire: Wire, afterMs: number): Promise<void>
  killServer(): Promise<void>
  killDatabase(): Promise<void>
  close(): Promise<void>
}

type Request = () => ReturnType<typeof exchange>

// A machine that other work shares may leave a server without a processor for minutes.
const GIVE_UP_MS = 600_000
const AGAIN_MS = 20
// What is killed are processes, and what those have written the system keeps: it need not reach the disk.
const SETTINGS = { fsync: 'off', full_page_writes: 'off' }

export async function openPlace(say: (line: string) => void): Promise<Place> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillback-simulate-'))
  const dataDir = path.join(folder, 'database')
  const secret = randomBytes(32).toString('hex')
  let cluster = await startEmbedded({ dataDir, say, settings: SETTINGS })
  const url = await makeDatabase(cluster.url)
  const database = openDatabase(url)
  await migrate(url)
  let now = 0
  let server = await startServer({ databaseUrl: url, secret, now })
  let orders = 0
  const tellTime = async (expire: boolean) => {
    orders += 1
    await server.obey({ id: orders, now: now * 1_000, expire })
  }
  const send = (key: string, { path: to, body, key: again }: Wire, signal?: AbortSignal) =>
    exchange({
      method: 'POST',
      url: `${server.url}/backoffice/v2/${to}`,
      headers: {
        api_key: key,
        'content-type': 'application/json',
        ...(again === undefined ? {} : { 'idempotency-key': again }),
      },
      body: JSON.stringify(body),
      signal,
    })
  const ask = async (request: Request): Promise<Answer> => {
    const until = performance.now() + GIVE_UP_MS
    for (;;) {
      const answer = await once(request)
      if (answer) return answer
      if (performance.now() > until) throw new Error('the server did not answer for ten minutes')
      await pause(AGAIN_MS)
    }
  }
  return {
    database,
    setTime: async (to, { expire }) => {
      now = to
      await tellTime(expire)
    },
    post: (key, wire) => ask(() => send(key, wire)),
    call: (key, method, to, body) =>
      ask(() =>
        exchange({
          method,
          url: `${server.url}/backoffice/v2/${to}`,
          headers: { api_key: key, ...(body && { 'content-type': 'application/json' }) },
          body: body && JSON.stringify(body),
        }),
      ),
    lose: async (key, wire, afterMs) => {
      await send(key, wire, AbortSignal.timeout(afterMs)).catch(() => {})
    },
    killServer: async () => {
      await server.kill()
      server = await startServer({ databaseUrl: url, secret, now })
    },
    killDatabase: async () => {
      process.kill(postmasterOf(dataDir), 'SIGKILL')
      await cluster.stop().catch(() => {})
      cluster = await startEmbedded({ dataDir, say, settings: SETTINGS })
    },
    close: async () => {
      await server.kill()
      await database.close()
      await cluster.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** undefined: not answered, or answered that it is too busy; whether it was done is not known. */
async function once(request: Request): Promise<Answer | undefined> {
  try {
    const { status, text } = await request()
    if (status >= 500 || status === 429 || status === 409) return undefined
    return { status, text, body: JSON.parse(text) }
  } catch {
    return undefined
  }
}

interface ServerProcess {
  readonly url: string
  obey(order: Order): Promise<void>
  kill(): Promise<void>
}

interface Starting {
  readonly databaseUrl: string
  readonly secret: string
  /** Before it is told otherwise. */
  readonly now: number
}

async function startServer({ databaseUrl, secret, now }: Starting): Promise<ServerProcess> {
  const file = path.join(import.meta.dirname, 'server.ts')
  const execArgv = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=32']
  const child = fork(file, [databaseUrl, secret, String(now * 1_000)], {
    execArgv,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, { done(): void; fail(error: Error): void }>()
  const url = await new Promise<string>((resolve, reject) => {
    child.on('message', (message: FromServer) => {
      if ('ready' in message) return resolve(message.ready)
      const order = waiting.get(message.done)
      waiting.delete(message.done)
      if (message.failed === undefined) order?.done()
      else order?.fail(new Error(message.failed))
    })
    child.once('exit', (code) => reject(new Error(`the server ended as it started, with ${code}`)))
  })
  child.once('exit', () => {
    for (const { fail } of waiting.values()) fail(new Error('the server was killed'))
  })
  return {
    url,
    obey: (order) =>
      new Promise((done, fail) => {
        waiting.set(order.id, { done, fail })
        child.send(order)
      }),
    kill: () => killed(child),
  }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

function postmasterOf(dataDir: string): number {
  return Number(readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function makeDatabase(clusterUrl: string): Promise<string> {
  const admin = new pg.Client({ connectionString: clusterUrl })
  await admin.connect()
  await admin.query('create database simulation')
  await admin.end()
  const url = new URL(clusterUrl)
  url.pathname = '/simulation'
  return url.href
}
