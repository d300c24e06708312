import type { Logger } from 'pino'
import { isOverloaded, isPassing } from '../db/index.ts'
import { MINUTE } from '../kit/time.ts'
import { type GiftSources, giveGifts } from './give-gifts.ts'

const EVERY_MS = 3 * MINUTE

export interface GiftRoundsOptions extends GiftSources {
  readonly log: Logger
  readonly everyMs?: number
}

export interface GiftRounds {
  /** Begins no more rounds, ends the one that runs after the contact it is at, and waits for that. */
  close(): Promise<void>
}

/** Gives gifts every few minutes, one round at a time. */
export function openGiftRounds({ log, everyMs = EVERY_MS, ...sources }: GiftRoundsOptions): GiftRounds {
  const closing = new AbortController()
  let round: Promise<void> | undefined

  const run = async () => {
    try {
      const { failed } = await giveGifts(sources, closing.signal)
      for (const err of failed) log.error({ err }, 'a gift was not given')
    } catch (err) {
      // A database that is away is asked again in the next round; requests tell of it.
      if (!isPassing(err) && !isOverloaded(err)) log.error({ err }, 'a round of gifts failed')
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
