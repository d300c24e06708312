import type { Work } from '../db/index.ts'
import { Forbidden } from '../http/index.ts'
import type { Actor } from '../kit/actor.ts'
import { invalidField } from '../kit/error.ts'
import { epochSeconds, fromEpochSeconds, later } from '../kit/time.ts'
import { finalUntil } from './finality.store.ts'

/** From (inside) to (outside), so that periods that follow each other miss nothing and count nothing twice. */
export interface Period {
  readonly from: Date
  readonly to: Date
}

/** The period that was asked for: from the first movement, to the end of the present second, where nothing else is said. */
export function periodOf(
  { at }: Work,
  { from, to }: { readonly from?: Date | undefined; readonly to?: Date | undefined },
): Period {
  const period = { from: from ?? fromEpochSeconds(0), to: to ?? fromEpochSeconds(epochSeconds(at) + 1) }
  if (period.from > period.to) {
    throw invalidField('from', period.from.toISOString(), `an instant before to, ${period.to.toISOString()}`)
  }
  return period
}

/** The period as an answer tells it, and whether it can still change. To be asked before the books are read. */
export async function tellPeriod(work: Work, { from, to }: Period) {
  const until = await finalUntil(work)
  return { from: epochSeconds(from), to: epochSeconds(to), final: later(to, -1) <= until }
}

/** Reports tell of all merchants of a business. */
export function requireWholeBusiness({ within }: Actor): void {
  if (within === undefined) return
  throw Forbidden({
    parameters: ['reports'],
    detail: 'A report is of the whole business; a key of one merchant or venue cannot read it.',
  })
}
