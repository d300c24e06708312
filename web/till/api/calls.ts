/** One call to the API, as the log shows it. */
export interface Call {
  readonly id: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly method: string
  readonly path: string
  readonly request: string | undefined
  /** Undefined: no answer yet; 0: none came. */
  readonly status: number | undefined
  readonly ms: number | undefined
  readonly answer: string | undefined
}

const MOST = 100

let calls: readonly Call[] = []
let last = 0
const listeners = new Set<() => void>()

export function readCalls(): readonly Call[] {
  return calls
}

export function listenToCalls(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

export function beginCall(call: Pick<Call, 'at' | 'method' | 'path' | 'request'>): number {
  last += 1
  const begun = { ...call, id: last, status: undefined, ms: undefined, answer: undefined }
  change([begun, ...calls].slice(0, MOST))
  return last
}

export function endCall(id: number, end: Pick<Call, 'status' | 'ms' | 'answer'>): void {
  change(calls.map((call) => (call.id === id ? { ...call, ...end } : call)))
}

function change(next: readonly Call[]): void {
  calls = next
  for (const changed of listeners) changed()
}
