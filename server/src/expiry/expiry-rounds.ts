import type { Logger } from 'pino'
import { openRounds, type Round, type Rounds } from '../db/index.ts'
import { type ExpirySources, expireLots } from './expire-lots.ts'

/** Posts what is over by now, until it is told to stop; answers what went wrong with single things. */
type Expire = (signal: AbortSignal) => Promise<{ readonly failed: readonly unknown[] }>

export interface ExpiryRoundsOptions extends ExpirySources {
  readonly log: Logger
  readonly everyMs: number
  /** What else is posted in the same rounds when it is over. */
  readonly also: readonly Expire[]
}

/** Posts what expired every few minutes, ending after the wallet it is at; what is due is not spendable before that either. */
export function openExpiryRounds({ log, everyMs, also, ...sources }: ExpiryRoundsOptions): Rounds {
  const all: readonly Expire[] = [(signal) => expireLots(sources, signal), ...also]
  return openRounds({
    log,
    everyMs,
    of: 'expiries',
    run: async (round) => {
      for (const each of all) await expire(each, round)
    },
  })
}

/** What cannot be posted of one kind keeps no other from it. */
async function expire(each: Expire, { signal, tell }: Round): Promise<void> {
  try {
    const { failed } = await each(signal)
    for (const err of failed) tell(err, 'something that is over was not posted')
  } catch (err) {
    tell(err, 'a round of expiries failed')
  }
}
