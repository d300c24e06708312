import { sql } from 'kysely'
import type { Work } from '../db/index.ts'

/**
 * For statements that read all of the books: each table once, joined by hash. What PostgreSQL knows of young tables is behind, and a
 * plan that looks up row by row what it takes for a handful would not end in time.
 */
export async function readWholeBooks({ db }: Work): Promise<void> {
  await sql`set local enable_nestloop = off`.execute(db)
}
