import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Line } from '../../../scripts/fuzz/send.ts'
import { openLine } from '../../../scripts/fuzz/send.ts'
import { createOwner } from '../../src/access/index.ts'
import { transact } from '../../src/db/index.ts'
import { EVENT_TYPES } from '../../src/events/index.ts'
import type { Tenant } from '../../src/kit/actor.ts'
import { openSession, sessionKeys } from '../../src/sessions/index.ts'
import { startServer, type TestServer } from '../harness.ts'
import { unboundTables } from '../tenants/bound.ts'
import { mutantsOf } from '../tenants/mutants.ts'
import { listenAnew, sentStatements } from '../tenants/watch.ts'
import { openReceiver, type Receiver } from '../webhook-receiver.ts'
import { digestOf, idsOf, namesOf } from './foreign.ts'
import { addressesOf, differing, type Reader, readAll } from './reading.ts'
import { type Caller, fill, openOne, operations, playExamples } from './stand-in.ts'

// One business in both modes, with the same codes, numbers and people in each: whatever is found by them alone, and not by the mode as
// well, is seen from the other side.

let server: TestServer
let line: Line
let receiver: Receiver
let live: Caller
let tests: Caller
beforeAll(async () => {
  listenAnew()
  server = await startServer({ webhooks: { networks: ['127.0.0.0/8'] } })
  receiver = await openReceiver()
  line = openLine(Number(new URL(server.url).port))
  live = await openOne(server, { code: 'TWIN', mode: 'LIVE' })
  tests = await openOne(server, { code: 'TWIN', mode: 'TEST', id: live.actor.business })
  await happen(live)
}, 180_000)
afterAll(async () => {
  line.close()
  await receiver.close()
  await server.stop()
})

async function done(key: string, method: string, path: string, body: object): Promise<void> {
  const headers = { api_key: key, 'content-type': 'application/json' }
  const sent = { method, path: `/backoffice/v2/${path}`, headers, body: JSON.stringify(body) }
  const { status, text } = await line.send(sent)
  expect(status, `${method} ${path}: ${text}`).toBeLessThan(300)
}

const MORE = {
  order_adaptors: { name: 'Kitchen', kind: 'HTTP', http: { url: 'https://127.0.0.1:1/orders' } },
  // The newest are told first.
  reward_offers: {
    name: 'Soon over',
    code: 'SOON',
    state: 'ACTIVE',
    award: { kind: 'FIXED', amount: 1 },
    on_top: true,
    expires_after: { count: 5, unit: 'DAYS' },
    progress: { of: 'VISITS', target: 1, period: 'EVER' },
  },
}
const ACCOUNT = {
  payment_method_type: 'ACCOUNT',
  account_debit: { iban: 'CY17002001280000001200527600', account_name: 'Signed In' },
}

/** Everything that a business can do, and what the one contact who is signed in does. */
async function happen(caller: Caller): Promise<void> {
  const { mode } = caller.actor
  const url = mode === 'TEST' ? receiver.url : 'https://127.0.0.1:1/hook'
  await done(caller.key, 'POST', 'webhook_endpoints', { url })
  await fill(line, caller)
  const contact = { code: 'SIGNED-IN' }
  const { id, wallet } = caller.contact
  for (const [path, body] of Object.entries(MORE)) await done(caller.key, 'POST', path, body)
  await done(caller.key, 'POST', 'topups', {
    wallet_id: wallet,
    amount: 20,
    payment_method: { type: 'CASH' },
  })
  await done(caller.key, 'POST', `contacts/${id}/payment_methods`, ACCOUNT)
  const emails = [{ email_address: `only-${mode.toLowerCase()}@example.com` }]
  await done(caller.key, 'POST', 'contacts', { code: 'ONLY', emails })
  await done(caller.key, 'POST', 'purchases', {
    reference_number: 'SIGNED-IN-1',
    contact,
    organisation: { venue_tap: { code: 'V1' } },
    transaction_amounts: { total: 50 },
    spend_request: { amount: 2 },
    reduction_method: 'BACK_END',
  })
  const order = operations.find(({ id }) => id === 'placeOrder')?.example
  await done(caller.key, 'POST', 'orders', { ...(typeof order === 'object' && order), contact })
  await done(caller.key, 'POST', `contacts/SIGNED-IN/tokens`, { intent: 'SPEND' })
  await done(await staffOf(caller), 'POST', 'commerce_pools', { code: `BY-STAFF`, name: 'By staff' })
  await settle()
}

