import { type Database, runnerOfTransaction, statement } from '../db/index.ts'
import type { EventType } from '../events/index.ts'
import type { Tenant } from '../kit/actor.ts'

const SINCE = statement(
  'test_helpers_happened_since',
  'select id, type, entity_id as object from events where tenant = $1::int and id > $2::uuid order by id limit 100',
)

export interface Happened {
  readonly id: string
  readonly type: EventType
  readonly object: string
}

/** What happened in a business since an id was made, in its order. */
export function happenedSince(
  { query }: Database,
  tenant: Tenant,
  since: string,
): Promise<readonly Happened[]> {
  return runnerOfTransaction(query).run<Happened>(SINCE, [tenant, since])
}
