import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import { later, MINUTE } from '../kit/time.ts'

/** A command's transaction begins at most so long after the command's own time, which its movements carry. */
export const MOST_LATE_MS = MINUTE

/**
 * The newest instant up to which the books are final: no movement can come any more with a time at or before it. A
 * transaction that is open now may carry a time from before it began, and one that begins later from shortly before now;
 * what was committed is seen by every statement after this one. So it is asked before anything of the report is read.
 */
export async function finalUntil({ db, at }: Work, mostLateMs: number = MOST_LATE_MS): Promise<Date> {
  // Only lengths of time are taken from the database: its clock need not be that of the business, which tests move.
  const { rows } = await sql<{ open_ms: number | null }>`
    select (extract(epoch from clock_timestamp() - min(xact_start)) * 1000)::float8 as open_ms
      from pg_stat_activity
     where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
       and application_name not like 'pg_dump%'`.execute(db)
  const openMs = Math.max(0, Math.ceil(rows[0]?.open_ms ?? 0))
  return later(at, -openMs - mostLateMs)
}
