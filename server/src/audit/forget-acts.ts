import type { Database } from '../db/index.ts'
import { type Clock, DAY, later } from '../kit/time.ts'
import { readTenants } from '../ledger/index.ts'
import { deleteActsBefore } from './audit.store.ts'

const KEPT_DAYS = 730

/** What is older than two years goes. */
export async function forgetActs({
  database,
  clock,
}: {
  readonly database: Database
  readonly clock: Clock
}): Promise<void> {
  const before = later(clock(), -KEPT_DAYS * DAY)
  for (const { tenant } of await readTenants(database)) {
    await deleteActsBefore(database.query, tenant, before)
  }
}
