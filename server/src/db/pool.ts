import { HandleEmptyInListsPlugin, Kysely, PostgresDialect, replaceWithNoncontingentExpression } from 'kysely'
import pg from 'pg'
import { planningOnce } from './often.ts'
import type { Tables } from './tables.ts'

// bigint columns are money and counters: exact, never a float.
const INT8 = 20
const JSON_TYPE = 114
pg.types.setTypeParser(INT8, (text) => BigInt(text))

/** The database as the application holds it: typed queries for most work, plain connections for the grouped writes. */
export interface Database {
  readonly url: string
  readonly pool: pg.Pool
  readonly query: Kysely<Tables>
  close(): Promise<void>
}

export interface PoolOptions {
  readonly connections?: number
  /** Documents come as their texts, for whoever wants but little of each. */
  readonly documentsAsText?: boolean
}

// A plan made while a table was still empty would read it whole for ever after; these make the planner take the index
// from the first day. Statements of the hot path are checked against it by a test.
const PLANS = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off'
// Statements of other work are planned when they are first asked often; a plan of a young table is not kept for long.
const MAX_LIFETIME_SECONDS = 120
const LOCK_TIMEOUT_MS = 4_000
const STATEMENT_TIMEOUT_MS = 30_000

const DOCUMENTS_AS_TEXT: pg.CustomTypesConfig = {
  getTypeParser: (type, format) =>
    type === JSON_TYPE ? (text: string) => text : pg.types.getTypeParser(type, format),
}

export function openDatabase(
  url: string,
  { connections = 8, documentsAsText = false }: PoolOptions = {},
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    maxLifetimeSeconds: MAX_LIFETIME_SECONDS,
    ...(documentsAsText && { types: DOCUMENTS_AS_TEXT }),
    options: `-c lock_timeout=${LOCK_TIMEOUT_MS} -c statement_timeout=${STATEMENT_TIMEOUT_MS}`,
  })
  // An idle connection that the server closes is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  // Nor does the pool listen to one that is in use: lost between two statements of a transaction, it tells its next statement.
  pool.on('connect', (client) => client.on('error', () => {}))
  const query = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: planningOnce(pool) }),
    // "In none" is written as what is never true; PostgreSQL knows no empty list.
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  })
  return { url, pool, query, close: () => query.destroy() }
}

/** A connection of the hot path: pipelined, with plans that use indexes from the first row on. */
export async function openSlotConnection(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    pipeline: true,
    options: `${PLANS} -c lock_timeout=${LOCK_TIMEOUT_MS} -c statement_timeout=${LOCK_TIMEOUT_MS + 1_000}`,
  })
  client.on('error', () => {})
  await client.connect()
  return client
}
