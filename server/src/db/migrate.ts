import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'

const FOLDER = new URL('../../migrations/', import.meta.url)
// Any fixed number: everybody who migrates this database takes the same lock.
const LOCK = 7_411_554
const LOCK_TIMEOUT = '5s'

interface Migration {
  readonly name: string
  readonly text: string
  readonly checksum: string
}

/**
 * Brings the database at the url to the newest schema. Each file of `migrations/` runs once, in the order of its number and
 * in a transaction of its own, under an advisory lock, so that any number of processes may start together.
 * Refuses when a file that already ran has been changed, or when the database knows a migration that this version does not.
 */
export async function migrate(url: string, say: (line: string) => void = () => {}): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(`create table if not exists migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from migrations',
    )
    const done = new Map(rows.map(({ name, checksum }) => [name, checksum]))
    const migrations = await readMigrations()
    refuseUnknown(done, migrations)
    for (const migration of migrations) {
      const checksum = done.get(migration.name)
      if (checksum === undefined) await apply(client, migration, say)
      else if (checksum !== migration.checksum) {
        throw new Error(
          `Migration ${migration.name} was changed after it ran; put the file back and add a new one.`,
        )
      }
    }
  } finally {
    await client.end()
  }
}

async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, FOLDER), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

function refuseUnknown(done: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name))
  const newer = [...done.keys()].filter((name) => !known.has(name))
  if (newer.length > 0) {
    throw new Error(
      `The database was made by a newer version (${newer.join(', ')}); start that version instead.`,
    )
  }
}

async function apply(
  client: pg.Client,
  { name, text, checksum }: Migration,
  say: (line: string) => void,
): Promise<void> {
  say(`database: applying ${name}`)
  await client.query('begin')
  try {
    await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`)
    await client.query(text)
    await client.query('insert into migrations (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed; nothing of it was applied.`, { cause: error })
  }
}
