import type { Logger } from 'pino'
import { isOverloaded, isPassing } from './transact.ts'

export interface Rounds {
  /** Begins no more rounds and waits for the one that runs. */
  close(): Promise<void>
}

interface RoundsOptions {
  readonly log: Logger
  readonly everyMs: number
  /** What a round is of, for the log: "provisioning". */
  readonly of: string
  readonly run: () => Promise<unknown>
}

/** Does something every so often, one round at a time. */
export function openRounds({ log, everyMs, of, run }: RoundsOptions): Rounds {
  let round: Promise<unknown> | undefined
  const tell = (err: unknown) => {
    // A database that is away is asked again in the next round; requests tell of it.
    if (!isPassing(err) && !isOverloaded(err)) log.error({ err }, `a round of ${of} failed`)
  }
  const timer = setInterval(() => {
    round ??= run()
      .catch(tell)
      .finally(() => {
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
