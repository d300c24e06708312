import { type ControlledTransaction, sql } from 'kysely'
import type { Database, Tables } from '../db/index.ts'
import type { Actor } from '../kit/actor.ts'
import { pagesOf, SECTIONS } from './export.store.ts'
import { EXPORT_FORMAT, lineWriter } from './export-lines.ts'
import { holdStill } from './snapshot.ts'

export interface Exporting {
  readonly database: Database
  readonly actor: Pick<Actor, 'tenant' | 'business' | 'mode'>
  readonly at: Date
}

/** The books of a tenant as lines of JSON, all of one instant. README.md tells the format; `scripts/verify-export.mjs` reads it. */
export async function* exportLedger({ database, actor, at }: Exporting): AsyncGenerator<string> {
  const { tenant, business, mode } = actor
  const write = lineWriter()
  const counts: Record<string, number> = {}
  const db = await database.query.startTransaction().execute()
  try {
    await holdStill(db)
    await endIfNobodyReads(db)
    yield write({ type: 'header', format: EXPORT_FORMAT, tenant, business, mode, at: at.getTime() })
    for (const { type, rows } of SECTIONS) {
      counts[`${type}s`] = 0
      for await (const page of pagesOf(db, rows(tenant))) {
        counts[`${type}s`] = (counts[`${type}s`] ?? 0) + page.length
        yield page.map((row) => write({ type, ...row })).join('')
      }
    }
    yield write({ type: 'end', ...counts })
  } finally {
    // It wrote nothing. A connection that the database ended is past undoing.
    await db
      .rollback()
      .execute()
      .catch(() => {})
  }
}

/** Who stops reading without going away would hold a connection, and the database's old rows, for ever. */
async function endIfNobodyReads(db: ControlledTransaction<Tables>): Promise<void> {
  await sql`set local idle_in_transaction_session_timeout = '1min'`.execute(db)
}
