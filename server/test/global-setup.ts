import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/db/migrate.ts'
import { packagedChromium } from './browser.ts'
import { startThrowaway } from './clusters.ts'
import { withDatabase } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run, and the migrated database that freshDatabase() clones. */
    readonly postgres: { readonly url: string; readonly template: string }
  }
}

/** One PostgreSQL, one migrated template and one browser, unpacked, for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  try {
    const template = `tillback_template_${randomBytes(4).toString('hex')}`
    await execute(server.url, `create database ${template}`)
    await migrate(withDatabase(server.url, template))
    project.provide('postgres', { url: server.url, template })
    // Where the package has none that runs, tests take the machine's.
    await packagedChromium().catch(() => undefined)
    return async () => {
      await execute(server.url, `drop database ${template} with (force)`)
      await server.stop()
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function startServer(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  return given ? { url: given, stop: async () => {} } : startThrowaway()
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
