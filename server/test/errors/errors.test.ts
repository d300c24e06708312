import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Forbidden, IdempotencyKeyReused, Unauthorized } from '../../src/http/index.ts'
import { PlainHttp, TooManyRequests, Unexpected } from '../../src/http/replies.ts'
import {
  AmbiguousIdentifier,
  Busy,
  InvalidValue,
  NotFound,
  type RefusalMaker,
  RequiredField,
} from '../../src/kit/error.ts'
import { endpoints } from '../access/stand-in.ts'
import { AILING, type Bench, openBench, operationOf, type Question, sendTo } from './bench.ts'
import { STORIES } from './cases/index.ts'
import { missingFields } from './generic/missing-fields.ts'
import { recordsNamedTwice, unknownRecords } from './generic/named-records.ts'
import { isFields, ownRequest, type Subject, type Tries } from './generic/try.ts'
import { wrongValues } from './generic/wrong-values.ts'
import { PAIRS } from './pairs.ts'
import { seedTwo } from './seed-two.ts'
import { openStory } from './story.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
  await seedTwo(bench)
}, 60_000)
afterAll(() => bench.close())

const AT_ONCE = 8

/** Those that may answer it, several at once. */
async function eachThatMay(refusal: RefusalMaker, run: (subject: Subject) => Promise<void>): Promise<void> {
  const left = PAIRS.filter((pair) => pair.refusal === refusal).map(({ endpoint }) => endpoint)
  const worker = async () => {
    for (let endpoint = left.shift(); endpoint; endpoint = left.shift())
      await run({ endpoint, operation: operationOf(endpoint), own: bench.mine.known })
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/** With the key, and the token that a body asks for: others are known for wrong before anything else is asked. */
function signed(question: Question, key: string): Question {
  const { body, path } = question
  if (!isFields(body) || !('refresh_token' in body || path.endsWith('/contacts/refresh')))
    return { ...question, key }
  return { ...question, key, body: { ...body, refresh_token: bench.staff.refresh } }
}

/** Asks every endpoint that may answer it in one way, and tells of those that answered otherwise. */
async function faultsOf(
  refusal: RefusalMaker,
  ask: (subject: Subject) => { readonly question: Question; readonly parameters?: readonly string[] },
  line = bench.line,
): Promise<string[]> {
  const faults: string[] = []
  await eachThatMay(refusal, async (subject) => {
    const { question, parameters = [] } = ask(subject)
    const answer = await sendTo(line, subject.endpoint, question)
    const fault = bench.book.enter(subject.endpoint, answer, { refusal, parameters })
    if (fault !== undefined) faults.push(fault)
  })
  return faults
}

describe('every endpoint refuses', () => {
  test('who sends no key, and whose key is unknown', async () => {
    expect(await faultsOf(Unauthorized, (subject) => ({ question: ownRequest(subject) }))).toEqual([])
    const key = `${bench.mine.key.slice(0, -3)}xyz`
    expect(
      await faultsOf(Unauthorized, (subject) => ({ question: { ...ownRequest(subject), key } })),
    ).toEqual([])
  })

  test('whose key has every scope but the one that it names', async () => {
    const keys = new Map<string, string>()
    for (const { access } of endpoints) {
      const scopes = [access].flat()
      if (!keys.has(String(access))) keys.set(String(access), await bench.keyWithout(scopes))
    }
    const faults = await faultsOf(Forbidden, (subject) => {
      const { access } = subject.endpoint
      const key = keys.get(String(access))
      return { question: { ...ownRequest(subject), key }, parameters: [access].flat() }
    })
    expect(faults).toEqual([])
  })

  test.each([
    { name: 'over plain HTTP, where HTTPS is required', refusal: PlainHttp, state: 'plain HTTP' },
    { name: 'whoever asked too much', refusal: TooManyRequests, state: 'asked enough' },
    { name: 'as long as the database is away', refusal: Busy, state: 'database away' },
    { name: 'with a fault of its own, when there is one', refusal: Unexpected, state: 'no tables' },
  ] as const)('$name', async ({ refusal, state }) => {
    const { line, stop } = await AILING[state](bench.server.secret)
    try {
      const ask = (subject: Subject) => ({
        question: signed(ownRequest(subject), bench.keyFor(subject.endpoint)),
      })
      expect(await faultsOf(refusal, ask, line)).toEqual([])
    } finally {
      await stop()
    }
  })

  test('an idempotency key that came with another request', async () => {
    const headers = { 'idempotency-key': 'errors-1', 'content-type': 'application/json' }
    const { key } = bench.mine
    const first = await bench.line.send({
      method: 'POST',
      path: '/backoffice/v2/contacts',
      headers: { ...headers, api_key: key },
      body: JSON.stringify({ code: 'FIRST-OF-KEY' }),
    })
    expect(first.status, first.text).toBe(200)
    // Contacts have keys of their own.
    const own = await bench.line.send({
      method: 'PUT',
      path: '/self-service/v2/contacts/SIGNED-IN',
      headers: { ...headers, api_key: bench.mine.token },
      body: JSON.stringify({ first_name: 'First' }),
    })
    expect(own.status, own.text).toBe(200)
    const faults = await faultsOf(IdempotencyKeyReused, (subject) => ({
      question: { ...ownRequest(subject), key: bench.keyFor(subject.endpoint), headers },
      parameters: ['Idempotency-Key', 'errors-1'],
    }))
    expect(faults).toEqual([])
  })
})

/** Tries requests at every endpoint that may answer it until one does; where none did, a story may. */
async function tryAll(refusal: RefusalMaker, tries: Tries): Promise<void> {
  await eachThatMay(refusal, async (subject) => {
    const key = bench.keyFor(subject.endpoint)
    for (const { question, parameters } of tries(subject)) {
      const answer = await sendTo(bench.line, subject.endpoint, { key, ...question })
      if (bench.book.look(subject.endpoint, answer) !== refusal) continue
      if (bench.book.enter(subject.endpoint, answer, { refusal, parameters }) === undefined) return
    }
  })
}

describe('every endpoint names', () => {
  test.each([
    { what: 'the field whose value is wrong', refusal: InvalidValue, tries: wrongValues },
    { what: 'the field that is missing', refusal: RequiredField, tries: missingFields },
    { what: 'the record that never was', refusal: NotFound, tries: unknownRecords },
    { what: 'the name that two records have', refusal: AmbiguousIdentifier, tries: recordsNamedTwice },
  ])('$what', async ({ refusal, tries }) => {
    await tryAll(refusal, tries)
    const may = PAIRS.filter((pair) => pair.refusal === refusal)
    expect(may.filter(({ name }) => bench.book.produced.has(name)).length).toBeGreaterThan(may.length / 2)
  })
})

describe('refused is', () => {
  test.each(Object.keys(STORIES))('%s', async (about) => {
    await STORIES[about]?.(await openStory(bench))
  })
})

describe('all that is declared', () => {
  test('was produced', () => {
    expect(PAIRS.filter(({ name }) => !bench.book.produced.has(name)).map(({ name }) => name)).toEqual([])
  })

  test('is all that was answered', () => {
    expect([...bench.book.undeclared]).toEqual([])
  })
})
