import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/index.ts'

/**
 * Everything that the transaction reads from here on is of one instant, and it may take as long as reading all of the books
 * does. Refused by the database where something was read before.
 */
export async function holdStill(db: Transaction<Tables>): Promise<void> {
  await sql`set transaction isolation level repeatable read, read only`.execute(db)
  await sql`set local statement_timeout = '30min'`.execute(db)
}
