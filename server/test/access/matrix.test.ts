import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openKnown } from '../../../scripts/fuzz/known.ts'
import type { Line } from '../../../scripts/fuzz/send.ts'
import { createApiKey, createOwner } from '../../src/access/index.ts'
import { transact } from '../../src/db/index.ts'
import { API_VERSION } from '../../src/http/index.ts'
import { SCOPES } from '../../src/kit/actor.ts'
import { later, MINUTE } from '../../src/kit/time.ts'
import { endSession, openSession, sessionKeys } from '../../src/sessions/index.ts'
import { ownRequest } from '../errors/generic/try.ts'
import { startServer, type TestServer } from '../harness.ts'
import { digestOf, type NamedThing, namesOf, personalThings } from './foreign.ts'
import { type Place, placesOf } from './places.ts'
import { type Caller, endpoints, openBusinesses, operations } from './stand-in.ts'

let server: TestServer
let line: Line
let mine: Caller
let others: Readonly<Record<'stranger' | 'twin', Caller>>
let things: readonly NamedThing[]
beforeAll(async () => {
  server = await startServer()
  const opened = await openBusinesses(server)
  line = opened.line
  mine = opened.mine
  others = opened
  // What goes on by itself ends before anything is compared.
  await vi.waitFor(
    async () => {
      const { rows } = await server.database.pool.query(
        `select from processes where state in ('PENDING', 'IN_PROGRESS')`,
      )
      expect(rows).toHaveLength(0)
    },
    { timeout: 60_000 },
  )
  things = await namesOf(server.database, mine.actor.tenant)
}, 120_000)
afterAll(async () => {
  line.close()
  await server.stop()
})

interface Told {
  readonly status: number
  readonly text: string
}

