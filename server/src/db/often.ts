import { createHash } from 'node:crypto'
import type { PostgresPool } from 'kysely'
import type pg from 'pg'

// A plan lives in the memory of each connection: only what is asked often gets one, and a bounded number of statements in all.
const OFTEN = 20
const MOST = 250
const MOST_COUNTED = 5_000
// After a migration has added a column, a plan of "all columns" is refused.
const ALL_COLUMNS = /(?:\.|select |returning )\*(?! from unnest)/i

/**
 * Names the statements that are asked again and again, by their texts. Undefined: this one not yet, or never.
 */
export function namesOfOften(): (text: string) => string | undefined {
  const counted = new Map<string, number>()
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined || names.size >= MOST) return known
    const times = (counted.get(text) ?? 0) + 1
    if (counted.size >= MOST_COUNTED) counted.clear()
    counted.set(text, times)
    if (times < OFTEN || ALL_COLUMNS.test(text)) return undefined
    const name = `often_${createHash('sha256').update(text).digest('hex').slice(0, 20)}`
    counted.delete(text)
    names.set(text, name)
    return name
  }
}

/** The pool as typed queries use it: PostgreSQL reads and plans a statement that is asked often once a connection, not each time. */
export function planningOnce(pool: pg.Pool): PostgresPool {
  const nameOf = namesOfOften()
  const planning = new WeakMap<pg.PoolClient, pg.PoolClient>()
  const planningOf = (client: pg.PoolClient): pg.PoolClient => {
    const made: pg.PoolClient =
      planning.get(client) ??
      Object.create(client, {
        query: {
          value: (text: string, values: unknown[]) => {
            const name = nameOf(text)
            return client.query(name === undefined ? { text, values } : { name, text, values })
          },
        },
      })
    planning.set(client, made)
    return made
  }
  return {
    connect: async () => planningOf(await pool.connect()),
    end: () => pool.end(),
    options: pool.options,
  }
}
