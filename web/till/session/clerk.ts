import { useSyncExternalStore } from 'react'

const KEPT = 'tillback.till.clerk'
const listeners = new Set<() => void>()

/** Who stands at this till; empty: nobody said. It is written on receipts and decides nothing. */
export function readClerk(): string {
  return localStorage.getItem(KEPT) ?? ''
}

export function setClerk(name: string): void {
  localStorage.setItem(KEPT, name.trim())
  for (const changed of listeners) changed()
}

export function useClerk(): string {
  return useSyncExternalStore((changed) => {
    listeners.add(changed)
    return () => listeners.delete(changed)
  }, readClerk)
}