async function send(key: string | undefined, method: string, path: string, body?: unknown): Promise<Told> {
  const headers: Record<string, string> = {
    ...(key !== undefined && { api_key: key }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  }
  return line.send({ method, path, headers, body: body === undefined ? undefined : JSON.stringify(body) })
}

/** What an answer says, whatever it was asked about and whichever request it was. */
function saying({ status, text }: Told, value: string): string {
  if (status < 300) return 'done'
  return `${status} ${text.replaceAll(value, '…').replaceAll(/req_\w+/g, 'req')}`
}

const AT_ONCE = 8

/** Several at once: the server is as fast as one that is asked by many. */
async function each<Item>(items: readonly Item[], run: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items]
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await run(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/** What the place tells of a record of somebody else, where it tells another thing of an id that never was. */
async function tellsOf(place: Place, key: string, known: readonly NamedThing[]): Promise<string[]> {
  const { method, id } = place.operation
  const ask = async (value: string) => {
    const { path, body } = place.ask(value)
    return send(key, method, path, body)
  }
  const neverWas = async () => {
    const value = randomUUID()
    return saying(await ask(value), value)
  }
  let unknown = await neverWas()
  const found: string[] = []
  for (const { table, column, value } of known) {
    const told = await ask(value)
    const leaked = known.find(({ value: one }) => one !== value && told.text.includes(one))
    if (leaked) found.push(`${id} ${place.where} tells ${leaked.table}.${leaked.column}`)
    // What the request before did to the caller's own may be what differs.
    if (saying(told, value) !== unknown) unknown = await neverWas()
    if (saying(told, value) !== unknown)
      found.push(`${id} ${place.where} of ${table}.${column}: ${saying(told, value)}, not ${unknown}`)
  }
  return found
}

describe.each(['stranger', 'twin'] as const)('a key of the %s', (who) => {
  test('finds nothing of the business at any place of any endpoint, by no id of it, and changes nothing', async () => {
    const { key, actor, known } = others[who]
    const own = new Set((await namesOf(server.database, actor.tenant)).map(({ value }) => value))
    const foreign = things.filter(({ value }) => !own.has(value))
    expect(foreign.length).toBeGreaterThan(25)
    const before = await digestOf(server.database, mine.actor.tenant)
    const found: string[] = []
    const places = placesOf(operations, known)
    expect(places.length).toBeGreaterThan(250)
    await each(places, async (place) => void found.push(...(await tellsOf(place, key, foreign))))
    expect(found).toEqual([])
    expect(await digestOf(server.database, mine.actor.tenant)).toEqual(before)
  }, 300_000)
})

const ofApps = new Set(
  endpoints.flatMap(({ name, access }) => (access === 'contact' || access === 'app' ? [name] : [])),
)

/** Every place of the endpoints that contacts ask, with their own in all other places. */
function placesOfContact({ contact }: Caller): readonly Place[] {
  const known = openKnown()
  known.learn('/self-service/v2/contacts', { id: contact.id })
  known.learn('/self-service/v2/wallets', { id: contact.wallet })
  return placesOf(
    operations.filter(({ id }) => ofApps.has(id)),
    known,
  )
}

describe('a contact', () => {
  test.each(['stranger', 'twin'] as const)(
    'of the %s finds nothing of the business at any place, by no id of it, and changes nothing',
    async (who) => {
      const { token, actor } = others[who]
      const own = new Set((await namesOf(server.database, actor.tenant)).map(({ value }) => value))
      const foreign = things.filter(({ value }) => !own.has(value))
      const before = await digestOf(server.database, mine.actor.tenant)
      const found: string[] = []
      const places = placesOfContact(others[who])
      expect(places.length).toBeGreaterThan(40)
      await each(places, async (place) => void found.push(...(await tellsOf(place, token, foreign))))
      expect(found).toEqual([])
      expect(await digestOf(server.database, mine.actor.tenant)).toEqual(before)
    },
    300_000,
  )

  test('finds nothing of another contact of the business at any place, by no id of theirs', async () => {
    const { contact, token, actor } = mine
    const foreign = await personalThings(server.database, actor.tenant, Object.values(contact))
    expect(new Set(foreign.map(({ table }) => table)).size).toBeGreaterThan(12)
    // Whom one gives money is another, and who they are is not told.
    const places = placesOfContact(mine).filter(({ where }) => !where.startsWith('destination'))
    const found: string[] = []
    await each(places, async (place) => void found.push(...(await tellsOf(place, token, foreign))))
    expect(found).toEqual([])
  }, 300_000)

  test('may do nothing at any endpoint that is not of contacts', async () => {
    const letIn: string[] = []
    const rest = requests().filter(({ access }) => access !== 'app' && access !== 'contact')
    await each(rest, async ({ name, method, path, body }) => {
      const { status } = await send(mine.token, method, path, body)
      if (status !== 403) letIn.push(`${name}: ${status}`)
    })
    expect(letIn).toEqual([])
  }, 120_000)

  test('whose session has ended is refused everywhere', async () => {
    const { actor, contact } = mine
    const of = { kind: 'CONTACT', subject: contact.id } as const
    const ended = await transact(server.database, { actor, at: server.clock.now }, async (work) => {
      const opened = await openSession(work, of, sessionKeys(server.secret))
      await endSession(work, of, { session: opened.session, why: 'REVOKED' })
      return opened.accessToken
    })
    const letIn: string[] = []
    await each(requests(), async ({ name, method, path, body }) => {
      const { status } = await send(ended, method, path, body)
      if (status !== 401) letIn.push(`${name}: ${status}`)
    })
    expect(letIn).toEqual([])
  }, 120_000)
})

/** Every endpoint as it would be asked by its own business. */
function requests() {
  return endpoints.flatMap(({ name, access }) => {
    const operation = operations.find(({ id }) => id === name)
    const [place] = operation ? placesOf([operation], mine.known) : []
    if (!operation || access === 'public') return []
    const { path, body } = place?.ask(randomUUID()) ?? { path: operation.path, body: operation.example ?? {} }
    return [
      { name, access, method: operation.method, path, body: operation.method === 'GET' ? undefined : body },
    ]
  })
}

test('GET changes nothing, whatever is asked', async () => {
  const before = await digestOf(server.database, mine.actor.tenant)
  const done: string[] = []
  const faults: string[] = []
  // The code that a wallet shows for a minute is made when it is asked for.
  const reading = endpoints.filter(
    ({ method, effect, streams }) => method === 'GET' && effect === 'reads' && !streams,
  )
  await each(reading, async (endpoint) => {
    const operation = operations.find(({ id }) => id === endpoint.name)
    if (!operation) return
    const isOfContacts = endpoint.access === 'contact' || endpoint.access === 'app'
    const { path } = ownRequest({ endpoint, operation, own: mine.known })
    const { status, text } = await send(isOfContacts ? mine.token : mine.key, 'GET', path)
    if (status < 300) done.push(endpoint.name)
    else if (status >= 500) faults.push(`${endpoint.name}: ${status} ${text.slice(0, 100)}`)
  })
  expect(faults).toEqual([])
  expect(done.length).toBeGreaterThan(90)
  expect(await digestOf(server.database, mine.actor.tenant)).toEqual(before)
}, 120_000)

describe('a member of staff', () => {
  test('whose session has ended is refused everywhere', async () => {
    const { actor } = mine
    const ended = await transact(server.database, { actor, at: server.clock.now }, async (work) => {
      const subject = await createOwner(work, {
        username: 'gone@staff.example',
        password: 'correct horse battery',
      })
      const of = { kind: 'STAFF', subject } as const
      const opened = await openSession(work, of, sessionKeys(server.secret))
      await endSession(work, of, { session: opened.session, why: 'REVOKED' })
      return opened.accessToken
    })
    const letIn: string[] = []
    await each(requests(), async ({ name, method, path, body }) => {
      const { status } = await send(ended, method, path, body)
      if (status !== 401) letIn.push(`${name}: ${status}`)
    })
    expect(letIn).toEqual([])
  }, 120_000)
})

describe('a caller without the right', () => {
  test('is refused by every endpoint: without a key, with a key that is unknown, over or revoked', async () => {
    const make = (more: object) =>
      transact(server.database, { actor: mine.actor, at: server.clock.now }, (work) =>
        createApiKey(work, { name: 'x', kind: 'SECRET', scopes: ['*'], apiVersion: API_VERSION, ...more }),
      )
    const over = await make({ expiresAt: later(server.clock.now, MINUTE) })
    server.clock.now = later(server.clock.now, 2 * MINUTE)
    const revoked = await make({})
    const gone = await send(mine.key, 'DELETE', `/backoffice/v2/api_keys/${revoked.id}`)
    expect(gone.status, gone.text).toBeLessThan(300)
    const wrong = `${mine.key.slice(0, -1)}${mine.key.endsWith('a') ? 'b' : 'a'}`
    const before = await digestOf(server.database, mine.actor.tenant)
    const letIn: string[] = []
    for (const key of [undefined, wrong, over.key, revoked.key]) {
      await each(requests(), async ({ name, method, path, body }) => {
        const { status, text } = await send(key, method, path, body)
        if (status !== 401) letIn.push(`${name}: ${status} ${text.slice(0, 100)}`)
      })
    }
    expect(letIn).toEqual([])
    expect(await digestOf(server.database, mine.actor.tenant)).toEqual(before)
  }, 120_000)

  test('is refused by every endpoint whose scope its key has not, though it has all others', async () => {
    const before = await digestOf(server.database, mine.actor.tenant)
    const keys = new Map<string, string>()
    // An app's key has no scope at all, and a contact is no key.
    const scoped = requests().filter(({ access }) => access !== 'app' && access !== 'contact')
    for (const access of new Set(scoped.map((each) => each.access))) {
      const scopes = SCOPES.filter((scope) => ![access].flat().includes(scope))
      const { key } = await transact(server.database, { actor: mine.actor, at: server.clock.now }, (work) =>
        createApiKey(work, { name: 'all others', kind: 'SECRET', scopes, apiVersion: API_VERSION }),
      )
      keys.set(String(access), key)
    }
    const letIn: string[] = []
    await each(scoped, async ({ name, access, method, path, body }) => {
      const { status, text } = await send(keys.get(String(access)), method, path, body)
      if (status !== 403) letIn.push(`${name} without ${String(access)}: ${status} ${text.slice(0, 100)}`)
    })
    expect(letIn).toEqual([])
    const { api_keys: _, ...after } = await digestOf(server.database, mine.actor.tenant)
    expect(before).toMatchObject(after)
  }, 120_000)
})
