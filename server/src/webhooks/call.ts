import { type LookupAddress, lookup as lookUpName } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { type Allowed, isReachable } from './public-address.ts'
import { hostOf } from './target.ts'

export interface Call {
  readonly url: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** What the receiver said; without a status it was not reached or did not answer in time. */
export interface Answered {
  readonly status: number | undefined
  readonly error: string | undefined
  /** Seconds that it asks to be left alone. */
  readonly retryAfter: number | undefined
  /** It wants this delivery no more. */
  readonly aborted: boolean
}

export interface CallOptions {
  readonly allowed: Allowed
  readonly withinMs: number
  /** Looks names up; for tests. */
  readonly resolve?: (host: string) => Promise<readonly LookupAddress[]>
}

const MAX_READ_BYTES = 64 * 1024

/**
 * Posts once. Every address that the name stands for must be public, and the connection goes to one of those that were checked; a
 * redirect is an answer like any other and is not followed. Never throws.
 */
export async function call({ url, body, headers }: Call, options: CallOptions): Promise<Answered> {
  const target = new URL(url)
  const signal = AbortSignal.timeout(options.withinMs)
  try {
    const address = await checkedAddress(hostOf(target), options)
    return await post(target, { address, body, headers, signal })
  } catch (error) {
    const timedOut = signal.aborted ? `no answer within ${options.withinMs} ms` : undefined
    return failed(timedOut ?? (error instanceof Error ? error.message : String(error)))
  }
}

async function checkedAddress(
  host: string,
  { allowed, resolve = resolveAll }: CallOptions,
): Promise<LookupAddress> {
  const family = isIP(host)
  const found = family === 0 ? await resolve(host) : [{ address: host, family }]
  const refused = found.find(({ address }) => !isReachable(address, allowed))
  if (refused) throw new Error(`${host} leads to ${refused.address}, which is no public address`)
  const [first] = found
  if (!first) throw new Error(`${host} has no address`)
  return first
}

function resolveAll(host: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) =>
    lookUpName(host, { all: true }, (error, found) => (error ? reject(error) : resolve(found))),
  )
}

interface Posting extends Omit<Call, 'url'> {
  readonly address: LookupAddress
  readonly signal: AbortSignal
}

function post(target: URL, { address, body, headers, signal }: Posting): Promise<Answered> {
  const { request } = target.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const sent = request(target, {
      method: 'POST',
      agent: false,
      signal,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      // The address that was checked, whatever the name says by now.
      lookup: (_host, { all }, found) =>
        all ? found(null, [address]) : found(null, address.address, address.family),
    })
    sent.on('error', reject)
    sent.on('response', (response) => {
      let read = 0
      const done = () => {
        resolve(answered(response))
        response.destroy()
      }
      response.on('data', (chunk: Buffer) => {
        read += chunk.length
        if (read > MAX_READ_BYTES) done()
      })
      response.on('end', done)
      response.on('error', reject)
    })
    sent.end(body)
  })
}

function answered({ statusCode: status = 0, headers }: http.IncomingMessage): Answered {
  const after = Number(headers['retry-after'])
  return {
    status,
    error: status >= 200 && status < 300 ? undefined : `answered ${status}`,
    retryAfter: Number.isInteger(after) && after > 0 ? after : undefined,
    aborted: headers['webhook-delivery'] === 'abort-message',
  }
}

function failed(error: string): Answered {
  return { status: undefined, error, retryAfter: undefined, aborted: false }
}
