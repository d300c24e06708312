import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { type EmbeddedDatabase, startEmbedded, startPrivate } from '../../server/src/db/embedded.ts'
import { endServer, isAlive } from '../../server/src/db/embedded-process.ts'
import { closeLater } from './closing.ts'
import { parentOf } from './machine.ts'
import { findServer } from './programs.ts'

/** The PostgreSQL that one run is measured on. */
export interface Cluster {
  readonly name: string
  readonly version: string
  readonly settings: string
  /** The postmaster, where it runs on this machine. */
  readonly pid: number | undefined
  readonly connections: number
  /** Makes an empty database, or a copy of one that nobody is connected to. */
  create(database: string, copyOf?: string): Promise<string>
}

const root = path.resolve(import.meta.dirname, '../..')
const clusters = path.join(root, '.tillback/bench')
// All else is what `npm start` gives the embedded database: fsync, synchronous_commit and full_page_writes
// on, shared_buffers 256MB, max_wal_size 2GB. pgbench and three servers need more connections than one.
const settings = { max_connections: '300' }

/** `embedded`, `postgres` (this machine's) or the URL of a server whose user may create databases. */
export async function openCluster(wanted: string, say: (line: string) => void): Promise<Cluster> {
  if (/^postgres(ql)?:/.test(wanted)) return clusterAt('given', wanted)
  await removeAbandoned()
  const dataDir = path.join(clusters, `${process.pid}-${randomBytes(4).toString('hex')}`)
  const started = await start(wanted, dataDir, say)
  closeLater(async () => {
    await started.stop()
    remove(dataDir)
  })
  return clusterAt(wanted, started.url)
}

async function start(
  wanted: string,
  dataDir: string,
  say: (line: string) => void,
): Promise<EmbeddedDatabase> {
  if (wanted === 'embedded') return startEmbedded({ dataDir, settings, say })
  const binaries = findServer()
  if (!binaries) throw new Error('there is no PostgreSQL 15 to 18 on this machine; try --database embedded')
  return startPrivate({ dataDir, settings, say, binaries })
}

async function clusterAt(name: string, url: string): Promise<Cluster> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  const made: string[] = []
  closeLater(async () => {
    for (const database of made) await admin.query(`drop database if exists ${database} with (force)`)
    await admin.end()
  })
  const show = async (setting: string) => {
    const { rows } = await admin.query<{ value: string }>('select current_setting($1) as value', [setting])
    return rows[0]?.value ?? ''
  }
  const shown = ['fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'max_wal_size']
  const told: string[] = []
  for (const setting of shown) told.push(`${setting} ${await show(setting)}`)
  const { rows } = await admin.query<{ pid: number }>('select pg_backend_pid() as pid')
  return {
    name,
    version: await show('server_version'),
    settings: told.join(', '),
    pid: isLocal(url) ? parentOf(rows[0]?.pid ?? 0) : undefined,
    connections: Number(await show('max_connections')),
    create: async (database, copyOf) => {
      const unique = `${database}_${randomBytes(4).toString('hex')}`
      await admin.query(`create database ${unique}${copyOf ? ` template ${nameOf(copyOf)}` : ''}`)
      made.push(unique)
      return withDatabase(url, unique)
    },
  }
}

function isLocal(url: string): boolean {
  const { hostname, searchParams } = new URL(url)
  return searchParams.has('host') || ['', 'localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1)
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

/** A killed run leaves its server running, which nobody would ever use again. */
async function removeAbandoned(): Promise<void> {
  const names = existsSync(clusters) ? readdirSync(clusters) : []
  const abandoned = names.filter(
    (name) => /^\d+-[0-9a-f]{8}$/.test(name) && !isAlive(Number.parseInt(name, 10)),
  )
  for (const name of abandoned) {
    await endServer(path.join(clusters, name))
    remove(path.join(clusters, name))
  }
}

function remove(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true })
  rmSync(`${dataDir}.log`, { force: true })
}
