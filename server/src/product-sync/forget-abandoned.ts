import { type Database, runnerOfTransaction, transact } from '../db/index.ts'
import { type Actor, nobody } from '../kit/actor.ts'
import { type Clock, DAY, later } from '../kit/time.ts'
import { abandonedSyncs, forgetRows } from './abandoned.store.ts'

/** For so long one that was cancelled or failed can be resumed. */
export const DAYS_KEPT = 7
const AT_ONCE = 100

/** Throws away the rows of synchronisations that were given up long ago; what came of their rows stays. Answers of how many. */
export async function forgetAbandoned({
  database,
  clock,
}: {
  readonly database: Database
  readonly clock: Clock
}): Promise<number> {
  const sql = runnerOfTransaction(database.query)
  let forgotten = 0
  for (;;) {
    const at = clock()
    const before = later(at, -DAYS_KEPT * DAY)
    const due = await abandonedSyncs(sql, { before, most: AT_ONCE })
    for (const { tenant, business, mode, sync } of due) {
      const actor: Actor = { ...nobody, tenant, business, mode }
      const isGone = await transact(database, { actor, at }, (work) => forgetRows(work, sync, before))
      if (isGone) forgotten += 1
    }
    if (due.length < AT_ONCE) return forgotten
  }
}
