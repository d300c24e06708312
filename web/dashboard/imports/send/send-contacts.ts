import type { SynchroniseContactsBody } from '@tillback/sdk'
import type { Totals } from '../../processes/progress.ts'
import { inBatches, type Outcome, reasonFor, type Sending, sumOf } from './sending.ts'

/** Few enough that purchases do not wait for them. */
const A_CALL = 25
const LONG_MS = 60_000
/** A line that is away for a moment ends nothing. */
const TRIES = 5

/** Contacts are entered call after call; the same rows again change nothing, so whoever was interrupted begins again. */
export async function sendContacts(
  rows: readonly object[],
  { isTrial, signal, ask, onProgress }: Sending,
): Promise<Outcome> {
  const began = secondsNow()
  const rejected = new Map<number, string>()
  let totals: Totals = sumOf([])
  const tell = (state: 'IN_PROGRESS' | 'COMPLETED') => {
    const facts = {
      state,
      done: totals.received,
      total: rows.length,
      started_on: began,
      heartbeat_on: secondsNow(),
      completed_on: state === 'COMPLETED' ? secondsNow() : null,
      totals,
    }
    onProgress({ by: 'PAGE', facts })
  }
  tell('IN_PROGRESS')
  for (const batch of inBatches(rows, A_CALL)) {
    // Rows are what the file says; the server tells of those that are none.
    const body = { contacts: batch.rows } as SynchroniseContactsBody
    const options = {
      query: { simulate: isTrial },
      signal,
      timeout: LONG_MS,
      maxRetries: TRIES,
      idempotencyKey: crypto.randomUUID(),
    }
    const told = await ask((client) => client.contacts.synchronise(body, options))
    totals = sumOf([totals, told.totals])
    for (const { index, message } of told.rows)
      if (message !== null) rejected.set(batch.first + index, reasonFor(message))
    tell('IN_PROGRESS')
  }
  tell('COMPLETED')
  return { totals, rejected }
}

function secondsNow(): number {
  return Math.floor(Date.now() / 1_000)
}
