import type { Logger } from 'pino'
import { isOverloaded, isPassing } from '../db/index.ts'
import { type ExpirySources, expireLots } from './expire-lots.ts'

export interface ExpiryRoundsOptions extends ExpirySources {
  readonly log: Logger
  readonly everyMs: number
  /** What else is over by now, posted in the same rounds. */
  readonly also: (signal: AbortSignal) => Promise<{ readonly failed: readonly unknown[] }>
}

export interface ExpiryRounds {
  /** Begins no more rounds, ends the one that runs after the wallet it is at, and waits for that. */
  close(): Promise<void>
}

/** Posts what expired every few minutes, one round at a time; what is due is not spendable before that either. */
export function openExpiryRounds({ log, everyMs, also, ...sources }: ExpiryRoundsOptions): ExpiryRounds {
  const closing = new AbortController()
  let round: Promise<void> | undefined

  const run = async () => {
    try {
      const { failed } = await expireLots(sources, closing.signal)
      for (const err of failed) log.error({ err }, 'the money of a wallet did not expire')
      const others = await also(closing.signal)
      for (const err of others.failed) log.error({ err }, 'something else did not expire')
    } catch (err) {
      // A database that is away is asked again in the next round; requests tell of it.
      if (!isPassing(err) && !isOverloaded(err)) log.error({ err }, 'a round of expiries failed')
    }
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
