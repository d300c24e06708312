import type { ProcessKinds } from '../processes/index.ts'
import { REPLAY_KIND, replayRunner } from '../rehearsals/index.ts'

/** Every kind of process that this server can run, by the name under which domains start it. */
export function processKinds(databaseUrl: string): ProcessKinds {
  return new Map([[REPLAY_KIND, replayRunner(databaseUrl)]])
}
