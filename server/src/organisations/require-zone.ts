import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import { invalidField } from '../kit/error.ts'

/** Reports have PostgreSQL count the days of a business, and it does not know every name that Node does, such as ACT. */
export async function requireZone({ db }: Pick<Work, 'db'>, zone: string): Promise<void> {
  const { rows } = await sql<{ readonly name: string }>`
    select name from pg_timezone_names where lower(name) = lower(${zone}) limit 1`.execute(db)
  if (rows.length === 0) {
    throw invalidField('time_zone', zone, 'an IANA zone is needed by its full name, such as Europe/Nicosia')
  }
}
