import type { Logger } from 'pino'
import { isOverloaded, isPassing } from '../db/index.ts'
import { makeCommunications } from './make-communications.ts'
import { type MessageSources, sendMessages } from './send-messages.ts'

export interface NotificationRounds {
  /** Begins no more rounds and waits for the one that runs. */
  close(): Promise<void>
}

/** Tells contacts what happened and sends what is due, every so often, one round at a time. */
export function openNotificationRounds({
  log,
  everyMs,
  ...sources
}: MessageSources & { readonly log: Logger; readonly everyMs: number }): NotificationRounds {
  let round: Promise<void> | undefined
  const run = async () => {
    try {
      await makeCommunications(sources)
      await sendMessages(sources)
    } catch (err) {
      // A database that is away is asked again in the next round; requests tell of it.
      if (!isPassing(err) && !isOverloaded(err)) log.error({ err }, 'a round of notifications failed')
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
      await round
    },
  }
}
