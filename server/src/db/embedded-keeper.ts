import { existsSync, realpathSync } from 'node:fs'
import net from 'node:net'
import pg from 'pg'
import { CannotStartDatabase, reasonOf } from './embedded-binaries.ts'
import { passwordOf, usesPassword } from './embedded-files.ts'
import { noteFile, type ServerNote } from './embedded-process.ts'

/** The connection that shows other processes that we use the server: the last one out turns off the light. */
export interface Keeper {
  readonly client: pg.Client
  readonly socket: net.Socket
}

const keeperName = 'tillback keeper'

export function urlOf({ host, port }: ServerNote, dataDir: string): string {
  if (usesPassword) return `postgres://postgres:${passwordOf(dataDir)}@${host}:${port}/postgres`
  return `postgres://postgres@localhost:${port}/postgres?host=${encodeURIComponent(host)}`
}

/** Nothing while the server starts, recovers or ends, and where none listens. */
export async function connectIfReady(note: ServerNote, dataDir: string): Promise<Keeper | undefined> {
  const socket = new net.Socket()
  const client = new pg.Client({
    connectionString: urlOf(note, dataDir),
    application_name: keeperName,
    ssl: false,
    stream: () => socket,
  })
  // Losing the server is noticed where it matters, by whoever has work for it.
  client.on('error', () => {})
  try {
    await client.connect()
    await refuseOtherDirectory(client, dataDir)
    return { client, socket }
  } catch (error) {
    socket.destroy()
    if (passes(error)) return undefined
    throw new CannotStartDatabase(`Cannot use the server noted in ${noteFile(dataDir)}: ${reasonOf(error)}`)
  }
}

/** Holding the database does not keep our process alive; that is for those who work with it. */
export function hold({ socket }: Keeper): void {
  socket.unref()
}

export async function release({ client, socket }: Keeper): Promise<void> {
  socket.ref()
  // It may have ended already, together with its server.
  await client.end().catch(() => {})
}

/** Counted on a connection of its own, as ours may have been lost with an earlier server. */
export async function countKeepers(note: ServerNote, dataDir: string): Promise<number> {
  const counter = await connectIfReady(note, dataDir)
  if (!counter) return 0
  try {
    const { rows } = await counter.client.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity
       where application_name = $1 and pid <> pg_backend_pid()`,
      [keeperName],
    )
    return rows[0]?.others ?? 0
  } finally {
    await release(counter)
  }
}

async function refuseOtherDirectory(client: pg.Client, dataDir: string): Promise<void> {
  const { rows } = await client.query<{ data_directory: string }>('show data_directory')
  const served = rows[0]?.data_directory ?? ''
  if (existsSync(served) && realpathSync(served) === dataDir) return
  throw new Error(`it serves another directory, ${served}`)
}

/**
 * Not there yet, starting, recovering, ending or full: all pass. A refused password or a closed directory
 * does not.
 */
function passes(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const passing = ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '53300']
  return passing.includes(code) || /Connection terminated/.test(reasonOf(error))
}
