import path from 'node:path'
import pg from 'pg'

import { type EmbeddedDatabase, migrate, startEmbedded } from '../db/index.ts'
import type { Config } from './config.ts'

export interface OpenedDatabase {
  readonly url: string
  readonly embedded: boolean
  stop(): Promise<void>
}

/** The embedded server's one database. */
export const DATABASE_NAME = 'tillback'

/** The operator's database, or the embedded one started; migrated either way. */
export async function openMigrated(config: Config, say: (line: string) => void): Promise<OpenedDatabase> {
  if (config.databaseUrl !== undefined) {
    await migrate(config.databaseUrl, say)
    return { url: config.databaseUrl, embedded: false, stop: async () => {} }
  }
  const dataDir = path.join(path.resolve(config.dataDir), 'database')
  const server = await startEmbedded({ dataDir, say })
  const url = await ensureDatabase(server.url)
  await migrate(url, say)
  const kept = keepRunning(server, () => startEmbedded({ dataDir, say }), say)
  return { url, embedded: true, stop: kept.stop }
}

const LOOK_EVERY_MS = 250

/** Starts the embedded server again when it died, as a service manager would; requests meanwhile are told to come again. */
function keepRunning(
  first: EmbeddedDatabase,
  restart: () => Promise<EmbeddedDatabase>,
  say: (line: string) => void,
): { stop(): Promise<void> } {
  let server = first
  let restarting: Promise<void> | undefined
  const look = () => {
    if (restarting || isRunning(server.pid)) return
    say('the database ended unexpectedly; starting it again')
    restarting = restart()
      .then((again) => {
        server = again
      })
      .catch((error: unknown) => say(`the database could not be started: ${String(error)}`))
      .finally(() => {
        restarting = undefined
      })
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      await restarting
      await server.stop()
    },
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function ensureDatabase(serverUrl: string): Promise<string> {
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [DATABASE_NAME])
    if (rowCount === 0) await admin.query(`create database ${DATABASE_NAME}`).catch(unlessExists)
  } finally {
    await admin.end()
  }
  const url = new URL(serverUrl)
  url.pathname = `/${DATABASE_NAME}`
  return url.href
}

const DUPLICATE_DATABASE = '42P04'
const UNIQUE_VIOLATION = '23505'

/** Two processes that start together may both try; the second finds it made. */
function unlessExists(error: unknown): void {
  const code = error instanceof pg.DatabaseError ? error.code : undefined
  if (code !== DUPLICATE_DATABASE && code !== UNIQUE_VIOLATION) throw error
}
