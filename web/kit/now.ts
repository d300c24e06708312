import { useSyncExternalStore } from 'react'

// Relative times move in steps of ten seconds and more, so this is often enough.
const TICK = 5_000

let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

/** Milliseconds since 1970; one clock for the whole page, so that all times change together. */
export function useNow(): number {
  return useSyncExternalStore(listen, () => now)
}

function listen(changed: () => void): () => void {
  listeners.add(changed)
  timer ??= setInterval(tick, TICK)
  return () => {
    listeners.delete(changed)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function tick(): void {
  now = Date.now()
  for (const changed of listeners) changed()
}
