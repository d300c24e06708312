import { NotFound } from '../../server/src/kit/error.ts'
import { declaredEndpoints } from '../../server/src/main/docs/declared.ts'
import { type Random, randomOf } from '../simulate/random.ts'
import { type Corpus, openCorpus } from './corpus.ts'
import { documentOf, type Operation, operationsOf } from './document.ts'
import { type Answered, type Judge, judgeOf } from './judge.ts'
import { type Known, openKnown } from './known.ts'
import { drawRequest, type FuzzRequest } from './requests.ts'
import { seedBusiness } from './seed-business.ts'
import { type Line, openLine } from './send.ts'
import { type FuzzServer, type SignedIn, startFuzzServer } from './server.ts'
import { type Outcome, openTours } from './walk.ts'

export interface Found {
  readonly number: number
  readonly request: FuzzRequest
  readonly problem: string
}

export interface FuzzReport {
  readonly sent: number
  readonly done: number
  readonly found: readonly Found[]
  /** Operations that never answered 2xx: what is behind their first check was not reached. */
  readonly never: readonly string[]
  /** Operations that did on a tour, and to no drawn request. */
  readonly onTour: readonly string[]
  /** What the server logged as its own fault. */
  readonly faults: readonly string[]
}

// So many are drawn from what is known, sent at once, and learnt from: what is drawn does not depend on which answer came first.
const AT_ONCE = 24
const MOST_FOUND = 25
// Answers once all that is due by then is done, which tries every webhook that was drawn, wherever it leads: server/src/test-helpers tests it.
const UNDRAWN = new Set(['moveTestClock', 'wipeTestData'])

/** Sends requests drawn from openapi.json and judges every answer by it. */
export async function fuzz({
  seed,
  requests,
}: {
  readonly seed: number
  readonly requests: number
}): Promise<FuzzReport> {
  const document = documentOf(declaredEndpoints())
  const operations = operationsOf(document).filter(({ id }) => !UNDRAWN.has(id))
  const faults: string[] = []
  const server = await startFuzzServer((line) => faults.push(line))
  const line = openLine(server.port)
  try {
    const random = randomOf(seed)
    const known = openKnown()
    const keys = await openKeys(server)
    await seedBusiness({ line, key: keys.full(), known })
    const session = {
      operations,
      judge: judgeOf(document),
      known,
      random,
      line,
      keys,
      own: openKnown(),
      corpus: openCorpus(),
      drawn: new Set<string>(),
      toured: new Set<string>(),
    }
    const { sent, found } = await sendAll(session, requests)
    const { drawn, toured } = session
    const names = operations.map(({ id }) => id)
    const never = names.filter((id) => !drawn.has(id) && !toured.has(id))
    const onTour = names.filter((id) => !drawn.has(id) && toured.has(id))
    return { sent, done: names.length - never.length, found, never, onTour, faults }
  } finally {
    line.close()
    await server.stop()
  }
}

interface Keys {
  full(): string
  till(): string
  staff(): string
  me(): SignedIn
  /** From now on it is that contact's app that asks what contacts ask. */
  becomes(me: SignedIn): void
  /** Anew what such an operation is asked with. */
  renew(operation: Operation): Promise<void>
}

/** Requests may revoke the keys that send them, and end sessions. */
async function openKeys(server: FuzzServer): Promise<Keys> {
  const till = ['purchases:read', 'purchases:write'] as const
  const held = {
    full: await server.newKey(['*']),
    till: await server.newKey(till),
    staff: await server.newStaff(),
    me: await server.newContact(),
  }
  return {
    full: () => held.full,
    till: () => held.till,
    staff: () => held.staff,
    me: () => held.me,
    becomes: (me) => {
      held.me = me
    },
    renew: async ({ isForContacts, isForStaff }) => {
      if (isForContacts) held.me = (await server.signInAgain(held.me)) ?? (await server.newContact())
      else if (isForStaff) held.staff = await server.newStaff()
      else Object.assign(held, { full: await server.newKey(['*']), till: await server.newKey(till) })
    },
  }
}

