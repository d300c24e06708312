import pg from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase } from './database.ts'

test('every fresh database is migrated and its own, however many are made at once', async () => {
  const databases = await Promise.all(Array.from({ length: 4 }, () => freshDatabase()))
  expect(new Set(databases.map(({ url }) => url)).size).toBe(4)
  for (const { url, drop } of databases) {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query('select count(*)::int as applied from migrations')
    expect(rows[0].applied).toBeGreaterThan(0)
    await client.end()
    await drop()
    await expect(new pg.Client({ connectionString: url }).connect()).rejects.toThrow('does not exist')
  }
})
