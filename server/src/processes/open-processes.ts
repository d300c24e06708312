import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type Database, isAway, runnerOfTransaction } from '../db/index.ts'
import { present } from '../kit/invariant.ts'
import { type Clock, SECOND } from '../kit/time.ts'
import { type Pace, type Run, type RunProcess, runProcess } from './run-process.ts'
import { claimNext } from './runs.store.ts'

/** The kinds that a server can run, by name; it leaves others to servers that know them. */
export type ProcessKinds = ReadonlyMap<string, RunProcess>

const PACE: Pace = { pollMs: SECOND, heartbeatMs: SECOND, leaseMs: 15 * SECOND, stopMs: 5 * SECOND }

export interface ProcessesOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
  readonly kinds: ProcessKinds
  /** Most processes that run at once on this server. */
  readonly atOnce?: number
  readonly pace?: Pace
}

export interface Processes {
  /** Looks for work now and not at the next second. To be called after the commit of what started it. */
  readonly wake: () => void
  /** Begins nothing more, gives back what runs with its checkpoint, and waits for that. */
  close(): Promise<void>
}

/** Runs the processes of all tenants, the oldest first, a few at once. */
export function openProcesses({
  database,
  clock,
  log,
  kinds,
  atOnce = 1,
  pace = PACE,
}: ProcessesOptions): Processes {
  const sql = runnerOfTransaction(database.query)
  const names = [...kinds.keys()]
  const running = new Set<Run>()
  let isClosed = false
  let looking: Promise<void> | undefined
  let lookAgain = false

  const hasRoom = () => !isClosed && names.length > 0 && running.size < atOnce

  const look = async () => {
    do {
      lookAgain = false
      while (hasRoom()) {
        const claim = await claimNext(sql, { kinds: names, leaseMs: pace.leaseMs, clock })
        if (!claim) break
        const kind = present(kinds.get(claim.kind), 'only known kinds are claimed')
        begin(runProcess(claim, kind, { sql, clock, log, pace }))
      }
    } while (lookAgain)
  }

  const begin = (run: Run) => {
    running.add(run)
    run.ended.finally(() => {
      running.delete(run)
      wake()
    })
  }

  const wake = () => {
    lookAgain = true
    looking ??= look()
      // A database that is away is asked again at the next second; requests tell of it.
      .catch((err: unknown) => isAway(err) || log.error({ err }, 'no process was found'))
      .then(() => {
        looking = undefined
      })
  }

  const timer = names.length > 0 ? setInterval(wake, pace.pollMs) : undefined
  return {
    wake,
    close: async () => {
      isClosed = true
      clearInterval(timer)
      await looking
      for (const { stop } of running) stop()
      const allEnded = Promise.all([...running].map(({ ended }) => ended))
      await Promise.race([allEnded, sleep(pace.stopMs, undefined, { ref: false })])
    },
  }
}
