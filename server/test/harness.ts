import { randomBytes } from 'node:crypto'
import { type Logger, pino } from 'pino'
import { createApiKey } from '../src/access/index.ts'
import { type Database, openDatabase, transact, type Work } from '../src/db/index.ts'
import type { Expired } from '../src/expiry/index.ts'
import { API_VERSION } from '../src/http/index.ts'
import { type Actor, type Mode, nobody } from '../src/kit/actor.ts'
import { type App, buildApp } from '../src/main/app.ts'
import type { AppOptions } from '../src/main/app-options.ts'
import { mountWeb } from '../src/main/web.ts'
import { createBusiness } from '../src/organisations/index.ts'
import type { ExpiredPasses } from '../src/passes/index.ts'
import type { Sent } from '../src/payouts/index.ts'
import type { ExpiredBlocks } from '../src/wallet-blocks/index.ts'
import { freshDatabase } from './database.ts'
import { unboundSince, watchedUrl } from './tenants/watch.ts'

/** An answer of the API as a test looks at it. */
export interface Answer {
  readonly status: number
  // Tests look into answers freely; what they expect is written in each of them.
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what the test is about
  readonly body: any
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
}

export interface BusinessOptions {
  readonly currency?: string
  readonly timeZone?: string
  /** TEST unless it is said. */
  readonly mode?: Mode
  /** The business in its other mode, of which this is the twin. */
  readonly twinOf?: TestBusiness
}

export interface TestServer {
  readonly url: string
  readonly database: Database
  /** The installation's, so that another process can be started beside this one. */
  readonly secret: Buffer
  /** The clock that everything on this server reads; tests move it. */
  readonly clock: { now: Date }
  /** A business of its own, so that tests of one file do not meet. */
  business(options?: BusinessOptions): Promise<TestBusiness>
  /** Looks once at every payout that is due. */
  sendPayouts(): Promise<Sent>
  /** The address of a further server on the same database, as a second process would be. */
  another(): Promise<string>
  /** Posts what is due to expire: one round of every process at once. */
  expireLots(): Promise<readonly Expired[]>
  /** Posts what was paid for passes that are over: one round of every process at once. */
  expirePasses(): Promise<readonly ExpiredPasses[]>
  /** Releases blocked money whose time is over: one round of every process at once. */
  expireBlocks(): Promise<readonly ExpiredBlocks[]>
  /** Settles claims whose purchases the till has sent: one round of every process at once; answers what went wrong. */
  settleClaims(): Promise<readonly unknown[]>
  /** Mails staff what is due: one round of every process, one after another; answers how many were tried. */
  sendStaffMails(): Promise<number>
  /** Writes which keys were used: one round of every process at once. */
  writeKeyUses(): Promise<void>
  /** Writes what was asked since into the request log: one round of every process at once. */
  writeRequests(): Promise<void>
  /** Forgets what of the request log is too old or too much: one round of every process at once. */
  forgetRequests(): Promise<void>
  /** Tries every message to contacts that is due; answers how many. */
  sendMessages(): Promise<number>
  /** Numbers events and tells contacts of them; answers how many messages that made. */
  notify(): Promise<number>
  /** Numbers events and tries every webhook that is due once. */
  sendWebhooks(): Promise<number>
  /** Fetches feeds of products that are due, in every process at once; answers how many. */
  pullFeeds(): Promise<number>
  /** Throws away the rows of synchronisations that were given up, in every process at once; answers of how many. */
  forgetSyncs(): Promise<number>
  /** Sends orders to adaptors, in every process at once; answers how many were tried. */
  provisionOrders(): Promise<number>
  stop(): Promise<void>
}

export interface TestBusiness {
  readonly actor: Actor
  readonly key: string
  call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>
  /** Runs code with the rights of the business in a transaction. */
  work<Result>(run: (work: Work) => Promise<Result>): Promise<Result>
}

let businesses = 0

