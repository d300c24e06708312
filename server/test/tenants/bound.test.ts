import { describe, expect, test } from 'vitest'
import { declaredStatements } from '../../src/db/index.ts'
import '../../src/main/app.ts'
import { unboundTables } from './bound.ts'
import { mutantsOf } from './mutants.ts'
import { FOR_EVERYBODY } from './watch.ts'

describe('a statement keeps to one tenant', () => {
  test.each([
    ['by a parameter', 'select * from lots where tenant = $1'],
    ['of a list of parameters', 'select * from lots l where l.tenant = any ($1::int[]) and id = $2'],
    [
      'by the tenant of a table that is bound',
      'select 1 from lots l join wallets w on w.tenant = l.tenant where w.tenant = $1',
    ],
    [
      'by rows that were sent',
      'update lots l set remaining = s.r from unnest($1::int[], $2::int[]) as s(tenant, r) where l.tenant = s.tenant',
    ],
    [
      'by a key of several columns',
      'select 1 from lots where (tenant, id) in (select * from unnest($1::int[], $2::uuid[]))',
    ],
    ['by using', 'select 1 from lots l join wallets w using (tenant) where l.tenant = $1'],
    [
      'in a query within it, by the row around it',
      'select exists (select 1 from lots l where l.tenant = w.tenant) from wallets w where w.tenant = $1',
    ],
    ['by what it inserts', 'insert into lots (tenant, id) values ($1, $2)'],
    ['in what it names first', 'with w as (select * from wallets where tenant = $1) select * from w'],
  ])('%s', async (_, text) => {
    expect(await unboundTables(text)).toEqual([])
  })

  test.each([
    ['no filter', 'select * from lots where id = $1', ['lots']],
    ['a filter that holds only sometimes', 'select * from lots where tenant = $1 or id = $2', ['lots']],
    ['another comparison', 'select * from lots where tenant <> $1', ['lots']],
    [
      'a filter of one of two tables',
      'select 1 from lots l join wallets w on w.id = l.wallet_id where l.tenant = $1',
      ['wallets'],
    ],
    [
      'tables that are alike but bound to nothing',
      'select 1 from lots l join wallets w on w.tenant = l.tenant',
      ['lots', 'wallets'],
    ],
    ['a column that is not the tenant', 'select * from lots l where l.tenant = l.lane', ['lots']],
    ['no filter within it', 'select (select count(*) from lots) from wallets where tenant = $1', ['lots']],
    [
      'no filter in what it names first',
      'with w as (select * from wallets) select * from w where tenant = $1',
      ['wallets'],
    ],
    [
      'no filter in one of two halves',
      'select 1 from lots where tenant = $1 union all select 1 from wallets',
      ['wallets'],
    ],
    ['a change of everything', 'update lots set remaining = 0 where id = $1', ['lots']],
    ['a deletion of everything', 'delete from lots where id = $1', ['lots']],
    ['rows of nobody', 'insert into lots (id) values ($1)', ['insert into lots']],
    [
      'what it inserts from everybody',
      'insert into lots (tenant, id) select tenant, id from wallets',
      ['wallets'],
    ],
  ])('unless it has %s', async (_, text, tables) => {
    expect((await unboundTables(text)).toSorted()).toEqual(tables)
  })
})

describe('of the statements that are declared', () => {
  test('all keep to one tenant but those that look for whose turn it is', async () => {
    const free: string[] = []
    for (const { name, text } of declaredStatements()) {
      if ((await unboundTables(text)).length > 0) free.push(name)
    }
    expect(free.sort()).toEqual(FOR_EVERYBODY.toSorted())
  })

  test('each that loses one filter by the tenant, or the tenant of what it inserts, is seen', async () => {
    const unseen: string[] = []
    const unlosing: string[] = []
    let mutants = 0
    for (const { name, text } of declaredStatements()) {
      if (FOR_EVERYBODY.includes(name)) continue
      const all = mutantsOf(text)
      if (all.length === 0) unlosing.push(name)
      mutants += all.length
      for (const { mutant, lost } of all)
        if ((await unboundTables(mutant)).length === 0) unseen.push(`${name} without its ${lost}`)
    }
    expect(unseen).toEqual([])
    // Of the tenant alone, and of no table.
    expect(unlosing.toSorted()).toEqual(['events_open_feed', 'purchases_lock_names'])
    expect(mutants).toBeGreaterThan(200)
  })
})
