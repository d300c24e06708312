import type { Logger } from 'pino'
import { openRounds, type Rounds } from '../db/index.ts'
import { type PayoutSources, sendPayouts } from './send-payouts.ts'

export interface PayoutRoundsOptions extends PayoutSources {
  readonly log: Logger
  readonly everyMs: number
}

/** Sends payouts every few seconds; ends after those it is at. */
export function openPayoutRounds({ log, everyMs, ...sources }: PayoutRoundsOptions): Rounds {
  return openRounds({
    log,
    everyMs,
    of: 'payouts',
    run: async ({ signal, tell }) => {
      const { failed } = await sendPayouts(sources, signal)
      for (const err of failed) tell(err, 'a payout was not looked at')
    },
  })
}
