import type { Database } from '../db/index.ts'
import { type Clock, DAY, later } from '../kit/time.ts'
import { readTenants } from '../ledger/index.ts'
import { deleteSessionsOver } from './sessions.store.ts'

const KEPT_DAYS = 30

/** Sessions that ended, or were not used until they were over, go a month later. */
export async function forgetSessions({
  database,
  clock,
}: {
  readonly database: Database
  readonly clock: Clock
}): Promise<void> {
  const before = later(clock(), -KEPT_DAYS * DAY)
  for (const { tenant } of await readTenants(database)) {
    await deleteSessionsOver(database.query, tenant, before)
  }
}
