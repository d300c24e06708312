import {
  type Call,
  type CallOptions,
  originOf,
  pause,
  requestOf,
  type TillbackOptions,
  urlOf,
} from './call.ts'
import { connectionError, errorOf, TillbackError } from './errors.ts'

/** Settings of a stream that is followed. */
export interface StreamOptions extends Pick<CallOptions, 'timeout' | 'signal'> {
  /** Where an earlier reader stood: what came after it is told first. */
  readonly lastEventId?: string
  /** The line stands: at first, and after each loss. */
  readonly onOpen?: () => void
  /** The line is lost; it is tried again by itself. */
  readonly onLost?: (why: TillbackError) => void
}

const PAUSE = 2_000
const TIMEOUT = 10_000
/** The server gives a sign of life every 15 seconds: without any for so long the line is dead, though nobody said so. */
const SILENCE = 40_000

interface Place {
  /** What was heard last, which is where the next connection goes on. */
  last: string | undefined
  /** Milliseconds until the next one. */
  wait: number
}

/**
 * What a stream tells, one after the other, over every loss of the line, none twice and none left out. Ends when the signal is
 * aborted, and with an error when the server refuses.
 */
export async function* everyEvent(
  client: TillbackOptions,
  call: Call,
  options: StreamOptions = {},
  silence = SILENCE,
): AsyncGenerator<unknown, void> {
  const { signal, onOpen, onLost } = options
  const place: Place = { last: options.lastEventId, wait: PAUSE }
  while (!signal?.aborted) {
    const gone = new AbortController()
    const leave = () => gone.abort()
    signal?.addEventListener('abort', leave, { once: true })
    try {
      const response = await connect(client, call, { ...options, last: place.last, gone })
      let isOpen = false
      for await (const { id, data, retry } of blocksOf(response, silence)) {
        if (!isOpen) onOpen?.()
        isOpen = true
        place.last = id ?? place.last
        place.wait = retry ?? place.wait
        if (data !== undefined) yield JSON.parse(data)
      }
      if (!signal?.aborted) onLost?.(connectionError('The stream ended.', { retryable: true }))
    } catch (error) {
      if (signal?.aborted) return
      if (!(error instanceof TillbackError) || !error.retryable) throw error
      onLost?.(error)
      place.wait = Math.max(place.wait, (error.retryAfterSeconds ?? 0) * 1_000)
    } finally {
      signal?.removeEventListener('abort', leave)
      // Whoever stops reading ends the connection with it.
      leave()
    }
    if (!signal?.aborted) await pause(place.wait * (0.75 + Math.random() / 4), signal)
  }
}

interface Connecting extends StreamOptions {
  readonly last: string | undefined
  readonly gone: AbortController
}

async function connect(
  client: TillbackOptions,
  call: Call,
  { timeout = client.timeout ?? TIMEOUT, last, gone }: Connecting,
): Promise<Response> {
  const url = urlOf(client.baseUrl, call)
  const init = requestOf(client, call)
  const headers = { ...init.headers, accept: 'text/event-stream', ...(last ? { 'last-event-id': last } : {}) }
  const timer = setTimeout(() => gone.abort(), timeout)
  let response: Response
  try {
    response = await (client.fetch ?? globalThis.fetch)(url, { ...init, headers, signal: gone.signal })
  } catch (cause) {
    throw connectionError(`${originOf(url)} could not be reached.`, { retryable: true, cause })
  } finally {
    clearTimeout(timer)
  }
  if (response.ok) return response
  throw errorOf(response, await response.json().catch(() => undefined))
}

interface Block {
  readonly id: string | undefined
  readonly data: string | undefined
  readonly retry: number | undefined
}

/** What a stream of events (text/event-stream) says, as it comes; comments alone say nothing. Over when it falls silent or is cut. */
export async function* blocksOf({ body }: Pick<Response, 'body'>, silence = SILENCE): AsyncGenerator<Block> {
  if (!body) return
  const reader = body.getReader()
  const decoder = new TextDecoder()
  try {
    let text = ''
    for (;;) {
      const { done, value } = await within(silence, reader.read())
      if (done) return
      text += decoder.decode(value, { stream: true })
      const blocks = text.split(/\r?\n\r?\n/)
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const fields = fieldsOf(block)
        if (fields.size === 0) continue
        const retry = Number(fields.get('retry') ?? Number.NaN)
        yield { id: fields.get('id'), data: fields.get('data'), retry: retry >= 0 ? retry : undefined }
      }
    }
  } finally {
    void reader.cancel().catch(() => {})
  }
}

interface Silent {
  readonly done: true
  readonly value: undefined
}

/** A line that breaks reads as one that falls silent: either way the next connection goes on. */
async function within<Read>(time: number, reading: Promise<Read>): Promise<Read | Silent> {
  const silent: Silent = { done: true, value: undefined }
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<Silent>((resolve) => {
    timer = setTimeout(() => resolve(silent), time)
  })
  try {
    return await Promise.race([reading.catch(() => silent), silence])
  } finally {
    clearTimeout(timer)
  }
}

/** A line without a name is a comment; several lines of data are one text. */
function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of block.split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? []
    const before = name === 'data' ? fields.get(name) : undefined
    if (name !== '') fields.set(name, before === undefined ? value : `${before}\n${value}`)
  }
  return fields
}