/** Starts the API on a database of its own and a free port. */
export async function startServer(
  options: Pick<AppOptions, 'payouts' | 'webhooks' | 'https' | 'limits' | 'clocks' | 'relyingParty'> & {
    readonly log?: Logger
  } = {},
): Promise<TestServer> {
  const { url: databaseUrl, drop } = await freshDatabase()
  const database = openDatabase(databaseUrl)
  // The product's own, so that what it asks is told from what tests ask.
  const product = openDatabase(watchedUrl(databaseUrl))
  const clock = { now: new Date() }
  const apps: App[] = []
  const secret = randomBytes(32)
  const listen = async () => {
    const app = buildApp({
      database: product,
      clock: () => clock.now,
      secret,
      log: pino({ level: 'warn' }),
      ...options,
    })
    apps.push(app)
    await mountWeb(app.http)
    return app.http.listen({ host: '127.0.0.1', port: 0 })
  }
  const url = await listen()
  return {
    url,
    database,
    secret,
    clock,
    business: (options) => openBusiness({ url, database, clock }, options),
    another: listen,
    expireLots: () => Promise.all(apps.map((app) => app.expireLots())),
    expirePasses: () => Promise.all(apps.map((app) => app.expirePasses())),
    expireBlocks: () => Promise.all(apps.map((app) => app.expireBlocks())),
    writeRequests: async () => void (await Promise.all(apps.map((app) => app.writeRequests()))),
    forgetRequests: async () => void (await Promise.all(apps.map((app) => app.forgetRequests()))),
    sendStaffMails: async () => {
      let tried = 0
      for (const app of apps) tried += await app.sendStaffMails()
      return tried
    },
    writeKeyUses: async () => void (await Promise.all(apps.map((app) => app.writeKeyUses()))),
    settleClaims: async () => (await Promise.all(apps.map((app) => app.settleClaims()))).flat(),
    sendMessages: async () =>
      (await Promise.all(apps.map((app) => app.sendMessages()))).reduce((a, b) => a + b, 0),
    notify: async () => {
      await apps[0]?.sendWebhooks()
      const made = await Promise.all(apps.map((app) => app.makeCommunications()))
      return made.reduce((sum, each) => sum + each, 0)
    },
    pullFeeds: async () => {
      const pulled = await Promise.all(apps.map((app) => app.pullFeeds()))
      return pulled.reduce((sum, each) => sum + each, 0)
    },
    forgetSyncs: async () => {
      const forgotten = await Promise.all(apps.map((app) => app.forgetSyncs()))
      return forgotten.reduce((sum, each) => sum + each, 0)
    },
    provisionOrders: async () => {
      await apps[0]?.sendWebhooks()
      const tried = await Promise.all(apps.map((app) => app.provisionOrders()))
      return tried.reduce((sum, each) => sum + each, 0)
    },
    sendWebhooks: async () => (await Promise.all(apps.map((app) => app.sendWebhooks())))[0] ?? 0,
    sendPayouts: async () =>
      (await Promise.all(apps.map((app) => app.sendPayouts())))[0] ?? { looked: 0, failed: [] },
    stop: async () => {
      for (const app of apps) await app.close()
      await product.close()
      await database.close()
      await drop()
      const unbound = await unboundSince()
      if (unbound.length > 0) throw new Error(`statements without their tenant:\n${unbound.join('\n')}`)
    },
  }
}

async function openBusiness(
  { url, database, clock }: Pick<TestServer, 'url' | 'database' | 'clock'>,
  { currency = 'EUR', timeZone = 'Europe/Nicosia', mode = 'TEST', twinOf }: BusinessOptions = {},
): Promise<TestBusiness> {
  businesses += 1
  const wanted = {
    name: `Business ${businesses}`,
    code: `B${businesses}`,
    currency,
    timeZone,
    mode,
    ...(twinOf && { id: twinOf.actor.business }),
  }
  const { actor, key } = await transact(database, { actor: nobody, at: clock.now }, async ({ db, at }) => {
    const work = await createBusiness(db, wanted, at)
    const made = await createApiKey(work, {
      name: 'test',
      kind: 'SECRET',
      scopes: ['*'],
      apiVersion: API_VERSION,
    })
    return { actor: work.actor, key: made.key }
  })
  return {
    actor,
    key,
    call: (method, path, body, headers) => ask(url, key, { method, path, body, headers }),
    work: (run) => transact(database, { actor, at: clock.now }, run),
  }
}

interface Question {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly headers?: Record<string, string> | undefined
}

/** Asks over real HTTP. A string body goes as it is (with the content type in the headers), anything else as JSON. */
export async function ask(
  url: string,
  key: string,
  { method, path, body, headers }: Question,
): Promise<Answer> {
  const response = await fetch(`${url}${path.startsWith('/') ? path : `/backoffice/v2/${path}`}`, {
    method,
    headers: {
      api_key: key,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return {
    status: response.status,
    text,
    body: text === '' ? undefined : JSON.parse(text),
    headers: Object.fromEntries(response.headers),
  }
}
