import { type Database, runnerOfTransaction, statement, transact, type Work } from '../db/index.ts'
import { forgetEvents, tenantsWithEvents } from '../events/index.ts'
import { nobody, type Tenant } from '../kit/actor.ts'
import { type Clock, later } from '../kit/time.ts'
import { forgetTries } from './tries.store.ts'
import { TRIES_KEPT_MS } from './try.ts'

const AT_ONCE = 1_000

/** Forgets what tries were answered after a week, and events after 30 days with their deliveries, of every tenant, some in each transaction. */
export async function forgetOld({
  database,
  clock,
  only,
}: {
  readonly database: Database
  readonly clock: Clock
  readonly only?: Tenant
}): Promise<void> {
  for (const tenant of await tenantsWithEvents(runnerOfTransaction(database.query))) {
    if (only !== undefined && tenant !== only) continue
    await forgetTries(database, tenant, later(clock(tenant), -TRIES_KEPT_MS))
    for (;;) {
      const at = clock(tenant)
      const seen = await transact(database, { actor: { ...nobody, tenant }, at }, async (work) => {
        const forgotten = await forgetEvents(work.sql, tenant, { at, most: AT_ONCE })
        if (forgotten.seen > 0) await forgetDeliveries(work, forgotten.upTo)
        return forgotten.seen
      })
      if (seen < AT_ONCE) break
    }
  }
}

const FORGET = statement(
  'webhooks_forget',
  `delete from webhook_deliveries d using webhook_endpoints w
    where w.tenant = $1::int and d.tenant = w.tenant and d.endpoint_id = w.id and d.seq <= $2::bigint`,
)

async function forgetDeliveries({ sql, actor }: Work, upTo: bigint): Promise<void> {
  await sql.run(FORGET, [actor.tenant, upTo])
}
