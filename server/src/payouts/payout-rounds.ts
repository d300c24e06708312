import type { Logger } from 'pino'
import { isOverloaded, isPassing } from '../db/index.ts'
import { type PayoutSources, sendPayouts } from './send-payouts.ts'

export interface PayoutRoundsOptions extends PayoutSources {
  readonly log: Logger
  readonly everyMs: number
}

export interface PayoutRounds {
  /** Begins no more rounds, ends the one that runs after the payouts it is at, and waits for that. */
  close(): Promise<void>
}

/** Sends payouts every few seconds, one round at a time. */
export function openPayoutRounds({ log, everyMs, ...sources }: PayoutRoundsOptions): PayoutRounds {
  const closing = new AbortController()
  let round: Promise<void> | undefined

  const run = async () => {
    try {
      const { failed } = await sendPayouts(sources, closing.signal)
      for (const err of failed) log.error({ err }, 'a payout was not looked at')
    } catch (err) {
      // A database that is away is asked again in the next round; requests tell of it.
      if (!isPassing(err) && !isOverloaded(err)) log.error({ err }, 'a round of payouts failed')
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
