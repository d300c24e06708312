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
  /** For how many of its like it stands, and which of them was the first: the till asks for orders every few seconds. */
  readonly times: number
  readonly first: number
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
  const open = { status: undefined, ms: undefined, answer: undefined, times: 1, first: last }
  change(trimmed([{ ...call, id: last, ...open }, ...calls]))
  return last
}

export function endCall(id: number, end: Pick<Call, 'status' | 'ms' | 'answer'>): void {
  change(calls.map((call) => (call.id === id ? { ...call, ...end } : call)))
}

/** The calls as they are read, the latest first: what was asked again and answered the same stands there once. */
export function folded(all: readonly Call[]): readonly Call[] {
  const shown: Call[] = []
  for (const [index, call] of all.entries()) {
    // Its answer takes the place of the one before.
    if (call.status === undefined && all.slice(index + 1).some((older) => isSameQuestion(call, older)))
      continue
    const at = shown.findIndex((newer) => isLike(newer, call))
    const like = shown[at]
    if (like) shown[at] = together(like, call)
    else shown.push(call)
  }
  return shown
}

/** Of too many the oldest goes that was asked again since; a sale stays until there is no such call. */
function trimmed(all: readonly Call[]): readonly Call[] {
  if (all.length <= MOST) return all
  const at = all.findLastIndex((call, index) => all.slice(0, index).some((newer) => isLike(newer, call)))
  const gone = all[at]
  if (!gone) return all.slice(0, MOST)
  const heir = all.findLastIndex((newer, index) => index < at && isLike(newer, gone))
  return all.map((call, index) => (index === heir ? together(call, gone) : call)).toSpliced(at, 1)
}

function isSameQuestion(one: Call, other: Call): boolean {
  return one.method === 'GET' && other.method === 'GET' && one.path === other.path
}

function isLike(one: Call, other: Call): boolean {
  return isSameQuestion(one, other) && one.status === other.status && one.answer === other.answer
}

function together(newer: Call, older: Call): Call {
  return { ...newer, times: newer.times + older.times, first: older.first }
}

function change(next: readonly Call[]): void {
  calls = next
  for (const changed of listeners) changed()
}
