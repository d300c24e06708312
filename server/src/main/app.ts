import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { keyAuthenticator } from '../access/index.ts'
import type { Database } from '../db/index.ts'
import { serve } from '../http/index.ts'
import type { Clock } from '../kit/time.ts'
import { routes } from './routes.ts'

export interface AppOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
}

/** The whole API on one database, ready to listen or to be asked directly. */
export function buildApp({ database, clock, log }: AppOptions): FastifyInstance {
  return serve({ database, clock, log, routes: routes(), authenticate: keyAuthenticator(database, clock) })
}
