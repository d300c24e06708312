import type { Logger } from 'pino'
import { type Database, openRounds, runnerOfTransaction } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { type Clock, later } from '../kit/time.ts'
import { clocksAhead } from './test-clocks.store.ts'

export interface Clocks {
  readonly clock: Clock
  /** Reads which businesses are ahead, so that this process tells their time. */
  refresh(): Promise<void>
  /** How long other processes may take to learn what this one moved. */
  readonly spreadMs: number
  close(): Promise<void>
}

export interface ClocksOptions {
  readonly database: Database
  /** The machine's time. */
  readonly machine: () => Date
  readonly log: Logger
  /** How often this process looks at what others moved; undefined: not by itself. */
  readonly everyMs: number | undefined
}

/** The time of every business: the machine's, and how far a TEST business is ahead of it, from memory. */
export function openClocks({ database, machine, log, everyMs }: ClocksOptions): Clocks {
  let ahead: ReadonlyMap<Tenant, number> = new Map()
  const clock: Clock = (tenant) => {
    const by = tenant === undefined ? undefined : ahead.get(tenant)
    return by === undefined ? machine() : later(machine(), by)
  }
  const refresh = async () => {
    ahead = await clocksAhead(runnerOfTransaction(database.query))
  }
  const rounds = everyMs === undefined ? undefined : openRounds({ log, everyMs, of: 'clocks', run: refresh })
  const spreadMs = 2 * (everyMs ?? 0)
  return { clock, refresh, spreadMs, close: async () => rounds?.close() }
}
