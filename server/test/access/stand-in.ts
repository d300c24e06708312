import { documentOf, type Operation, operationsOf } from '../../../scripts/fuzz/document.ts'
import { type Known, openKnown, resourceOf } from '../../../scripts/fuzz/known.ts'
import { seedBusiness } from '../../../scripts/fuzz/seed-business.ts'
import { type Line, openLine } from '../../../scripts/fuzz/send.ts'
import { randomOf } from '../../../scripts/simulate/random.ts'
import { createApiKey } from '../../src/access/index.ts'
import { createContact } from '../../src/contacts/index.ts'
import { transact } from '../../src/db/index.ts'
import { API_VERSION } from '../../src/http/index.ts'
import { type Actor, nobody } from '../../src/kit/actor.ts'
import type { OrganisationId } from '../../src/kit/id.ts'
import { declaredEndpoints } from '../../src/main/docs/declared.ts'
import { createBusiness } from '../../src/organisations/index.ts'
import { openSession, sessionKeys } from '../../src/sessions/index.ts'
import type { TestServer } from '../harness.ts'

export const endpoints = declaredEndpoints()
export const operations: readonly Operation[] = operationsOf(documentOf(endpoints))

/** A business in one mode with a key of it that may do everything, and what the key has learnt to name. */
export interface Caller {
  readonly actor: Actor
  readonly key: string
  readonly known: Known
  /** Of a contact of the business who is signed in. */
  readonly token: string
  /** That contact, and their wallet. */
  readonly contact: { readonly id: string; readonly wallet: string; readonly session: string }
}

/** Two businesses with something of everything, the first in both modes. */
export async function openBusinesses(server: TestServer) {
  const mine = await openOne(server, { code: 'MINE', mode: 'TEST' })
  const twin = await openOne(server, { code: 'MINE', mode: 'LIVE', id: mine.actor.business })
  const stranger = await openOne(server, { code: 'OTHER', mode: 'TEST' })
  const line = openLine(Number(new URL(server.url).port))
  await fill(line, mine)
  for (const each of [twin, stranger]) await fillALittle(line, each)
  return { mine, twin, stranger, line }
}

interface Wanted {
  readonly code: string
  readonly mode: 'LIVE' | 'TEST'
  readonly id?: OrganisationId
}

/** A business in one mode, with a key that may do everything. */
export async function openOne({ database, clock, secret }: TestServer, wanted: Wanted): Promise<Caller> {
  const at = clock.now
  return transact(database, { actor: nobody, at }, async ({ db }) => {
    const work = await createBusiness(
      db,
      { name: wanted.code, currency: 'EUR', timeZone: 'Europe/Nicosia', ...wanted },
      at,
    )
    const all = { name: 'all', kind: 'SECRET', scopes: ['*'], apiVersion: API_VERSION } as const
    const { key } = await createApiKey(work, all)
    const { id: subject, wallet } = await createContact(work, { code: 'SIGNED-IN' })
    const session = await openSession(work, { kind: 'CONTACT', subject }, sessionKeys(secret))
    const contact = { id: subject, wallet: wallet.id, session: session.session }
    return { actor: work.actor, key, known: openKnown(), token: session.accessToken, contact }
  })
}

/** The data of the fuzzer, and then every example of the reference page, for whatever it makes. */
export async function fill(line: Line, caller: Caller): Promise<void> {
  await seedBusiness({ line, ...caller })
  await playExamples(line, caller)
}

/** Every example of the reference page, with names that the caller has learnt. */
export async function playExamples(line: Line, { key, known }: Caller): Promise<void> {
  const making = operations.filter(
    ({ method, path }) => method !== 'GET' && method !== 'DELETE' && !path.includes('/v1/'),
  )
  // Twice, because some need what others make.
  for (const operation of [...making, ...making]) {
    if (/revoke|cancel|reject|wipe/i.test(operation.id)) continue
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(
        known.draw(name === 'id' ? resourceOf(operation.path) : name, randomOf(3)) ?? 'none',
      ),
    )
    const answer = await line.send({
      method: operation.method,
      path,
      headers: { api_key: key, 'content-type': 'application/json' },
      body: JSON.stringify(operation.example ?? {}),
    })
    if (answer.status < 300) known.learn(path, JSON.parse(answer.text))
  }
}

/** Enough for a path of two names to have one that is the caller's own. */
export async function fillALittle(line: Line, { key, known }: Caller): Promise<void> {
  const post = async (path: string, body: object) => {
    const headers = { api_key: key, 'content-type': 'application/json' }
    const answer = await line.send({
      method: 'POST',
      path: `/backoffice/v2/${path}`,
      headers,
      body: JSON.stringify(body),
    })
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`)
    known.learn(`/backoffice/v2/${path}`, JSON.parse(answer.text))
  }
  await post('organisations', { type: 'MERCHANT', name: 'Own', code: 'OWN', taps: [{ code: 'OWN-M' }] })
  await post('organisations', {
    type: 'VENUE',
    name: 'Own venue',
    code: 'OWN-V',
    parent: { code: 'OWN' },
    taps: [{ code: 'OWN-T' }],
  })
  await post('contacts', { code: 'OWN-C', loyalty_identifiers: [{ identifier: 'OWN-L' }] })
  await post('purchases', {
    reference_number: 'OWN-R',
    contact: { code: 'OWN-C' },
    organisation: { venue_tap: { code: 'OWN-T' } },
    transaction_amounts: { total: 10 },
  })
}
