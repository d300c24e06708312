import type { Logger } from 'pino'
import { openRounds, type Rounds } from '../db/index.ts'
import { makeCommunications } from './make-communications.ts'
import { type MessageSources, sendMessages } from './send-messages.ts'

/** Tells contacts what happened, and sends what is due, every so often. */
export function openNotificationRounds({
  log,
  everyMs,
  ...sources
}: MessageSources & { readonly log: Logger; readonly everyMs: number }): Rounds {
  // Each by itself: an inbox does not wait for a mail server.
  const making = openRounds({ log, everyMs, of: 'notifications', run: () => makeCommunications(sources) })
  const sending = openRounds({ log, everyMs, of: 'messages', run: () => sendMessages(sources) })
  return {
    close: async () => {
      await Promise.all([making.close(), sending.close()])
    },
  }
}
