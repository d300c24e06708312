import type { sql } from 'kysely'
import type { Tenant } from '../kit/actor.ts'

/** A rule of the books, as `verifyLedger` checks it. */
export interface Rule {
  readonly name: string
  readonly says: string
  /** Rows of (looked_at, broken): the broken ones named. */
  readonly query: (tenant: Tenant) => ReturnType<typeof sql<{ looked_at: bigint; broken: string | null }>>
}