const staff = new Map<Tenant, string>()

/** The token of an owner who is signed in. */
async function staffOf({ actor }: Caller): Promise<string> {
  const known = staff.get(actor.tenant)
  if (known !== undefined) return known
  const token = await transact(server.database, { actor, at: server.clock.now }, async (work) => {
    const owner = { username: `owner@${actor.mode.toLowerCase()}.example`, password: 'correct horse battery' }
    const of = { kind: 'STAFF', subject: await createOwner(work, owner) } as const
    return (await openSession(work, of, sessionKeys(server.secret))).accessToken
  })
  staff.set(actor.tenant, token)
  return token
}

async function readerOf(caller: Caller): Promise<Reader> {
  const { tenant } = caller.actor
  const newest = (await namesOf(server.database, tenant)).map(({ value }) => value)
  // The newest one-time code may be another contact's.
  const { rows: codes } = await server.database.pool.query<{ id: string }>(
    'select id from spend_tokens where tenant = $1 and contact_id = $2',
    [tenant, caller.contact.id],
  )
  const ids = [...newest, ...codes.map(({ id }) => id)]
  const other = caller.actor.mode === 'LIVE' ? 'test' : 'live'
  const queries = {
    analyseOwn: 'frequency=MONTHLY&metrics=total_orders,wallet_totals,awards_per_month',
    contactExists: `email_address=only-${other}@example.com`,
  }
  return { caller, staff: await staffOf(caller), ids, queries }
}

/** What goes on by itself has been done, in both modes. */
async function settle(): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rows } = await server.database.pool.query(
        `select from processes where state in ('PENDING', 'IN_PROGRESS')`,
      )
      expect(rows).toHaveLength(0)
    },
    { timeout: 60_000, interval: 200 },
  )
  for (let round = 0; round < 2; round++) {
    await Promise.all([server.expireLots(), server.expirePasses(), server.expireBlocks()])
    await server.settleClaims()
    await server.sendPayouts()
    await server.notify()
    for (const run of [server.sendWebhooks, server.sendMessages, server.provisionOrders, server.pullFeeds])
      await run()
    await server.sendStaffMails()
  }
  await server.writeKeyUses()
  await server.writeRequests()
}

const IDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

async function foreignIn(text: string, mine: Tenant, others: Tenant): Promise<readonly string[]> {
  const [own, foreign] = [await idsOf(server.database, mine), await idsOf(server.database, others)]
  return [...new Set(text.match(IDS))].filter((id) => foreign.has(id) && !own.has(id))
}

/** The text of a stream of events as it comes. */
async function follow(key: string) {
  const gone = new AbortController()
  const response = await fetch(`${server.url}/backoffice/v2/events/stream?include_data=true`, {
    headers: { api_key: key },
    signal: gone.signal,
  })
  let text = ''
  const read = async () => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString('utf8')
  }
  const ended = read().catch(() => {})
  return {
    text: () => text,
    leave: async () => {
      gone.abort()
      await ended
    },
  }
}

// What tells of the reader's own reading, and what is drawn anew each time.
const OF_THE_READER = ['getKeyReport', 'getRequestReport', 'listRequests']

