import type { ProcessState } from './process.ts'

export interface LeaseOptions {
  /** Extends the lease; answers the process's state, or undefined where the lease is another's. */
  readonly renew: () => Promise<ProcessState | undefined>
  /** Called when the run has to end: it was cancelled, or its lease cannot be kept. */
  readonly end: () => void
  readonly onError: (error: unknown) => void
  readonly heartbeatMs: number
  readonly leaseMs: number
}

export interface Lease {
  letGo(): void
}

// A run is told to end this part of the lease before another server may take over.
const MARGIN = 0.3

/**
 * Keeps a lease by a heartbeat. Where the database cannot be reached, the run is ended before the lease is over, so that it
 * does not go on beside the one that takes over.
 */
export function keepLease({ renew, end, onError, heartbeatMs, leaseMs }: LeaseOptions): Lease {
  const endsAfter = (spentMs: number) => setTimeout(end, leaseMs * (1 - MARGIN) - spentMs)
  let deadline = endsAfter(0)
  let beating = false
  let isKept = true

  const beat = async () => {
    const since = performance.now()
    const state = await renew()
    if (!isKept) return
    if (state !== 'IN_PROGRESS') end()
    if (state === undefined) return
    clearTimeout(deadline)
    deadline = endsAfter(performance.now() - since)
  }

  const timer = setInterval(() => {
    if (beating) return
    beating = true
    beat()
      .catch(onError)
      .finally(() => {
        beating = false
      })
  }, heartbeatMs)

  const letGo = () => {
    isKept = false
    clearInterval(timer)
    clearTimeout(deadline)
  }
  return { letGo }
}
