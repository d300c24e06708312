import { hkdfSync } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { authenticator } from '../access/index.ts'
import { openGiftRounds } from '../achievements/index.ts'
import type { Database } from '../db/index.ts'
import { serve } from '../http/index.ts'
import { Busy } from '../kit/error.ts'
import type { Clock } from '../kit/time.ts'
import { openProcesses } from '../processes/index.ts'
import { codeSigner, openCatalogues, openPurchaseDesk } from '../purchases/index.ts'
import { docsRoutes } from './docs/index.ts'
import { mountHealth } from './health.ts'
import { processKinds } from './processes.ts'
import { routes } from './routes.ts'

export interface AppOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
  /** At least 32 random bytes, the same on every process of an installation: staff tokens and receipt codes are signed with it. */
  readonly secret: Uint8Array
}

export interface App {
  readonly http: FastifyInstance
  /** Refuses what is new, answers what was taken, then closes. */
  close(): Promise<void>
}

/** The whole API on one database, ready to listen or to be asked directly. */
export function buildApp({ database, clock, log, secret }: AppOptions): App {
  const tokenSecret = secretFor(secret, 'staff tokens')
  const sign = codeSigner(secretFor(secret, 'receipt codes'))
  const catalogues = openCatalogues(database.url)
  const desk = openPurchaseDesk({ database, catalogues, sign })
  const processes = openProcesses({ database, clock, log, kinds: processKinds(database.url) })
  const gifts = openGiftRounds({ database, catalogues, clock, log })
  const authenticate = authenticator(database, clock, tokenSecret)
  const wiring = {
    database,
    tokenSecret,
    forgetCallers: authenticate.forget,
    catalogues,
    desk,
    processes,
    sign,
  }
  let draining = false
  const unready = () =>
    draining ? Busy({ detail: 'The server is stopping.', retryAfterSeconds: 2 }) : undefined
  const served = routes(wiring)
  const http = serve({ database, clock, log, routes: served, authenticate, unready })
  docsRoutes(
    http,
    served.map(({ endpoint }) => endpoint),
  )
  mountHealth(http, { database, ready: () => !draining })
  const close = async () => {
    draining = true
    await http.close()
    // Before the desk: a run may use what the requests use.
    await processes.close()
    await gifts.close()
    await desk.close()
    await catalogues.close()
  }
  return { http, close }
}

/** One secret an installation, a key of its own for each use. */
function secretFor(secret: Uint8Array, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', use, 32))
}
