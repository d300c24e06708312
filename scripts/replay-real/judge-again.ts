import { busySeconds, cpuSecondsOf, cpuSecondsOfTree } from '../bench/machine.ts'
import type { Api } from './api.ts'
import type { Place } from './place.ts'
import { rehearse, rehearseDraft } from './rehearse.ts'

/** One judging of the whole history again. The thread that judges is kept for the next: only the first of a server is cold. */
export interface JudgedAgain {
  readonly by: 'live offers' | 'a draft too'
  readonly purchases: number
  /** Awarded otherwise than the ledger has it; of a draft nobody asks. */
  readonly different: number | undefined
  readonly seconds: number
  readonly per_second: number
  /** CPU seconds from asking to the answer, making the threads ready included: of the server, of PostgreSQL, of everybody else. */
  readonly server_cpu: number
  readonly database_cpu: number
  readonly others_cpu: number
}

/** Lets the server judge all of it again so many times by the live offers, then with a draft, and nothing else. */
export async function judgeAgain(api: Api, { pids }: Place, times: number): Promise<readonly JudgedAgain[]> {
  const runs: JudgedAgain[] = []
  for (let run = 0; run < times; run++) {
    runs.push(await measured(pids, 'live offers', () => rehearse(api)))
  }
  for (let run = 0; run < times; run++) {
    runs.push(await measured(pids, 'a draft too', () => rehearseDraft(api)))
  }
  return runs
}

interface Judging {
  readonly purchases: number
  readonly seconds: number
  readonly different?: number
}

async function measured(
  pids: Place['pids'],
  by: JudgedAgain['by'],
  judge: () => Promise<Judging>,
): Promise<JudgedAgain> {
  const before = cpuOf(pids)
  const { purchases, different, seconds } = await judge()
  const after = cpuOf(pids)
  const [server, database] = [after.server - before.server, after.database - before.database]
  return {
    by,
    purchases,
    different,
    seconds: tenths(seconds),
    per_second: Math.round(purchases / seconds),
    server_cpu: tenths(server),
    database_cpu: tenths(database),
    others_cpu: tenths(Math.max(0, after.all - before.all - server - database)),
  }
}

function cpuOf({ server, database }: Place['pids']) {
  return {
    server: cpuSecondsOf([server]),
    database: database === undefined ? 0 : cpuSecondsOfTree(database),
    all: busySeconds(),
  }
}

function tenths(value: number): number {
  return Number(value.toFixed(1))
}
