import type { Logger } from 'pino'
import { openRounds, type Rounds } from '../db/index.ts'
import { SECOND } from '../kit/time.ts'
import { type SettlingSources, settleClaims } from './settle-claims.ts'

const EVERY_MS = 2 * SECOND

/** Settles claims that waited for the till; several servers may do so at once. */
export function openClaimRounds({ log, ...sources }: SettlingSources & { readonly log: Logger }): Rounds {
  return openRounds({
    log,
    everyMs: EVERY_MS,
    of: 'claims',
    run: async ({ tell }) => {
      for (const err of await settleClaims(sources)) tell(err, 'a claim was not settled')
    },
  })
}
