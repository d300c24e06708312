import { existsSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../server/src/db/index.ts'
import { readIfThere, writePrivate } from '../../server/src/main/data-folder.ts'
import { closeLater } from '../bench/closing.ts'
import { openCluster } from '../bench/cluster.ts'
import { startServer } from '../bench/servers.ts'
import type { Options } from './options.ts'

/** What a kept database is opened with again. */
export interface Kept {
  readonly key: string
  readonly shiftDays: number
}

export interface Place {
  readonly databaseUrl: string
  /** Of the server. */
  readonly url: string
  /** The database's is known where it runs on this machine. */
  readonly pids: { readonly server: number; readonly database: number | undefined }
  /** What an earlier run made here; undefined: nothing yet. */
  readonly kept: Kept | undefined
  /** Says that all is set up, so that a later run goes on. */
  keep(made: Kept): Promise<void>
}

export const KEPT_FOLDER = '.tillback/real'
const NAME = 'tillback'
// As `npm start` runs it.
const SERVER_FLAGS = ['--max-semi-space-size=32', '--heap-growing-percent=100']

/** A database of its own with a server on it; both end with the run. */
export async function openPlace({ keep, database }: Options, say: (line: string) => void): Promise<Place> {
  if (!keep) {
    const cluster = await openCluster(database, say)
    const databaseUrl = await cluster.create('tillback_real')
    return { databaseUrl, ...(await serve(databaseUrl, cluster.pid)), kept: undefined, keep: async () => {} }
  }
  const folder = path.resolve(import.meta.dirname, '../..', KEPT_FOLDER)
  const file = path.join(folder, 'real.json')
  const text = await readIfThere(file)
  if (text === undefined && existsSync(path.join(folder, 'database'))) {
    throw new Error(`${folder} holds a run that did not come to its first purchase; remove the folder.`)
  }
  const server = await startEmbedded({ dataDir: path.join(folder, 'database'), say })
  closeLater(() => server.stop())
  const databaseUrl = await ensureDatabase(server.url)
  return {
    databaseUrl,
    ...(await serve(databaseUrl, server.pid)),
    kept: text === undefined ? undefined : JSON.parse(text),
    keep: (made) => writePrivate(file, `${JSON.stringify(made, null, 2)}\n`),
  }
}

async function serve(
  databaseUrl: string,
  database: number | undefined,
): Promise<Pick<Place, 'url' | 'pids'>> {
  const { port, pid } = await startServer(databaseUrl, SERVER_FLAGS)
  return { url: `http://127.0.0.1:${port}`, pids: { server: pid, database } }
}

async function ensureDatabase(serverUrl: string): Promise<string> {
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [NAME])
  if (rowCount === 0) await admin.query(`create database ${NAME}`)
  await admin.end()
  const url = new URL(serverUrl)
  url.pathname = `/${NAME}`
  return url.href
}
