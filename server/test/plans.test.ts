import { afterAll, beforeAll, expect, test } from 'vitest'
import { declaredStatements, openSlotConnection } from '../src/db/index.ts'
import '../src/main/app.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly Plans?: readonly Node[]
}

function readWhole(node: Node): string[] {
  const here = node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? '?'] : []
  return [...here, ...(node.Plans ?? []).flatMap(readWhole)]
}

test('no statement of the hot path reads a table whole, not even with the plan made while it is empty', async () => {
  const client = await openSlotConnection(database.url)
  const found: string[] = []
  try {
    for (const { name, text } of declaredStatements()) {
      const parameters = Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map((match) => Number(match[1])))
      await client.query(`prepare plan_of_it as ${text}`)
      const values = Array.from({ length: parameters }, () => 'null').join(', ')
      const { rows } = await client.query(
        `explain (format json) execute plan_of_it${parameters > 0 ? `(${values})` : ''}`,
      )
      await client.query('deallocate plan_of_it')
      const tables = readWhole(rows[0]['QUERY PLAN'][0].Plan)
      if (tables.length > 0) found.push(`${name} reads ${tables.join(', ')}`)
    }
  } finally {
    await client.end()
  }
  expect(declaredStatements().length).toBeGreaterThan(20)
  expect(found).toEqual([])
})
