import type { Logger } from 'pino'
import { openRounds, type Rounds } from '../db/index.ts'
import { makeCommunications } from './make-communications.ts'
import { type MessageSources, sendMessages } from './send-messages.ts'

/** Tells contacts what happened and sends what is due, every so often. */
export function openNotificationRounds({
  log,
  everyMs,
  ...sources
}: MessageSources & { readonly log: Logger; readonly everyMs: number }): Rounds {
  const run = async () => {
    await makeCommunications(sources)
    await sendMessages(sources)
  }
  return openRounds({ log, everyMs, of: 'notifications', run })
}
