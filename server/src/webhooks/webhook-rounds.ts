import type { Logger } from 'pino'
import { isOverloaded, isPassing } from '../db/index.ts'
import { SECOND } from '../kit/time.ts'
import { beginDue, numberNews, type SendingSources } from './send-deliveries.ts'

const EVERY_MS = SECOND
/** Calls under way at once, and of these to one endpoint. */
const AT_ONCE = 40
const AT_ONCE_EACH = 5

export interface WebhookRoundsOptions extends SendingSources {
  readonly log: Logger
  readonly everyMs?: number
}

export interface WebhookRounds {
  /** Begins nothing more and waits for the calls that are under way. */
  close(): Promise<void>
}

/** Numbers events and sends deliveries, every second and whenever a call ends while more is due. */
export function openWebhookRounds({
  log,
  everyMs = EVERY_MS,
  ...sources
}: WebhookRoundsOptions): WebhookRounds {
  const running = new Map<Promise<void>, string>()
  let round: Promise<void> | undefined
  let isClosed = false

  const busyEndpoints = () => {
    const counts = Map.groupBy(running.values(), (endpoint) => endpoint)
    return [...counts].filter(([, calls]) => calls.length >= AT_ONCE_EACH).map(([endpoint]) => endpoint)
  }

  const tell = (err: unknown, message: string) => {
    // A database that is away is asked again in the next round; requests tell of it. A lease that was taken ends by itself.
    if (!isPassing(err) && !isOverloaded(err)) log.error({ err }, message)
  }

  const sendDue = async () => {
    while (!isClosed && running.size < AT_ONCE) {
      const room = Math.min(AT_ONCE - running.size, AT_ONCE_EACH)
      const begun = await beginDue(sources, { most: room, busy: busyEndpoints() })
      for (const { due, sent } of begun) {
        const settled: Promise<void> = sent
          .catch((err) => tell(err, 'a webhook was not sent'))
          .finally(() => running.delete(settled))
        running.set(settled, due.endpoint)
      }
      if (begun.length === 0) return
    }
  }

  const run = async () => {
    try {
      await numberNews(sources)
      await sendDue()
    } catch (err) {
      tell(err, 'a round of webhooks failed')
    }
  }
  const timer = setInterval(() => {
    round ??= run().finally(() => {
      round = undefined
    })
  }, everyMs)

  return {
    close: async () => {
      isClosed = true
      clearInterval(timer)
      await round
      await Promise.all(running.keys())
    },
  }
}
