import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/index.ts'
import type { Config } from './config.ts'

export interface OpenedDatabase {
  readonly url: string
  readonly embedded: boolean
  stop(): Promise<void>
}

const NAME = 'tillback'

/** The operator's database, or the embedded one started; migrated either way. */
export async function openMigrated(config: Config, say: (line: string) => void): Promise<OpenedDatabase> {
  if (config.databaseUrl !== undefined) {
    await migrate(config.databaseUrl, say)
    return { url: config.databaseUrl, embedded: false, stop: async () => {} }
  }
  const server = await startEmbedded({ dataDir: path.join(path.resolve(config.dataDir), 'database'), say })
  const url = await ensureDatabase(server.url)
  await migrate(url, say)
  // A server that another process started is that process's to stop.
  return { url, embedded: true, stop: server.adopted ? async () => {} : () => server.stop() }
}

async function ensureDatabase(serverUrl: string): Promise<string> {
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [NAME])
    if (rowCount === 0) await admin.query(`create database ${NAME}`).catch(unlessExists)
  } finally {
    await admin.end()
  }
  const url = new URL(serverUrl)
  url.pathname = `/${NAME}`
  return url.href
}

const DUPLICATE_DATABASE = '42P04'
const UNIQUE_VIOLATION = '23505'

/** Two processes that start together may both try; the second finds it made. */
function unlessExists(error: unknown): void {
  const code = error instanceof pg.DatabaseError ? error.code : undefined
  if (code !== DUPLICATE_DATABASE && code !== UNIQUE_VIOLATION) throw error
}
