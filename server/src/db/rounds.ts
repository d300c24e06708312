import type { Logger } from 'pino'
import { isAway } from './transact.ts'

export interface Rounds {
  /** Begins no more rounds, tells the one that runs to come to its end, and waits for that. */
  close(): Promise<void>
}

/** What runs in a round gets of it. */
export interface Round {
  /** Aborted once no more is to be begun. */
  readonly signal: AbortSignal
  /** Logs what went wrong with one thing of many. A database that is away is asked again in the next round; requests tell of it. */
  readonly tell: (err: unknown, message: string) => void
}

interface RoundsOptions {
  readonly log: Logger
  readonly everyMs: number
  /** What a round is of, for the log: "provisioning". */
  readonly of: string
  readonly run: (round: Round) => Promise<unknown>
}

/** Does something every so often, one round at a time. */
export function openRounds({ log, everyMs, of, run }: RoundsOptions): Rounds {
  const closing = new AbortController()
  let running: Promise<unknown> | undefined
  const tell = (err: unknown, message: string) => {
    if (!isAway(err)) log.error({ err }, message)
  }
  const timer = setInterval(() => {
    running ??= run({ signal: closing.signal, tell })
      .catch((err) => tell(err, `a round of ${of} failed`))
      .finally(() => {
        running = undefined
      })
  }, everyMs)
  return {
    close: async () => {
      clearInterval(timer)
      closing.abort()
      await running
    },
  }
}
