import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { createApiKey } from '../../server/src/access/index.ts'
import { openDatabase, transact } from '../../server/src/db/index.ts'
import { migrate } from '../../server/src/db/migrate.ts'
import { API_VERSION } from '../../server/src/http/index.ts'
import { nobody, type Scope } from '../../server/src/kit/actor.ts'
import { buildApp } from '../../server/src/main/app.ts'
import { createBusiness } from '../../server/src/organisations/index.ts'
import { startThrowaway } from '../../server/test/clusters.ts'

export interface FuzzServer {
  readonly port: number
  /** A key of the business; the one before may have been revoked by a request. */
  newKey(scopes: readonly (Scope | '*')[]): Promise<string>
  stop(): Promise<void>
}

/** The real server with a database of its own and one business in TEST mode. `said` gets what it logs as a fault. */
export async function startFuzzServer(said: (line: string) => void): Promise<FuzzServer> {
  const postgres = await startThrowaway()
  await migrate(postgres.url)
  const database = openDatabase(postgres.url)
  const app = buildApp({
    database,
    clock: () => new Date(),
    log: pino({ level: 'error' }, { write: said }),
    secret: randomBytes(32),
    webhooks: { everyMs: 500 },
    notifications: { everyMs: 500 },
  })
  await app.http.listen({ host: '127.0.0.1', port: 0 })
  const address = app.http.server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server listens at no port')
  const business = {
    name: 'Fuzzed',
    code: 'FUZZED',
    currency: 'EUR',
    timeZone: 'Europe/Nicosia',
    mode: 'TEST' as const,
  }
  const actor = await transact(database, { actor: nobody, at: new Date() }, async ({ db, at }) => {
    const work = await createBusiness(db, business, at)
    return work.actor
  })
  return {
    port: address.port,
    newKey: (scopes) =>
      transact(database, { actor, at: new Date() }, async (work) => {
        const made = await createApiKey(work, {
          name: 'fuzz',
          kind: 'SECRET',
          scopes,
          apiVersion: API_VERSION,
        })
        return made.key
      }),
    stop: async () => {
      await app.close()
      await database.close()
      await postgres.stop()
    },
  }
}
