import type { Logger } from 'pino'
import { isAway } from '../db/index.ts'
import { HOUR, SECOND } from '../kit/time.ts'
import { forgetOld } from './forget-old.ts'
import { beginDue, numberNews, type SendingSources } from './send-deliveries.ts'

const EVERY_MS = SECOND
/** Something happened, or a call ended: a round begins so much later, with whatever else came until then. */
const WOKEN_AFTER_MS = 50
const FORGETS_EVERY_MS = HOUR

/** Calls under way at once: waiting for an answer costs a socket and no more, so slow receivers do not fill it. */
const AT_ONCE = 1_000
const BEGUN_AT_ONCE = 50

export interface WebhookRoundsOptions extends SendingSources {
  readonly log: Logger
  readonly everyMs?: number
}

export interface WebhookRounds {
  /** Something may have happened: the next round begins soon instead of at its time. */
  wake(): void
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
  let woken: NodeJS.Timeout | undefined
  let isClosed = false

  const tell = (err: unknown, message: string) => {
    // A database that is away is asked again in the next round; requests tell of it. A lease that was taken ends by itself.
    if (!isAway(err)) log.error({ err }, message)
  }
  const sendDue = async () => {
    while (!isClosed && running.size < AT_ONCE) {
      const most = Math.min(AT_ONCE - running.size, BEGUN_AT_ONCE)
      const begun = await beginDue(sources, { most, running: callsBy(running) })
      for (const { due, sent } of begun) {
        const settled: Promise<void> = sent
          .catch((err) => tell(err, 'a webhook was not sent'))
          .finally(() => {
            running.delete(settled)
            wake()
          })
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
  const begin = () => {
    if (isClosed) return
    round ??= run().finally(() => {
      round = undefined
    })
  }
  const wake = () => {
    woken ??= setTimeout(() => {
      woken = undefined
      begin()
    }, WOKEN_AFTER_MS)
  }
  const timer = setInterval(begin, everyMs)
  const forgetting = setInterval(
    () => forgetOld(sources).catch((err) => tell(err, 'old events were not forgotten')),
    FORGETS_EVERY_MS,
  )

  return {
    wake,
    close: async () => {
      isClosed = true
      for (const each of [timer, forgetting]) clearInterval(each)
      clearTimeout(woken)
      await round
      await Promise.all(running.keys())
    },
  }
}

function callsBy(running: ReadonlyMap<Promise<void>, string>): ReadonlyMap<string, number> {
  const byEndpoint = Map.groupBy(running.values(), (endpoint) => endpoint)
  return new Map([...byEndpoint].map(([endpoint, calls]) => [endpoint, calls.length]))
}
