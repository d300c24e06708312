import { ofTab } from '../../kit/beside.ts'
import { fieldOf, numberOf, textOf } from '../../kit/reading.ts'
import { platformNow, secondsOf } from '../api/clock.ts'
import { nextReference } from '../sale/reference.ts'
import type { Closing, Sale } from '../sale/sale.ts'

/** What makes another try the same purchase. */
export interface Attempt extends Pick<Closing, 'reference' | 'at'> {
  readonly idempotencyKey: string
}

const KEPT = ofTab('tillback.till.attempt')

/** The attempt that was begun for this sale and whose end the page did not see, for it was loaded anew; else a new one. */
export function attemptFor(sale: Sale): Attempt {
  const kept = keptFor(JSON.stringify(sale))
  if (kept) return kept
  const now = platformNow()
  const begun = { reference: nextReference(), at: secondsOf(now), idempotencyKey: crypto.randomUUID() }
  sessionStorage.setItem(KEPT, JSON.stringify({ ...begun, sale: JSON.stringify(sale) }))
  return begun
}

/** Its end is known: the next sale may look the same and is another. */
export function endAttempt(): void {
  sessionStorage.removeItem(KEPT)
}

function keptFor(sale: string): Attempt | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null')
    if (fieldOf(kept, 'sale') !== sale) return undefined
    const [reference, idempotencyKey] = [textOf(kept, 'reference'), textOf(kept, 'idempotencyKey')]
    return reference && idempotencyKey ? { reference, idempotencyKey, at: numberOf(kept, 'at') } : undefined
  } catch {
    return undefined
  }
}
