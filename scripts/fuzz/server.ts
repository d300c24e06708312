import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { createApiKey, createOwner } from '../../server/src/access/index.ts'
import { createContact, getContact } from '../../server/src/contacts/index.ts'
import { openDatabase, transact, type Work } from '../../server/src/db/index.ts'
import { migrate } from '../../server/src/db/migrate.ts'
import { API_VERSION } from '../../server/src/http/index.ts'
import { nobody, type Scope } from '../../server/src/kit/actor.ts'
import { Refusal } from '../../server/src/kit/error.ts'
import { buildApp } from '../../server/src/main/app.ts'
import { createBusiness } from '../../server/src/organisations/index.ts'
import { openSession, sessionKeys } from '../../server/src/sessions/index.ts'
import { startThrowaway } from '../../server/test/clusters.ts'
import { PASSWORD } from './values.ts'

/** A contact in their app. */
export interface SignedIn {
  readonly token: string
  readonly contact: string
  readonly wallet: string
}

export interface FuzzServer {
  readonly port: number
  /** Signs somebody new in who may do everything; whoever was before may have been removed by a request. */
  newStaff(): Promise<string>
  /** Signs a new contact in. */
  newContact(): Promise<SignedIn>
  /** Signs a contact in who was before; undefined: they are gone. */
  signInAgain(me: SignedIn): Promise<SignedIn | undefined>
  /** A key of the business; the one before may have been revoked by a request. */
  newKey(scopes: readonly (Scope | '*')[]): Promise<string>
  stop(): Promise<void>
}

interface Named {
  readonly id: string
  readonly wallet: { readonly id: string }
}

const NOBODY = 'http://127.0.0.1:9'

/** The real server with a database of its own and one business in TEST mode. `said` gets what it logs as a fault. */
export async function startFuzzServer(said: (line: string) => void): Promise<FuzzServer> {
  const postgres = await startThrowaway()
  await migrate(postgres.url)
  const database = openDatabase(postgres.url)
  const secret = randomBytes(32)
  const app = buildApp({
    database,
    clock: () => new Date(),
    log: pino({ level: 'error' }, { write: said }),
    secret,
    webhooks: { everyMs: 500 },
    notifications: { everyMs: 500 },
    expiry: { everyMs: 500 },
    requests: { everyMs: 500 },
    access: { everyMs: 500 },
    // Providers that drawn requests configure are not there.
    payouts: { urls: { stripe: NOBODY, paypalLive: NOBODY, paypalSandbox: NOBODY }, everyMs: 500 },
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
  const keys = sessionKeys(secret)
  const worked = <Result>(run: (work: Work) => Promise<Result>) =>
    transact(database, { actor, at: new Date() }, run)
  const signedIn = async (work: Work, { id: contact, wallet }: Named): Promise<SignedIn> => {
    const { accessToken } = await openSession(work, { kind: 'CONTACT', subject: contact }, keys)
    return { token: accessToken, contact, wallet: wallet.id }
  }
  let staff = 0
  return {
    port: address.port,
    newContact: () => worked(async (work) => signedIn(work, await createContact(work, {}))),
    signInAgain: ({ contact }) =>
      worked(async (work) => signedIn(work, await getContact(work, contact))).catch((error: unknown) => {
        if (error instanceof Refusal) return undefined
        throw error
      }),
    newStaff: () =>
      worked(async (work) => {
        staff += 1
        const owner = { username: `owner-${staff}@staff.example`, password: PASSWORD }
        const subject = await createOwner(work, owner)
        return (await openSession(work, { kind: 'STAFF', subject }, keys)).accessToken
      }),
    newKey: (scopes) =>
      worked(async (work) => {
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
