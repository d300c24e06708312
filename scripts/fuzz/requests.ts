import { formOf } from '../../server/test/scenarios/faces.ts'
import type { Random } from '../simulate/random.ts'
import type { Corpus, Taken } from './corpus.ts'
import type { Operation, Parameter } from './document.ts'
import { type Known, resourceOf } from './known.ts'
import { HOSTILE, spoilt } from './spoil.ts'
import { drawn, type Source } from './values.ts'

/** What is sent, as it goes over the wire. */
export interface FuzzRequest {
  readonly operation: Operation
  readonly kind: 'valid' | 'near-valid' | 'hostile'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer | undefined
  /** Whose key goes with it; undefined: the business's own, or that of somebody signed in where only they may ask. */
  readonly key: 'none' | 'wrong' | 'till' | undefined
}

/** What requests are drawn from: what is known, and those that were done before. */
export interface Drawing extends Source {
  readonly corpus: Corpus
  /** Whose app asks, where contacts ask, and what it was told. */
  readonly me: { readonly contact: string; readonly wallet: string }
  readonly own: Known
}

// What takes long by its nature is asked seldom: whole books, passwords, replays of history.
const SELDOM =
  /^(exportLedger|verifyLedger|authenticateUser|acceptInvitation|changeOwnPassword|replay|export)/
// What takes away what others need.
const TAKES_AWAY = /^(erase|merge|delete|revoke|end|signUserOut)/
const KINDS = [
  'valid',
  'valid',
  'valid',
  'valid',
  'near-valid',
  'near-valid',
  'near-valid',
  'hostile',
] as const

export function drawRequest(operations: readonly Operation[], source: Drawing): FuzzRequest {
  const { random, corpus } = source
  const drawnOne = random.pick(operations)
  const operation = isPassedOver(drawnOne, random) ? random.pick(operations) : drawnOne
  const kind = random.pick(KINDS)
  const taken = kind !== 'hostile' && random.chance(0.35) ? corpus.draw(operation, random) : undefined
  const { headers, body } = bodyOf(operation, kind, { ...source, taken })
  return {
    operation,
    kind,
    path: taken && random.chance(0.5) ? taken.path : pathOf(operation, kind, source),
    headers: { ...headers, ...oddHeaders(operation, kind, random) },
    body,
    key: random.chance(0.95) ? undefined : random.pick(['none', 'wrong', 'till'] as const),
  }
}

function isPassedOver({ id }: Operation, random: Random): boolean {
  if (SELDOM.test(id)) return !random.chance(0.05)
  return TAKES_AWAY.test(id) && !random.chance(0.3)
}

function pathOf({ path, parameters }: Operation, kind: FuzzRequest['kind'], source: Drawing): string {
  const { random } = source
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (kind !== 'valid' && random.chance(0.3)) return random.pick(ODD_SEGMENTS)
    return encodeURIComponent(identifierFor(path, name, source))
  })
  const query = parameters.filter((each) => each.in === 'query')
  const pairs = query.flatMap((each) => (each.required || random.chance(0.25) ? pairsOf(each, source) : []))
  if (kind !== 'valid' && random.chance(0.4)) pairs.push(random.pick(ODD_PAIRS))
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`
}

function identifierFor(path: string, name: string, { random, known, own, me }: Drawing): string {
  const about = name === 'id' ? resourceOf(path) : name
  if (path.startsWith('/self-service/') && random.chance(0.9)) {
    if (about === 'contact' || about === 'wallet') return me[about]
    const ofMine = own.draw(about, random)
    if (ofMine !== undefined) return ofMine
  }
  return known.draw(about, random) ?? random.pick(['0199b1c4-5a7e-7c21-9f3d-6b0c8d2e4f11', 'UNKNOWN'])
}

function pairsOf({ name, schema }: Parameter, source: Source): string[] {
  const value = drawn(schema, source, { name, within: '' })
  if (value === null || value === undefined) return []
  return [formOf({ [name]: value })].filter((text) => text !== '')
}

const ODD_SEGMENTS = [
  '%00',
  '%ff',
  '%zz',
  '%',
  '..%2f..',
  '%2F',
  'a'.repeat(500),
  'a'.repeat(6_000),
  '%F0%9F%A7%BE',
  '-',
  '0',
  'null',
  '%ED%A0%80',
  "'%3B--",
  'undefined',
  '[object%20Object]',
  '__proto__',
  '%20',
  '00000000-0000-0000-0000-000000000000',
]
const ODD_PAIRS = [
  'page=0',
  'page=-1',
  'page=99999999999999999999',
  'size=0',
  'size=101',
  'size=1e2',
  'page=1&page=2',
  'page[]=1',
  'page[gte]=1',
  'order=SIDEWAYS',
  '__proto__[x]=1',
  'constructor=1',
  'unknown=1',
  '%00=1',
  'search_value=%00',
  '=',
  '&&&',
  'search_value=%ed%a0%80',
  'search_value=%25%25%25',
  'search_value=___',
  `search_value=${'x'.repeat(3_000)}`,
  'date[gte]=x',
  'date[gte]=9999999999999',
  'date[gt][gt]=1',
  'date=1&date=2',
  'size=%zz',
  'include_total=maybe',
  'toString=1',
  'size=%2b1',
  Array.from({ length: 200 }, (_, index) => `f${index}=1`).join('&'),
]

type Sent = Pick<FuzzRequest, 'headers' | 'body'>

interface Making extends Source {
  readonly taken: Taken | undefined
}

function bodyOf({ body, example, method }: Operation, kind: FuzzRequest['kind'], source: Making): Sent {
  const { random, taken } = source
  if (method === 'GET' && !(kind === 'hostile' && random.chance(0.2))) return { headers: {}, body: undefined }
  if (kind === 'hostile') {
    const [type, raw] = random.pick(HOSTILE)
    return { headers: type === undefined ? {} : { 'content-type': type }, body: raw }
  }
  if (body === undefined) return { headers: {}, body: undefined }
  const pattern = taken?.body ?? (random.chance(0.5) ? example : undefined)
  const valid = pattern === undefined ? drawn(body, source) : anew(pattern, random)
  const value = kind === 'valid' ? valid : spoilt(valid, random)
  const form = random.chance(0.4) ? asForm(value) : undefined
  if (form !== undefined)
    return { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: form }
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) ?? 'null' }
}

/** The same under a number of its own, now and then under one that was used. */
function anew(pattern: unknown, random: Random): unknown {
  if (typeof pattern !== 'object' || pattern === null) return pattern
  const numbered = ['reference_number', 'code', 'sku'].filter((name) => name in pattern)
  return { ...pattern, ...Object.fromEntries(numbered.map((name) => [name, `F-${random.whole(1, 5_000)}`])) }
}

/** Not everything can be said by a form. */
function asForm(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  try {
    return formOf(value)
  } catch {
    return undefined
  }
}

function oddHeaders(
  { method }: Operation,
  kind: FuzzRequest['kind'],
  random: Random,
): Record<string, string> {
  const key: Record<string, string> =
    method !== 'GET' && random.chance(0.15) ? { 'idempotency-key': `fuzz-${random.whole(1, 200)}` } : {}
  if (kind !== 'hostile' || random.chance(0.7)) return key
  return random.pick<Record<string, string>>([
    { 'idempotency-key': '' },
    { 'idempotency-key': 'x'.repeat(300) },
    { accept: 'application/problem+json' },
    { accept: 'text/csv' },
    { accept: '\u00ff' },
    { 'x-api-key': 'other' },
    { authorization: 'Bearer' },
    { 'accept-language': 'xx-YY;q=banana' },
  ])
}
