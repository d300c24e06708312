import { pino } from 'pino'
import type { Answered } from '../../../scripts/fuzz/judge.ts'
import { type Line, openLine } from '../../../scripts/fuzz/send.ts'
import { createApiKey, createOwner } from '../../src/access/index.ts'
import { openDatabase, transact } from '../../src/db/index.ts'
import { API_VERSION, type Endpoint } from '../../src/http/index.ts'
import { SCOPES } from '../../src/kit/actor.ts'
import { buildApp } from '../../src/main/app.ts'
import { type Caller, fill, openOne, operations } from '../access/stand-in.ts'
import { emptyDatabase } from '../database.ts'
import { startServer, type TestServer } from '../harness.ts'
import { newName, PASSWORD, type Staff, signedIn } from '../staff.ts'
import { type Book, openBook } from './book.ts'

/** A server with a business that has something of everything, and the book of what was refused. */
export interface Bench {
  readonly server: TestServer
  readonly line: Line
  readonly mine: Caller
  readonly book: Book
  /** Somebody of the business who is signed in. */
  readonly staff: Staff
  /** What may ask the endpoint: the key of the business, or the token of somebody signed in. */
  keyFor(endpoint: Endpoint): string
  /** A key of the business that has every scope but those. */
  keyWithout(scopes: readonly string[]): Promise<string>
  close(): Promise<void>
}

export async function openBench(): Promise<Bench> {
  const server = await startServer()
  const mine = await openOne(server, { code: 'MINE', mode: 'TEST' })
  const line = openLine(Number(new URL(server.url).port))
  await fill(line, mine)
  const staff = await signIn(server, mine)
  return {
    server,
    line,
    mine,
    book: openBook(),
    staff,
    keyFor: ({ access }) => (access === 'staff' ? staff.token : access === 'contact' ? mine.token : mine.key),
    keyWithout: async (without) => {
      const scopes = SCOPES.filter((scope) => !without.includes(scope))
      const made = { name: 'some', kind: 'SECRET', scopes, apiVersion: API_VERSION } as const
      const work = { actor: mine.actor, at: server.clock.now }
      return (await transact(server.database, work, (open) => createApiKey(open, made))).key
    },
    close: async () => {
      line.close()
      await server.stop()
    },
  }
}

async function signIn(server: TestServer, { actor }: Caller): Promise<Staff> {
  const username = newName()
  await transact(server.database, { actor, at: server.clock.now }, (work) =>
    createOwner(work, { username, password: PASSWORD }),
  )
  return signedIn(server, { username, mode: actor.mode })
}

export interface Ailing {
  readonly line: Line
  stop(): Promise<void>
}

/** Servers of the same installation that can answer nothing well. */
export const AILING = {
  /** Whose database nobody listens at. */
  'database away': (secret: Buffer) => startOn({ url: 'postgres://127.0.0.1:1/nowhere', secret }),
  /** Whose database has no tables: every statement is a fault of ours. */
  'no tables': async (secret: Buffer) => startOn({ ...(await emptyDatabase()), secret }),
  'plain HTTP': () => startWith({ https: { required: true, proxies: [] } }),
  /** That has answered all that it answers within an hour. */
  'asked enough': async () => {
    const once = { quota: 1, seconds: 3_600 }
    const both = { read: once, write: once }
    const ailing = await startWith({ limits: { LIVE: both, TEST: both, address: once } })
    await ailing.line.send({ method: 'GET', path: '/backoffice/v2/contacts', headers: {}, body: undefined })
    return ailing
  },
} as const

async function startWith(options: Parameters<typeof startServer>[0]): Promise<Ailing> {
  const server = await startServer(options)
  const line = openLine(Number(new URL(server.url).port))
  const stop = async () => {
    line.close()
    await server.stop()
  }
  return { line, stop }
}

interface Installed {
  readonly url: string
  readonly secret: Buffer
  readonly drop?: () => Promise<void>
}

async function startOn({ url, secret, drop = async () => {} }: Installed): Promise<Ailing> {
  const database = openDatabase(url)
  const log = pino({ level: 'silent' })
  const app = buildApp({ database, clock: () => new Date(), log, secret })
  const address = await app.http.listen({ host: '127.0.0.1', port: 0 })
  const line = openLine(Number(new URL(address).port))
  return {
    line,
    stop: async () => {
      line.close()
      await app.close()
      await database.close()
      await drop()
    },
  }
}

export interface Question {
  readonly path: string
  readonly key?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export function sendTo(line: Line, { method }: Endpoint, question: Question): Promise<Answered> {
  const { path, key, headers, body } = question
  return line.send({
    method,
    path,
    headers: {
      ...(key !== undefined && { api_key: key }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
}

export function operationOf({ name }: Endpoint) {
  const found = operations.find(({ id }) => id === name)
  if (!found) throw new Error(`${name} is in no document`)
  return found
}
