import { connectionError, errorOf, TillbackError } from './errors.ts'

/** One line of the table of operations. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  /** What the argument after the path's parameters is. */
  readonly takes?: 'body' | 'query'
  /** The name of the method that goes through all pages. */
  readonly pages?: string
  /** It is followed: what it tells comes one after the other. */
  readonly streams?: true
}

export interface TillbackOptions {
  /** A secret, publishable or till key, or a token. */
  readonly apiKey: string
  /** Where Tillback runs, such as https://rewards.example.com. */
  readonly baseUrl: string
  /** In which texts for people are asked for, such as el; English unless said. */
  readonly language?: string
  /** Milliseconds that one try may take; 10,000 unless said. */
  readonly timeout?: number
  /** Tries after the first one; 2 unless said. */
  readonly maxRetries?: number
  readonly fetch?: typeof globalThis.fetch
}

/** Settings of one call. */
export interface CallOptions {
  /** Made by the SDK unless given. Give your own when the call must survive a restart of your program. */
  readonly idempotencyKey?: string
  readonly timeout?: number
  readonly maxRetries?: number
  readonly signal?: AbortSignal
}

/** Settings of one call that has a body and query fields besides. */
export interface QueryOptions<Query> extends CallOptions {
  readonly query?: Query
}

export interface Call {
  readonly operation: Operation
  readonly params: readonly string[]
  /** The body or the query, as the operation takes it. */
  readonly given?: unknown
  readonly options?: QueryOptions<unknown> | undefined
}

/** Makes one call: the first try and, where they are safe, the next ones under the same idempotency key. */
export async function send(client: TillbackOptions, call: Call): Promise<unknown> {
  const { signal, maxRetries = client.maxRetries ?? 2 } = call.options ?? {}
  const url = urlOf(client.baseUrl, call)
  const init = requestOf(client, call)
  for (let tried = 0; ; tried += 1) {
    signal?.throwIfAborted()
    const answer = await attempt(client, call, { url, init })
    if (!(answer instanceof TillbackError)) return answer
    const wait = tried < maxRetries ? pauseBefore(answer, tried) : undefined
    if (wait === undefined) throw answer
    await pause(wait, signal)
  }
}

interface Request {
  readonly url: string
  readonly init: RequestInit
}

export function requestOf(
  { apiKey, language }: TillbackOptions,
  { operation, given, options }: Call,
): RequestInit {
  const { method, takes } = operation
  const writes = method === 'POST' || method === 'PUT'
  return {
    method,
    headers: {
      accept: 'application/json',
      // Not api_key: some proxies drop header names with an underscore.
      authorization: `Bearer ${apiKey}`,
      ...(language === undefined ? {} : { 'accept-language': language }),
      ...(takes === 'body' ? { 'content-type': 'application/json' } : {}),
      ...(writes ? { 'idempotency-key': options?.idempotencyKey ?? crypto.randomUUID() } : {}),
    },
    ...(takes === 'body' ? { body: JSON.stringify(given ?? {}) } : {}),
    // A redirected POST would arrive as a GET, and a redirect elsewhere would carry the key along.
    redirect: 'error',
  }
}

export function urlOf(baseUrl: string, { operation, params, given, options }: Call): string {
  let next = 0
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => segmentOf(name, params[next++]))
  const query = operation.takes === 'query' ? given : options?.query
  const text = queryPairs(query).join('&')
  return `${baseUrl.replace(/\/+$/, '')}${path}${text === '' ? '' : `?${text}`}`
}

/** An empty one would address the list, and dots another resource: no mistake of the caller may do that. */
function segmentOf(name: string, value: string | undefined): string {
  if (value === undefined || /^\.{0,2}$/.test(value)) {
    throw new TypeError(`${name} is "${value ?? ''}"; the id or code of a record is needed`)
  }
  return encodeURIComponent(value)
}

/** `{date: {gte: 1}}` is `date[gte]=1`; what is undefined is left out. */
function queryPairs(value: unknown, name = ''): string[] {
  if (value === undefined) return []
  if (typeof value !== 'object' || value === null) {
    return [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`]
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    queryPairs(inner, name === '' ? key : `${name}[${key}]`),
  )
}

/** One try. What the caller aborts is thrown as it is; every other failure is answered. */
async function attempt(client: TillbackOptions, { options }: Call, { url, init }: Request): Promise<unknown> {
  const { signal, timeout = client.timeout ?? 10_000 } = options ?? {}
  const fetch = client.fetch ?? globalThis.fetch
  const controller = new AbortController()
  const abort = () => controller.abort(signal?.reason)
  const timer = setTimeout(() => controller.abort(new Error('time-out')), timeout)
  signal?.addEventListener('abort', abort, { once: true })
  try {
    const response = await fetch(url, { ...init, signal: controller.signal })
    return read(response, await response.text())
  } catch (cause) {
    signal?.throwIfAborted()
    const why = controller.signal.aborted ? `did not answer within ${timeout} ms` : 'could not be reached'
    return connectionError(`${originOf(url)} ${why}.`, { retryable: true, cause })
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

function read(response: Response, text: string): unknown {
  const body = parsed(text)
  if (!response.ok) return errorOf(response, body)
  if (body !== undefined || text === '') return body
  return connectionError(`${originOf(response.url)} did not answer JSON; check baseUrl.`, {
    retryable: false,
    status: response.status,
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Never the whole address in a message: queries hold phone numbers. */
export function originOf(url: string): string {
  return /^https?:\/\/[^/?]+/.exec(url)?.[0] ?? 'The server'
}

const RETRIED = new Set([0, 429, 500, 502, 503, 504])
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 4_000
// A till's clerk is waiting: a server that asks for more than this is not waited for.
const LONGEST_ASKED = 30_000

/** Milliseconds until the next try; undefined: this failure is final. */
function pauseBefore(
  { status, retryable, retryAfterSeconds }: TillbackError,
  tried: number,
): number | undefined {
  if (!RETRIED.has(status) || (status === 0 && !retryable)) return undefined
  if (retryAfterSeconds !== undefined) {
    const asked = retryAfterSeconds * 1_000
    return asked > LONGEST_ASKED ? undefined : asked + Math.random() * FIRST_PAUSE
  }
  const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tried)
  return longest * (0.5 + Math.random() / 2)
}

export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal?.addEventListener('abort', done, { once: true })
  })
}
