import { z } from 'zod'
import type { Work } from '../db/index.ts'
import { invalidField, notFound } from '../kit/error.ts'
import type { ProcessId } from '../kit/id.ts'
import { changedOffer, findOffer, type OfferChange, openTranslation } from '../offers/index.ts'
import { startProcess } from '../processes/index.ts'

/** What a replay is told, as it is stored with its process. */
export const replayInput = z.strictObject({
  offer: z.guid().optional(),
  /** The terms as they would be; without them, as they are. */
  terms: z.record(z.string(), z.unknown()).optional(),
  /** Epoch milliseconds. */
  from: z.int().optional(),
  to: z.int().optional(),
})

export interface ReplayOrder {
  readonly from?: Date | undefined
  readonly to?: Date | undefined
  readonly change?: OfferChange | undefined
}

/** Begins a replay of one offer beside the live ones, or of these alone; answers the process to watch. */
export async function startReplay(
  work: Work,
  idOrCode: string | undefined,
  { from, to, change }: ReplayOrder,
): Promise<ProcessId> {
  if (from && to && to <= from) {
    throw invalidField('to', to.toISOString(), `a time after ${from.toISOString()} is needed`)
  }
  const span = { from: from?.getTime(), to: to?.getTime() }
  if (idOrCode === undefined) return start(work, span)
  const offer = await findOffer(work, idOrCode)
  if (!offer) throw notFound('reward_offer', idOrCode)
  const terms = change && (await changedOffer(work, offer.terms, change, await openTranslation(work)))
  return start(work, { offer: offer.id, terms, ...span })
}

function start(work: Work, input: z.input<typeof replayInput>): Promise<ProcessId> {
  // As it comes back from the database: without what is left out.
  return startProcess(work, { kind: 'REPLAY', input: JSON.parse(JSON.stringify(input)) })
}
