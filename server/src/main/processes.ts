import type { Database } from '../db/index.ts'
import type { Clock } from '../kit/time.ts'
import {
  openProcesses,
  type Processes,
  type ProcessesOptions,
  type ProcessKinds,
} from '../processes/index.ts'
import { SYNC_KIND, syncRunner } from '../product-sync/index.ts'
import { REPLAY_KIND, replayRunner } from '../rehearsals/index.ts'

export interface RunnerOptions extends Omit<ProcessesOptions, 'kinds'> {
  readonly database: Database
  readonly clock: Clock
  /** How many purchases are waited for at this moment. */
  readonly pressure: () => number
}

/** Every kind of process that this server can run, by the name under which domains start it. Rows do not wait for a long replay. */
function lanesOf({ database, clock, pressure }: RunnerOptions): readonly ProcessKinds[] {
  return [
    new Map([[REPLAY_KIND, replayRunner(database.url)]]),
    new Map([[SYNC_KIND, syncRunner({ database, clock, pressure })]]),
  ]
}

/** One process of each lane at a time. */
export function runProcesses(options: RunnerOptions): Processes {
  const lanes = lanesOf(options).map((kinds) => openProcesses({ ...options, kinds }))
  return {
    wake: () => {
      for (const lane of lanes) lane.wake()
    },
    close: async () => {
      await Promise.all(lanes.map((lane) => lane.close()))
    },
  }
}
