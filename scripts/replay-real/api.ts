import { setTimeout as pause } from 'node:timers/promises'

const GIVE_UP_AFTER_MS = 60_000
const AGAIN_AFTER_MS = 200

export interface Reply {
  readonly status: number
  readonly text: string
  readonly replayed: boolean
}

/** A client that sends until it is answered: a server that is down or busy gets the same request again. */
export interface Api {
  send(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Reply>
  /** The same for what must succeed; a request that makes something carries a key, so that it is made once. */
  make<Made>(method: 'POST' | 'PUT', path: string, body: object): Promise<Made>
  get<Body>(path: string): Promise<Body>
}

export function openApi(url: string, key: string): Api {
  const send = async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const until = performance.now() + GIVE_UP_AFTER_MS
    for (;;) {
      const answer = await once(`${url}/backoffice/v2/${path}`, {
        method,
        headers: { api_key: key, ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      if (typeof answer !== 'string') return answer
      if (performance.now() > until)
        throw new Error(`${method} ${path}: no answer within a minute: ${answer}`)
      await pause(AGAIN_AFTER_MS)
    }
  }
  const parsed = <Body>(path: string, { status, text }: Reply): Body => {
    if (status !== 200 && status !== 201) throw new Error(`${path}: ${status} ${text.slice(0, 2_000)}`)
    return JSON.parse(text)
  }
  let made = 0
  return {
    send: (method, path, body) => send(method, path, body),
    make: async (method, path, body) => {
      made += 1
      return parsed(path, await send(method, path, body, { 'Idempotency-Key': `replay-real-${made}` }))
    },
    get: async (path) => parsed(path, await send('GET', path)),
  }
}

/** The answer, or why there is none yet. */
async function once(url: string, request: RequestInit): Promise<Reply | string> {
  try {
    const response = await fetch(url, request)
    const text = await response.text()
    const isBusy = response.status >= 500 || response.status === 429 || response.status === 409
    if (isBusy) return `${response.status} ${text}`
    const replayed = response.headers.get('idempotent-replayed') === 'true'
    return { status: response.status, text, replayed }
  } catch (error) {
    return String(error)
  }
}

/** So many at once, in order; the first that fails ends it. */
export async function inParallel<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const left = items.values()
  const worker = async () => {
    for (const item of left) await work(item)
  }
  await Promise.all(Array.from({ length: width }, worker))
}