/** Reads everything of one, lets something happen to the other, and reads everything again. */
async function readAround(caller: Caller, other: Caller, act: () => Promise<void>): Promise<void> {
  const { key, actor } = caller
  const { found, unanswered } = await addressesOf(line, await readerOf(caller))
  expect(unanswered.toSorted()).toEqual(UNANSWERED[actor.mode])
  const stream = await follow(key)
  await expect.poll(() => stream.text()).toContain('id: ')
  await settle()
  const first = await readAll(line, found)
  const byItself = differing(first, await readAll(line, found))
  expect(byItself.filter((name) => !OF_THE_READER.includes(name))).toEqual([])
  await settle()
  const rows = await digestOf(server.database, actor.tenant)

  await act()
  await settle()

  expect(await digestOf(server.database, actor.tenant)).toEqual(rows)
  const after = await readAll(line, found)
  expect(differing(first, after).filter((name) => !OF_THE_READER.includes(name))).toEqual([])
  const { tenant } = actor
  const told = [...after].map(([name, text]) => `${name} ${text}`).join('\n')
  expect(await foreignIn(told, tenant, other.actor.tenant)).toEqual([])
  // Where the one sees only what is its own.
  await done(key, 'POST', 'contacts', { code: `LAST-${actor.mode}`, first_name: 'Last' })
  await server.sendWebhooks()
  await expect.poll(() => stream.text()).toContain(`LAST-${actor.mode}`)
  expect(stream.text().match(/^event: /gm)).toHaveLength(1)
  expect(await foreignIn(stream.text(), tenant, other.actor.tenant)).toEqual([])
  await stream.leave()
}

/** Nobody asked for a file for a bank; money expires by days that pass in TEST mode alone; each mode has what only it has. */
const UNANSWERED: Readonly<Record<string, readonly string[]>> = {
  LIVE: [
    'downloadPayoutFile',
    'getExpiry',
    'listTestOutbox',
    'listTestStaffOutbox',
    'listTestTriggers',
    'readTestClock',
  ],
  TEST: ['downloadPayoutFile', 'getOwnCommunication', 'getPromotion'],
}

async function typesOf({ actor }: Caller): Promise<readonly string[]> {
  const { rows } = await server.database.pool.query<{ type: string }>(
    'select distinct type from events where tenant = $1 order by 1',
    [actor.tenant],
  )
  return rows.map(({ type }) => type)
}

test('nothing that happens in TEST mode is seen in LIVE mode: not by any endpoint, nor by streams, nor in any row', async () => {
  await readAround(live, tests, async () => {
    await happen(tests)
    for (const event of await missingOf(tests))
      await done(tests.key, 'POST', 'test_helpers/triggers', { event })
    expect(await missingOf(tests)).toEqual([])
    await done(tests.key, 'POST', 'test_helpers/clock', { by: 'P10D' })
  })
}, 300_000)

/** Events that did not happen yet. */
async function missingOf(caller: Caller): Promise<readonly string[]> {
  const happened = await typesOf(caller)
  return EVENT_TYPES.filter((each) => !LATER.test(each) && !happened.includes(each))
}

// What takes time, or cannot be made to happen.
const LATER = /expired|paused/

test('nothing that happens in LIVE mode is seen in TEST mode, or told to its webhooks', async () => {
  const before = receiver.received.length
  expect(before).toBeGreaterThan(20)
  await readAround(tests, live, async () => {
    const events = await typesOf(live)
    await playExamples(line, live)
    await done(live.key, 'POST', 'purchases', {
      reference_number: 'SIGNED-IN-2',
      contact: { code: 'SIGNED-IN' },
      organisation: { venue_tap: { code: 'V1' } },
      transaction_amounts: { total: 70 },
    })
    expect(events.length).toBeGreaterThan(10)
  })
  const told = receiver.received.slice(before)
  // The one contact that was made in TEST mode at the end.
  expect(told.map(({ body }) => body.type)).toEqual(['contact.created'])
  const all = receiver.received.map(({ text }) => text).join('\n')
  expect(await foreignIn(all, tests.actor.tenant, live.actor.tenant)).toEqual([])
}, 300_000)

test('each statement that was sent for all this is told from one that has lost a filter by its tenant', async () => {
  const statements = sentStatements()
  const unseen: string[] = []
  let mutants = 0
  for (const text of statements) {
    for (const { mutant, lost } of mutantsOf(text)) {
      mutants += 1
      if ((await unboundTables(mutant)).length === 0) unseen.push(`without its ${lost}: ${text}`)
    }
  }
  expect(unseen).toEqual([])
  expect([statements.length > 300, mutants > 500]).toEqual([true, true])
}, 60_000)