interface Session {
  readonly operations: readonly Operation[]
  readonly judge: Judge
  readonly known: Known
  /** What the app was told in which contacts ask. */
  own: Known
  readonly random: Random
  readonly line: Line
  readonly keys: Keys
  readonly corpus: Corpus
  /** Operations that answered 2xx to drawn requests, and on tours. */
  readonly drawn: Set<string>
  readonly toured: Set<string>
}

// So many requests until the next tour brings what they have used up.
const TOUR_EVERY = 2_016

async function sendAll(session: Session, requests: number) {
  const found: Found[] = []
  const counted = (succeeded: Set<string>) => async (request: FuzzRequest, token?: string) => {
    const outcome = await sendOne(session, request, token)
    if (outcome.told !== undefined) succeeded.add(request.operation.id)
    return outcome
  }
  const tours = openTours({ operations: session.operations, send: counted(session.toured) })
  const send = counted(session.drawn)
  let sent = 0
  const note = (number: number, request: FuzzRequest, problem: string | undefined) => {
    if (problem === undefined || found.some((each) => isAlike(each, { request, problem }))) return
    found.push({ number, request, problem })
  }
  while (sent < requests && found.length < MOST_FOUND) {
    if (sent % TOUR_EVERY === 0) {
      session.own = openKnown()
      const { problems, me } = await tours.next()
      for (const { request, problem } of problems) note(sent, request, problem)
      if (me) session.keys.becomes(me)
    }
    const drawn = Array.from({ length: Math.min(AT_ONCE, requests - sent) }, () =>
      drawRequest(session.operations, { ...session, me: session.keys.me() }),
    )
    const problems = await Promise.all(drawn.map((request) => send(request)))
    for (const [index, request] of drawn.entries()) note(sent + index, request, problems[index]?.problem)
    sent += drawn.length
  }
  return { sent, found }
}

/** Of one operation and beginning alike: one of them is told. */
function isAlike(one: Omit<Found, 'number'>, other: Omit<Found, 'number'>): boolean {
  const same = one.request.operation.id === other.request.operation.id
  return same && one.problem.slice(0, 40) === other.problem.slice(0, 40)
}

async function sendOne(session: Session, request: FuzzRequest, token?: string): Promise<Outcome> {
  const { line, judge, keys } = session
  const { operation, path, body } = request
  try {
    const answer = await line.send({
      method: operation.method,
      path,
      headers: {
        ...(token === undefined ? keyHeader(request, keys) : { api_key: token }),
        ...request.headers,
      },
      body,
    })
    if (answer.status === 401 && request.key === undefined && token === undefined) await keys.renew(operation)
    return { problem: judge(operation, answer), told: learn(session, request, answer) }
  } catch (error) {
    return { problem: `no answer: ${error instanceof Error ? error.message : error}`, told: undefined }
  }
}

/** Keeps what an answer tells of what there is; answers what was told, if it was done. */
function learn({ known, own, corpus }: Session, request: FuzzRequest, answer: Answered): unknown {
  const { operation, path, body, headers } = request
  if (!answer.type.startsWith('application/json')) return answer.status < 300 ? {} : undefined
  const told = JSON.parse(answer.text)
  if (answer.status >= 300) {
    if (told.error === NotFound.kind.error) known.forget(String(told.parameters[1]))
    return undefined
  }
  known.learn(path, told)
  if (operation.isForContacts) own.learn(path, told)
  const isJson = headers['content-type'] === 'application/json' && typeof body === 'string'
  if (operation.method !== 'GET')
    corpus.keep(operation, { path, body: isJson ? JSON.parse(body) : undefined })
  return told
}

function keyHeader({ key, operation }: FuzzRequest, keys: Keys): Record<string, string> {
  if (key === 'none') return {}
  if (key === 'wrong') return { api_key: 'tb_test_wrong' }
  if (key === 'till') return { api_key: keys.till() }
  if (operation.isForContacts) return { api_key: keys.me().token }
  return { api_key: operation.isForStaff ? keys.staff() : keys.full() }
}
