import type { LookupAddress } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { type CheckOptions, checkedAddress, pinnedTo } from './checked-address.ts'
import { inTime } from './in-time.ts'
import { secondsOf } from './retry-after.ts'
import { hostOf } from './target.ts'
import { noAnswerWithin, whyFailed } from './why-failed.ts'

export interface Call {
  readonly url: string
  readonly body: string | Buffer
  readonly headers: Readonly<Record<string, string>>
}

/** What the receiver said; without a status it was not reached or did not answer in time. */
export interface Answered {
  readonly status: number | undefined
  readonly error: string | undefined
  /** Seconds that it asks to be left alone. */
  readonly retryAfter: number | undefined
  readonly headers: http.IncomingHttpHeaders
  /** What came of its body; not all of it where it was long or slow. */
  readonly body: Buffer
}

export interface CallOptions extends CheckOptions {
  readonly withinMs: number
  /** Of the call, to read a time that the receiver names. */
  readonly at: Date
}

const MAX_READ_BYTES = 64 * 1024

/**
 * Posts once. Every address that the name stands for must be public, and the connection goes to one of those that were checked; a
 * redirect is an answer like any other and is not followed. Of the answer its head counts: a body that is too long or too slow is
 * left unread. Never throws, and never takes longer than it may, not even for a name that nobody knows.
 */
export async function call({ url, body, headers }: Call, options: CallOptions): Promise<Answered> {
  const target = new URL(url)
  const signal = AbortSignal.timeout(options.withinMs)
  try {
    const address = await inTime(checkedAddress(hostOf(target), options), signal)
    const { response, read } = await post(target, { address, body, headers, signal })
    return answered(response, { read, at: options.at })
  } catch (error) {
    const timedOut = signal.aborted ? noAnswerWithin(options.withinMs) : undefined
    return failed(timedOut ?? whyFailed(error))
  }
}

interface Posting extends Omit<Call, 'url'> {
  readonly address: LookupAddress
  readonly signal: AbortSignal
}

interface Posted {
  readonly response: http.IncomingMessage
  readonly read: Buffer
}

function post(target: URL, { address, body, headers, signal }: Posting): Promise<Posted> {
  const { request } = target.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const sent = request(target, {
      method: 'POST',
      agent: false,
      signal,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      lookup: pinnedTo(address),
    })
    sent.on('error', reject)
    sent.on('response', (response) => {
      let length = 0
      const chunks: Buffer[] = []
      const done = () => {
        resolve({ response, read: Buffer.concat(chunks) })
        response.destroy()
      }
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        length += chunk.length
        if (length > MAX_READ_BYTES) done()
      })
      response.on('end', done)
      response.on('error', done)
      // Time is over while its body is still coming: the head has said all that counts.
      sent.off('error', reject).on('error', done)
    })
    sent.end(body)
  })
}

function answered(
  { statusCode: status = 0, headers }: http.IncomingMessage,
  { read, at }: { readonly read: Buffer; readonly at: Date },
): Answered {
  return {
    body: read,
    status,
    error: status >= 200 && status < 300 ? undefined : `answered ${status}`,
    retryAfter: secondsOf(headers['retry-after'], at),
    headers,
  }
}

function failed(error: string): Answered {
  return { status: undefined, error, retryAfter: undefined, headers: {}, body: Buffer.alloc(0) }
}
