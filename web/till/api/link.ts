/** How the platform answers: SLOW after two seconds, OFFLINE when it does not. */
export type LinkState = 'ONLINE' | 'SLOW' | 'OFFLINE'

const SLOW_AFTER = 2_000
const LOOK_EVERY = 3_000
const LOOK_FOR = 2_500

let state: LinkState = 'ONLINE'
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

export function readLink(): LinkState {
  return state
}

export function listenToLink(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

export function answeredIn(ms: number): void {
  become(ms > SLOW_AFTER ? 'SLOW' : 'ONLINE')
}

/** From now on it is looked for by itself, so that what waits is sent when the line is back. */
export function noAnswer(): void {
  become('OFFLINE')
}

function become(next: LinkState): void {
  if (next === 'OFFLINE') timer ??= setInterval(look, LOOK_EVERY)
  else {
    clearInterval(timer)
    timer = undefined
  }
  if (next === state) return
  state = next
  for (const changed of listeners) changed()
}

async function look(): Promise<void> {
  const began = performance.now()
  try {
    const { ok } = await fetch('/livez', { signal: AbortSignal.timeout(LOOK_FOR), cache: 'no-store' })
    if (ok) answeredIn(performance.now() - began)
  } catch {
    // Still away.
  }
}
