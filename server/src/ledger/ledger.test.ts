import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { createApiKey } from '../access/index.ts'
import { API_VERSION } from '../http/index.ts'
import { sealNow } from './index.ts'
import { CLAIM_RULES } from './rules-of-claims.ts'
import { DEBT_RULES } from './rules-of-debts.ts'
import { WALLET_RULES } from './rules-of-wallets.ts'

let server: TestServer
let shop: Shop

beforeAll(async () => {
  server = await startServer()
  shop = await openShop(server)
  await shop.offer({ ...tenPercent, limits: { budget: 100 } })
  const contact = await shop.shopper()
  await shop.buy({ contact, total: '20.00' })
  await shop.buy({ contact, total: '5.00', spend: 1 })
  await shop.buy({ contact, total: '5.00', spend: 0.5, reduction_method: 'BACK_END' })
  await sealNow(server.database, { ...shop.actor, at: server.clock.now })
})
afterAll(() => server.stop())

const report = async () => (await shop.call('GET', 'ledger/verify')).body
const brokenRules = async () =>
  (await report()).checks.flatMap(({ name, broken }: { name: string; broken: string[] }) =>
    broken.length > 0 ? [name] : [],
  )

test('the books of a business that sold and spent hold, rule by rule', async () => {
  const { holds, checks } = await report()
  expect(holds).toBe(true)
  for (const check of checks) {
    expect(check).toMatchObject({ name: expect.any(String), says: expect.stringMatching(/\.$/), broken: [] })
    // What this shop never did is proved where it is done.
    const isDone = ![...WALLET_RULES, ...DEBT_RULES, ...CLAIM_RULES].some(({ name }) => name === check.name)
    if (isDone) expect([check.name, check.looked_at > 0]).toEqual([check.name, true])
  }
})

test('a business without a single entry has books that hold', async () => {
  const empty = await server.business()
  const { body } = await empty.call('GET', 'ledger/verify')
  expect(body.holds).toBe(true)
  expect(body.checks.map(({ looked_at }: { looked_at: number }) => looked_at)).toEqual(
    body.checks.map(() => 0),
  )
})

test.each`
  tampering                          | sql                                                                                                   | breaks
  ${'a balance that was changed'}    | ${"update accounts set balance = balance - 1 where tenant = $1 and kind = 'FUNDER' and balance <> 0"} | ${['sums_are_zero', 'balances_equal_transfers']}
  ${'a transfer that was deleted'}   | ${'delete from transfers where tenant = $1 and line = 1'}                                             | ${['balances_equal_transfers', 'entries_are_numbered_without_gap']}
  ${'a lot that was filled up'}      | ${'update lots set remaining = amount where tenant = $1'}                                             | ${['lots_equal_transfers']}
  ${'a purchase with another award'} | ${'update purchases set award = award + 1 where tenant = $1'}                                         | ${['purchases_equal_transfers']}
  ${'a payout of more'}              | ${'update payouts set amount = amount + 1 where tenant = $1'}                                         | ${['payouts_equal_transfers']}
  ${'a gift with another award'}     | ${'update reward_events set award = award + 1 where tenant = $1'}                                     | ${['reward_events_equal_transfers']}
  ${'a budget that forgot an award'} | ${'update offer_counters set amount = 0 where tenant = $1'}                                           | ${['limits_equal_awards']}
`('$tampering is found', async ({ sql, breaks }) => {
  const client = await server.database.pool.connect()
  const tables = ['accounts', 'transfers', 'lots', 'purchases', 'payouts', 'reward_events', 'offer_counters']
  // As a superuser who switches off what keeps history.
  await client.query('set session_replication_role = replica')
  for (const table of tables) await client.query(`create table kept_${table} as table ${table}`)
  try {
    const { rowCount } = await client.query(sql, [shop.actor.tenant])
    expect(rowCount).toBeGreaterThan(0)
    expect(await brokenRules()).toEqual(expect.arrayContaining(breaks))
    expect((await report()).holds).toBe(false)
  } finally {
    for (const table of tables) {
      await client.query(
        `truncate ${table}; insert into ${table} select * from kept_${table}; drop table kept_${table}`,
      )
    }
    await client.query('reset session_replication_role')
    client.release()
  }
  expect((await report()).holds).toBe(true)
})

test('only a key with ledger:read may prove the books', async () => {
  const { key } = await shop.work((work) =>
    createApiKey(work, {
      name: 'till',
      kind: 'SECRET',
      scopes: ['purchases:write'],
      apiVersion: API_VERSION,
    }),
  )
  expect((await ask(server.url, key, { method: 'GET', path: 'ledger/verify' })).status).toBe(403)
})
