import { declaredEndpoints } from '../../server/src/main/docs/declared.ts'
import { type Random, randomOf } from '../simulate/random.ts'
import { documentOf, type Operation, operationsOf } from './document.ts'
import { type Judge, judgeOf } from './judge.ts'
import { type Known, openKnown } from './known.ts'
import { drawRequest, type FuzzRequest } from './requests.ts'
import { seedBusiness } from './seed-business.ts'
import { type Line, openLine } from './send.ts'
import { type FuzzServer, startFuzzServer } from './server.ts'

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
  /** What the server logged as its own fault. */
  readonly faults: readonly string[]
}

// So many are drawn from what is known, sent at once, and learnt from: what is drawn does not depend on which answer came first.
const AT_ONCE = 24
const MOST_FOUND = 25

/** Sends requests drawn from openapi.json and judges every answer by it. */
export async function fuzz({
  seed,
  requests,
}: {
  readonly seed: number
  readonly requests: number
}): Promise<FuzzReport> {
  const document = documentOf(declaredEndpoints())
  const operations = operationsOf(document)
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
      succeeded: new Set<string>(),
    }
    const { sent, found } = await sendAll(session, requests)
    const never = operations.map(({ id }) => id).filter((id) => !session.succeeded.has(id))
    return { sent, done: operations.length - never.length, found, never, faults }
  } finally {
    line.close()
    await server.stop()
  }
}

interface Keys {
  full(): string
  till(): string
  renew(): Promise<void>
}

/** Requests may revoke the keys that send them. */
async function openKeys(server: FuzzServer): Promise<Keys> {
  const till = ['purchases:read', 'purchases:write'] as const
  let held = { full: await server.newKey(['*']), till: await server.newKey(till) }
  return {
    full: () => held.full,
    till: () => held.till,
    renew: async () => {
      held = { full: await server.newKey(['*']), till: await server.newKey(till) }
    },
  }
}

interface Session {
  readonly operations: readonly Operation[]
  readonly judge: Judge
  readonly known: Known
  readonly random: Random
  readonly line: Line
  readonly keys: Keys
  readonly succeeded: Set<string>
}

async function sendAll(session: Session, requests: number) {
  const found: Found[] = []
  let sent = 0
  while (sent < requests && found.length < MOST_FOUND) {
    const drawn = Array.from({ length: Math.min(AT_ONCE, requests - sent) }, () =>
      drawRequest(session.operations, session),
    )
    const problems = await Promise.all(drawn.map((request) => sendOne(session, request)))
    for (const [index, problem] of problems.entries()) {
      const request = drawn[index]
      if (problem === undefined || !request) continue
      const isKnown = found.some((each) => isAlike(each, { request, problem }))
      if (!isKnown) found.push({ number: sent + index, request, problem })
    }
    sent += drawn.length
  }
  return { sent, found }
}

/** Of one operation and beginning alike: one of them is told. */
function isAlike(one: Omit<Found, 'number'>, other: Omit<Found, 'number'>): boolean {
  const same = one.request.operation.id === other.request.operation.id
  return same && one.problem.slice(0, 40) === other.problem.slice(0, 40)
}

async function sendOne(session: Session, request: FuzzRequest): Promise<string | undefined> {
  const { line, judge, known, keys, succeeded } = session
  const { operation, path, body } = request
  try {
    const answer = await line.send({
      method: operation.method,
      path,
      headers: { ...keyHeader(request, keys), ...request.headers },
      body,
    })
    if (answer.status === 401 && request.key === undefined) await keys.renew()
    if (answer.status < 300) {
      succeeded.add(operation.id)
      if (answer.type.startsWith('application/json')) known.learn(path, JSON.parse(answer.text))
    }
    return judge(operation, answer)
  } catch (error) {
    return `no answer: ${error instanceof Error ? error.message : error}`
  }
}

function keyHeader({ key }: FuzzRequest, keys: Keys): Record<string, string> {
  if (key === 'none') return {}
  if (key === 'wrong') return { api_key: 'tb_test_wrong' }
  return { api_key: key === 'till' ? keys.till() : keys.full() }
}
