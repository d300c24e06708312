import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { namesOfOften } from './often.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  await sql`create table growing (id integer primary key)`.execute(server.database.query)
})
afterAll(() => server.stop())

const again = async (times: number, act: () => Promise<unknown>) => {
  for (let time = 0; time < times; time++) await act()
}

describe('a statement that is asked often', () => {
  test('is planned once a connection, and answers as before', async () => {
    await server.database.query.connection().execute(async (db) => {
      const ask = (value: number) => sql<{ sum: number }>`select ${value}::int + 1 as sum`.execute(db)
      await again(19, () => ask(1))
      const prepared = () =>
        sql<{ text: string; calls: string }>`
          select statement as text, (generic_plans + custom_plans)::text as calls from pg_prepared_statements
           where statement like '%::int + 1 as sum'`.execute(db)
      expect((await prepared()).rows).toEqual([])
      for (const value of [1, 2, 3]) expect((await ask(value)).rows).toEqual([{ sum: value + 1 }])
      expect((await prepared()).rows).toEqual([{ text: 'select $1::int + 1 as sum', calls: '3' }])
    })
  })

  test('of all columns is not kept, so that a column that is added refuses nobody', async () => {
    const read = () => sql`select * from growing`.execute(server.database.query)
    await again(60, read)
    await sql`alter table growing add column more integer not null default 7`.execute(server.database.query)
    await sql`insert into growing (id) values (1)`.execute(server.database.query)
    await again(20, async () => expect((await read()).rows).toEqual([{ id: 1, more: 7 }]))
  })

  test('is one of a bounded number, however many texts there are', () => {
    const nameOf = namesOfOften()
    const named = Array.from({ length: 1_000 }, (_, index) => {
      const text = `select ${index}`
      for (let time = 0; time < 19; time++) expect(nameOf(text)).toBeUndefined()
      return nameOf(text)
    })
    expect(new Set(named.slice(0, 250)).size).toBe(250)
    expect(named.slice(250).every((name) => name === undefined)).toBe(true)
  })
})
