import type { Logger } from 'pino'
import { isOverloaded, isPassing } from '../db/index.ts'
import { type BlockSources, expireBlocks } from './expire-blocks.ts'

export interface BlockRounds {
  /** Begins no more rounds, ends the one that runs after the block it is at, and waits for that. */
  close(): Promise<void>
}

/** Releases what was set aside and forgotten, one round at a time. */
export function openBlockRounds({
  log,
  everyMs,
  ...sources
}: BlockSources & { readonly log: Logger; readonly everyMs: number }): BlockRounds {
  const closing = new AbortController()
  let round: Promise<void> | undefined
  const run = async () => {
    try {
      const { failed } = await expireBlocks(sources, closing.signal)
      for (const err of failed) log.error({ err }, 'blocked money was not released')
    } catch (err) {
      // A database that is away is asked again in the next round; requests tell of it.
      if (!isPassing(err) && !isOverloaded(err)) log.error({ err }, 'a round of blocked money failed')
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
