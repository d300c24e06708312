import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { openDatabase } from '../db/index.ts'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { installationSecret } from './data-folder.ts'
import { openMigrated } from './database.ts'
import { type Demo, openDemo } from './demo/index.ts'
import { mountWeb } from './web.ts'

export interface Running {
  readonly url: string
  readonly demo: Demo | undefined
  stop(): Promise<void>
}

export interface StartOptions {
  readonly config: Config
  /** Create the demo business (always with the embedded database). */
  readonly demo: boolean
  readonly say: (line: string) => void
}

const CLOCKS_EVERY_MS = 500
const PAYOUTS_EVERY_MS = 5_000
const WEBHOOKS_EVERY_MS = 1_000
const NOTIFICATIONS_EVERY_MS = 1_000
const SYNCS_EVERY_MS = 600_000
const FEEDS_EVERY_MS = 2_000
const ACCESS_EVERY_MS = 15_000
const REQUESTS_EVERY_MS = 1_000
const PACKING_EVERY_MS = 20_000
const SEALS_EVERY_MS = 60_000
const EXPIRY_EVERY_MS = 60_000

/** Starts everything: database, migrations, demo, HTTP. Answers when requests are served. */
export async function start({ config, demo, say }: StartOptions): Promise<Running> {
  const opened = await openMigrated(config, say)
  const database = openDatabase(opened.url)
  // The only place where the time is taken from the machine.
  const clock = () => new Date()
  const log = pino({ level: config.logLevel })
  const app = buildApp({
    database,
    clock,
    log,
    secret: await installationSecret(config.dataDir, config.secret),
    https: config.https,
    relyingParty: config.relyingParty,
    limits: config.limits,
    clocks: { everyMs: CLOCKS_EVERY_MS },
    payouts: { urls: config.providerUrls, everyMs: PAYOUTS_EVERY_MS },
    webhooks: { networks: config.webhookNetworks, everyMs: WEBHOOKS_EVERY_MS },
    notifications: { everyMs: NOTIFICATIONS_EVERY_MS, contact: config.pushContact },
    feeds: { everyMs: FEEDS_EVERY_MS },
    syncs: { everyMs: SYNCS_EVERY_MS },
    expiry: { everyMs: EXPIRY_EVERY_MS },
    access: { everyMs: ACCESS_EVERY_MS },
    requests: { everyMs: REQUESTS_EVERY_MS },
    packing: { everyMs: PACKING_EVERY_MS },
    seals: { everyMs: SEALS_EVERY_MS },
  })
  await mountWeb(app.http)
  const wanted = opened.embedded || demo
  const prepared = wanted ? await openDemo(database, { dataDir: config.dataDir, clock, say }) : undefined
  const url = await listen(app.http, config, say)
  if (config.https.required)
    say('plain HTTP is refused; the proxy that ends TLS is named in TILLBACK_TRUSTED_PROXIES')
  const written = await prepared?.write(url)
  return {
    url,
    demo: written,
    stop: async () => {
      await app.close()
      await database.close()
      await opened.stop()
    },
  }
}

const MOST_PORTS_TRIED = 20

/** Listens on the wanted port, or on the next that is free, and says so. */
async function listen(
  http: FastifyInstance,
  { host, port }: Config,
  say: (line: string) => void,
): Promise<string> {
  for (let tried = port; ; tried++) {
    try {
      return await http.listen({ host, port: tried })
    } catch (error) {
      const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!inUse || port === 0 || tried - port >= MOST_PORTS_TRIED) throw error
      say(`port ${tried} is in use, trying ${tried + 1}`)
    }
  }
}
