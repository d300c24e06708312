import type { Logger } from 'pino'
import { isOverloaded, isPassing } from '../db/index.ts'
import { type SettlingSources, settleClaims } from './settle-claims.ts'

export interface ClaimRounds {
  /** Begins no more rounds and waits for the one that runs. */
  close(): Promise<void>
}

const EVERY_MS = 2_000

/** Settles claims that waited for the till, one round at a time; several servers may do so at once. */
export function openClaimRounds({
  log,
  ...sources
}: SettlingSources & { readonly log: Logger }): ClaimRounds {
  let round: Promise<void> | undefined
  const run = async () => {
    try {
      for (const err of await settleClaims(sources)) {
        if (!isPassing(err) && !isOverloaded(err)) log.error({ err }, 'a claim was not settled')
      }
    } catch (err) {
      // A database that is away is asked again in the next round; requests tell of it.
      if (!isPassing(err) && !isOverloaded(err)) log.error({ err }, 'a round of claims failed')
    }
  }
  const timer = setInterval(() => {
    round ??= run().finally(() => {
      round = undefined
    })
  }, EVERY_MS)
  return {
    close: async () => {
      clearInterval(timer)
      await round
    },
  }
}
