import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'
import { type ContactFilter, selectContacts } from './contacts.store.ts'

let server: TestServer
let business: TestBusiness

beforeAll(async () => {
  server = await startServer()
  business = await server.business()
  await business.work(async ({ db, actor: { tenant } }) => {
    await sql`
      insert into contacts (tenant, id, code, created_at, first_last, last_first, segments, referral_code)
      select ${tenant}, gen_random_uuid(), n, now(), 'anna ' || n, n || ' anna', array['S' || n % 100], n
        from generate_series(1, 5000) as n`.execute(db)
    await sql`
      insert into wallets (tenant, id, contact_id, code, currency, created_at)
      select tenant, gen_random_uuid(), id, code, 'EUR', created_at from contacts`.execute(db)
    await sql`
      insert into identifiers (tenant, value, kind, contact_id)
      select tenant, code, 'CODE', id from contacts`.execute(db)
    await sql`analyze contacts, wallets, identifiers`.execute(db)
  })
})
afterAll(() => server.stop())

const planOf = (filter: Partial<ContactFilter>) =>
  business.work(async (work) =>
    JSON.stringify(
      await selectContacts(work, { identified: [], search: undefined, ...filter })
        .limit(11)
        .explain(),
    ),
  )

test('a search is answered from indexes, never by reading all contacts', async () => {
  const plan = await planOf({ search: { name: 'petr', beginnings: ['petr', '+357'] } })
  for (const column of ['first_last', 'last_first', 'value']) {
    expect(plan).toMatch(new RegExp(`Index Cond: [^"]*\\(${column} ~?>=~? 'petr'`))
  }
  expect(plan).not.toContain('Seq Scan')
})

test('so are the contacts of a segment', async () => {
  const plan = await planOf({ segment: 'S7' })
  expect(plan).toMatch(/Index Cond: [^"]*segments @>/)
  expect(plan).not.toContain('Seq Scan')
})
