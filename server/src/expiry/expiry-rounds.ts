import type { Logger } from 'pino'
import { isOverloaded, isPassing } from '../db/index.ts'
import { type ExpirySources, expireLots } from './expire-lots.ts'

/** Posts what is over by now, until it is told to stop; answers what went wrong with single things. */
type Expire = (signal: AbortSignal) => Promise<{ readonly failed: readonly unknown[] }>

export interface ExpiryRoundsOptions extends ExpirySources {
  readonly log: Logger
  readonly everyMs: number
  /** What else is posted in the same rounds when it is over. */
  readonly also: readonly Expire[]
}

export interface ExpiryRounds {
  /** Begins no more rounds, ends the one that runs after the wallet it is at, and waits for that. */
  close(): Promise<void>
}

/** Posts what expired every few minutes, one round at a time; what is due is not spendable before that either. */
export function openExpiryRounds({ log, everyMs, also, ...sources }: ExpiryRoundsOptions): ExpiryRounds {
  const closing = new AbortController()
  let round: Promise<void> | undefined

  const expire = async (each: Expire) => {
    try {
      const { failed } = await each(closing.signal)
      for (const err of failed) log.error({ err }, 'something that is over was not posted')
    } catch (err) {
      // A database that is away is asked again in the next round; requests tell of it.
      if (!isPassing(err) && !isOverloaded(err)) log.error({ err }, 'a round of expiries failed')
    }
  }
  const run = async () => {
    for (const each of [(signal: AbortSignal) => expireLots(sources, signal), ...also]) await expire(each)
  }
  const timer = setInterval(() => {
    round ??= run().finally(() => {
      round = undefined
    })
  }, everyMs)

  return {
    close: async () => {
      clearInterval(timer)
      closing.abort()
      await round
    },
  }
}
