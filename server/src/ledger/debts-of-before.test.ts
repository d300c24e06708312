import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openPurseShop } from '../../test/purse.ts'
import { tenPercent } from '../../test/shop.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const MIGRATION = path.join(import.meta.dirname, '../../migrations/0028_debts.sql')
const BEGINS = '-- What is owed already'

const ok = ({ status, body, text }: Answer): Answer['body'] => {
  expect(status, text).toBeLessThan(300)
  return body
}

test('debts that a business had before they were kept one by one get rows that the books agree with, and voids go on from there', async () => {
  const shop = await openPurseShop(server)
  await shop.offer(tenPercent)
  const { contact, wallet } = await shop.holder()
  const buy = async (total: number, spend?: number) =>
    ok(await shop.buy({ contact, total, ...(spend === undefined ? {} : { spend }) }))
  const cancel = async ({ id }: Answer['body']) => ok(await shop.call('POST', `purchases/${id}/cancel`))
  const [one, two] = [await buy(100), await buy(60)]
  const spent = [await buy(50, 10), await buy(50, 6)]
  await cancel(one)
  await cancel(two)
  await buy(70)
  await cancel(spent[1])
  const relief = { type: 'DEBT_RELIEF', amount: 1, reason: 'a friend' }
  ok(await shop.call('POST', `wallets/${wallet}/adjustments`, relief))
  const { debt } = await shop.wallet(wallet)
  expect(debt).toBeGreaterThan(0)
  expect(await shop.verify()).toEqual([])

  const statements = readFileSync(MIGRATION, 'utf8')
  await server.database.pool.query('delete from debt_repayments; delete from debts')
  expect(await shop.verify()).not.toEqual([])
  await server.database.pool.query(statements.slice(statements.indexOf(BEGINS)))

  expect(await shop.verify()).toEqual([])
  await cancel(spent[0])
  expect((await shop.wallet(wallet)).debt).toBe(0)
  await buy(30)
  expect(await shop.verify()).toEqual([])
})
