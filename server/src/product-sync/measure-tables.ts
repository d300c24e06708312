import { sql } from 'kysely'
import { type Database, isAway } from '../db/index.ts'

// Smaller ones are read as fast as any index.
const YOUNG_PAGES = 8
const YOUNG_ROWS = 1_000

/**
 * Has PostgreSQL look at tables that have doubled since it did. It plans for them as they were, and comes by itself only after a minute:
 * until then each part would read all products of the business. A trial leaves a large table behind in which there is nothing, so that
 * rows are counted as well.
 */
export async function measureGrown({ query }: Pick<Database, 'query'>): Promise<void> {
  try {
    const { rows } = await sql<{ readonly name: string }>`
      select relname as name from pg_class
       where oid in ('products'::regclass, 'product_groups'::regclass)
         and (pg_relation_size(oid) > 2 * current_setting('block_size')::int * greatest(relpages, ${YOUNG_PAGES}::int)
              or pg_stat_get_mod_since_analyze(oid) > greatest(reltuples, ${YOUNG_ROWS}::int))`.execute(query)
    for (const { name } of rows) await sql`analyze (skip_locked) ${sql.table(name)}`.execute(query)
  } catch (error) {
    // It only makes faster what works without it.
    if (!isAway(error)) throw error
  }
}
