import { createWriteStream, existsSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql, type Transaction } from 'kysely'
import { verifyLog } from '../audit/index.ts'
import { type Database, openDatabase, startEmbedded, type Tables } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import {
  exportLedger,
  readTenants,
  type SealedTenant,
  type VerifyReport,
  verifyLedger,
} from '../ledger/index.ts'
import type { Config } from './config.ts'
import { ConfigError } from './config-error.ts'
import { DATABASE_NAME } from './database.ts'

export interface VerifyOptions {
  readonly config: Config
  /** A file that the books are written to besides. */
  readonly exportTo: string | undefined
  readonly json: boolean
  readonly print: (text: string) => void
}

/** `tillback verify`: proves the books of every tenant and says so; answers whether all of them hold. It writes nothing. */
export async function verify({ config, exportTo, json, print }: VerifyOptions): Promise<boolean> {
  const found = await findDatabase(config)
  const database = openDatabase(found.url, { connections: 2 })
  try {
    const at = await timeOf(database)
    const tenants = await readTenants(database)
    const reports: VerifiedTenant[] = []
    for (const tenant of tenants) {
      const report = await database.query.transaction().execute((db) => verifyTenant(db, tenant.tenant))
      reports.push({ ...tenant, ...report })
      if (!json) print(linesOf(tenant, report).join('\n'))
      if (exportTo !== undefined) {
        const file = tenants.length === 1 ? exportTo : fileOf(exportTo, tenant)
        await pipeline(Readable.from(exportLedger({ database, actor: tenant, at })), createWriteStream(file))
        if (!json) print(`  written to ${file}`)
      }
    }
    const holds = reports.every((report) => report.holds)
    print(
      json
        ? JSON.stringify({ holds, tenants: reports })
        : holds
          ? 'The books hold.'
          : 'THE BOOKS DO NOT HOLD.',
    )
    return holds
  } finally {
    await database.close()
    await found.stop()
  }
}

/** The books, and the log of who did what. */
async function verifyTenant(db: Transaction<Tables>, tenant: Tenant): Promise<VerifyReport> {
  const [{ holds, checks, ...books }, log] = [await verifyLedger(db, tenant), await verifyLog(db, tenant)]
  return { ...books, holds: holds && log.broken.length === 0, checks: [...checks, log] }
}

type VerifiedTenant = SealedTenant & VerifyReport

function linesOf({ tenant, business, mode }: SealedTenant, { checks }: VerifyReport): string[] {
  return [
    `Tenant ${tenant}, business ${business}, ${mode}:`,
    ...checks.flatMap(({ says, looked_at, broken }) => [
      `  ${broken.length === 0 ? 'holds ' : 'BROKEN'}  ${says} (${looked_at})`,
      ...broken.map((what) => `            ${what}`),
    ]),
  ]
}

function fileOf(file: string, { tenant }: SealedTenant): string {
  const { dir, name, ext } = path.parse(file)
  return path.join(dir, `${name}-${tenant}${ext}`)
}

/** The database that is there, as it is: a proof neither makes nor migrates one. */
async function findDatabase({
  databaseUrl,
  dataDir,
}: Config): Promise<{ url: string; stop(): Promise<void> }> {
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: async () => {} }
  const cluster = path.join(path.resolve(dataDir), 'database')
  if (!existsSync(path.join(cluster, 'PG_VERSION')))
    throw new ConfigError(`there is no database in ${cluster}; set TILLBACK_DATA_DIR or DATABASE_URL`)
  const server = await startEmbedded({ dataDir: cluster, say: () => {} })
  const url = new URL(server.url)
  url.pathname = `/${DATABASE_NAME}`
  return { url: url.href, stop: () => server.stop() }
}

/** The clock of the database: the books are of the instant at which it is asked. */
async function timeOf({ query }: Database): Promise<Date> {
  const { rows } = await sql<{ at: Date; sealed: string | null }>`
    select now() as at, to_regclass('ledger_seals')::text as sealed`.execute(query)
  const [row] = rows
  if (!row?.sealed)
    throw new ConfigError('the database is of an older version; start this version on it once')
  return row.at
}
