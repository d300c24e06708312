import type { LookupAddress } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { SECOND } from '../kit/time.ts'
import { type CheckOptions, checkedAddress, pinnedTo } from './checked-address.ts'
import { inTime } from './in-time.ts'
import { secondsOf } from './retry-after.ts'
import { hostOf } from './target.ts'
import { whyFailed } from './why-failed.ts'

export interface Wanted {
  readonly url: string
  /** Of the owner's own, such as a key; they go to nobody but the host that they are for. */
  readonly secrets: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
}

export type Got =
  | { readonly body: Buffer; readonly headers: http.IncomingHttpHeaders; readonly error?: undefined }
  /** It has not changed since the version that the request named. */
  | { readonly body?: undefined; readonly error?: undefined }
  | { readonly body?: undefined; readonly error: string; readonly retryAfter: number | undefined }

export interface GetOptions extends CheckOptions {
  readonly withinMs: number
  readonly mostBytes: number
  /** Of the call, to read a time that the server names. */
  readonly at: Date
  /** Ends it before its time. */
  readonly signal?: AbortSignal | undefined
  /** The address that it is sent on to as it may be called; throws where it may not. */
  readonly checkTarget: (url: string) => string
}

const MOST_HOPS = 5
const MOVED = new Set([301, 302, 303, 307, 308])
const NOT_MODIFIED = 304

/**
 * Gets a file once. As with call(), every address that a name stands for must be public and the connection goes to one of those that
 * were checked; where it is sent on, the next address is checked in the same way. Never throws, and never takes longer than it may.
 */
export async function getFile(wanted: Wanted, options: GetOptions): Promise<Got> {
  const timeout = AbortSignal.timeout(options.withinMs)
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout
  try {
    return await follow(wanted, { ...options, signal })
  } catch (error) {
    return failed(
      timeout.aborted ? `no whole answer within ${options.withinMs / SECOND} s` : whyFailed(error),
    )
  }
}

type Getting = GetOptions & { readonly signal: AbortSignal }

async function follow(wanted: Wanted, options: Getting): Promise<Got> {
  let target = new URL(wanted.url)
  for (let hops = 0; hops <= MOST_HOPS; hops++) {
    const address = await inTime(checkedAddress(hostOf(target), options), options.signal)
    const isHome = target.origin === new URL(wanted.url).origin
    const headers = { ...wanted.headers, ...(isHome && wanted.secrets), 'accept-encoding': 'identity' }
    const response = await open(target, { address, headers, signal: options.signal })
    const { statusCode = 0 } = response
    const { location } = response.headers
    if (!MOVED.has(statusCode) || location === undefined) return await got(response, options)
    response.destroy()
    target = new URL(options.checkTarget(new URL(location, target).href))
  }
  return failed(`sent on more than ${MOST_HOPS} times`)
}

interface Opening {
  readonly address: LookupAddress
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

function open(target: URL, { address, headers, signal }: Opening): Promise<http.IncomingMessage> {
  const { request } = target.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const options = { method: 'GET', agent: false, signal, headers, lookup: pinnedTo(address) }
    request(target, options).on('error', reject).on('response', resolve).end()
  })
}

async function got(response: http.IncomingMessage, { at, mostBytes }: Getting): Promise<Got> {
  const { statusCode = 0, headers } = response
  const encoding = headers['content-encoding'] ?? 'identity'
  if (statusCode !== 200 || encoding !== 'identity') {
    response.destroy()
    if (statusCode === NOT_MODIFIED) return {}
    return statusCode === 200
      ? failed(`sent as ${encoding}; it must come as it is`)
      : failed(`answered ${statusCode}`, secondsOf(headers['retry-after'], at))
  }
  const chunks: Buffer[] = []
  let read = 0
  for await (const chunk of response) {
    read += chunk.length
    // Leaving the loop ends the connection.
    if (read > mostBytes) return failed(`longer than ${mostBytes / 1024 / 1024} MiB`)
    chunks.push(chunk)
  }
  return { body: Buffer.concat(chunks), headers }
}

function failed(error: string, retryAfter?: number): Got {
  return { error, retryAfter }
}
