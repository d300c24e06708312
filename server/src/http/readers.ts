import type { Tenant } from '../kit/actor.ts'
import { Busy } from '../kit/error.ts'

/** Readers of answers without an end that are there at once in a process, of one business and of all. */
const MOST_EACH = 50
const MOST = 1_000

/** Admits readers of one kind as long as there is room; what it answers is called when a reader is gone. */
export function openReaders(read: string): (tenant: Tenant) => () => void {
  const readers = new Map<Tenant, number>()
  return (tenant) => {
    const own = readers.get(tenant) ?? 0
    const all = readers.values().reduce((sum, each) => sum + each, 0)
    if (own >= MOST_EACH || all >= MOST) {
      throw Busy({
        detail: `${own} streams of ${read} are being read now; end one first.`,
        retryAfterSeconds: 30,
      })
    }
    readers.set(tenant, own + 1)
    return () => {
      const left = (readers.get(tenant) ?? 1) - 1
      if (left === 0) readers.delete(tenant)
      else readers.set(tenant, left)
    }
  }
}
