import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkExplanations, type Located, type Report } from '../../scripts/check-explain/check.ts'
import { startServer, type TestServer } from './harness.ts'
import { openShop, type Shop } from './shop.ts'

let server: TestServer
let shop: Shop
let client: pg.Client
/** What each kind of purchase is called in the tests. */
const ids = new Map<string, string>()
const offers = new Map<string, string>()

beforeAll(async () => {
  server = await startServer()
  shop = await openShop(server)
  client = new pg.Client({ connectionString: server.database.url })
  await client.connect()
  // The database itself refuses to change transfers; a superuser who means harm gets around that.
  await client.query('set session_replication_role = replica')
  await openOffers()
  await buyAll()
  for (const table of ['purchases', 'transfers', 'lots']) {
    await client.query(`create table kept_${table} as select * from ${table}`)
  }
})
afterAll(async () => {
  await client.end()
  await server.stop()
})

const onTop = { on_top: true }
const onMilk = { conditions: [{ kind: 'PRODUCTS', products: [{ type: 'SKU', code: 'MILK' }] }] }
const wanted: Readonly<Record<string, object>> = {
  TEN: { award: { kind: 'PERCENTAGE', rate: 10 } },
  CAPPED: { award: { kind: 'PERCENTAGE', rate: 8 }, limits: { per_contact: { amount: 6 } }, ...onTop },
  SECOND: { award: { kind: 'FIXED', amount: 0.5 }, progress: { of: 'VISITS', target: 2 }, ...onTop },
  PER_TEN: { award: { kind: 'PER_AMOUNT', amount: 0.3, every: 10, cap: 1 }, ...onTop },
  STEPS: {
    award: {
      kind: 'STEPS',
      steps: [
        { from: 20, amount: 0.2 },
        { from: 50, rate: 1.5 },
      ],
    },
    ...onTop,
  },
  THIRD: { award: { kind: 'PRODUCT', for_every: 3, rate: 50 }, ...onMilk, ...onTop },
  OFF: { award: { kind: 'FIXED', amount: 1 }, redeem_method: 'INSTANT', ...onMilk },
  HUNDRED: {
    award: { kind: 'FIXED', amount: 5 },
    conditions: [{ kind: 'AMOUNT', minimum: 100 }],
    ...onTop,
  },
  LUCKY: {
    award: { kind: 'FIXED', amount: 50 },
    conditions: [{ kind: 'LOTTERY', one_in: 1_000_000 }],
    ...onTop,
  },
}

async function openOffers(): Promise<void> {
  for (const [code, body] of Object.entries(wanted)) offers.set(code, await shop.offer({ code, ...body }))
}

const milk = { sku: 'MILK', quantity: 4, total_amount: '8.01' }
const wine = { sku: 'WINE', quantity: 1, total_amount: '52.49' }

/** Earns, spends, is paid in full, is nobody's, and is voided: every form that a stored purchase has. */
async function buyAll(): Promise<void> {
  const contact = await shop.shopper()
  const basket = { contact, total: '60.50', products: [milk, wine] }
  const buy = async (name: string, body: object) => {
    const answer = await shop.buy({ reference: name, ...body })
    expect(answer.text).toContain('"state":"POSTED"')
    ids.set(name, answer.body.id)
  }
  await buy('first', basket)
  await buy('second', { ...basket, spend: 3.33 })
  await buy('paid in full', { ...basket, spend: 0.5, reduction_method: 'BACK_END' })
  await buy('unclaimed', { total: '60.50', products: [milk, wine] })
  await buy('voided', { contact, total: '10.00' })
  await shop.call('POST', `purchases/${ids.get('voided')}/cancel`)
}

describe('the checker of explanations', () => {
  test('finds that every amount of a sound database follows from its explanation', async () => {
    const report = await checkExplanations(server.database.url)
    expect(report.mismatches).toEqual([])
    expect(report).toMatchObject({ holds: true, wrong: 0, counts: { purchases: 5 } })
    expect(report.counts.awards).toBeGreaterThan(15)
    expect(report.counts.spends).toBeGreaterThanOrEqual(2)
    expect(report.counts.compared).toBeGreaterThan(5)
    expect(report.counts.nearMisses).toBeGreaterThan(0)
  })

  test('shares no code with what it checks', () => {
    const folder = path.resolve(import.meta.dirname, '../../scripts/check-explain')
    const imports = readdirSync(folder).flatMap((file) =>
      [...readFileSync(path.join(folder, file), 'utf8').matchAll(/from '([^']+)'/g)].map(([, name]) => name),
    )
    expect(imports.length).toBeGreaterThan(10)
    expect(imports.filter((name) => !/^(\.\/[a-z-]+\.ts|node:[a-z]+|pg|zod)$/.test(name ?? ''))).toEqual([])
  })
})

/** The explanation of a purchase, open to any change. */
// biome-ignore lint/suspicious/noExplicitAny: a broken explanation has no type
type Broken = any

const awardOf = (explain: Broken, code: string) =>
  explain.awards.find(({ offer }: { offer: string }) => offer === offers.get(code))
const refusalOf = (explain: Broken, code: string) =>
  explain.refused.find(({ offer }: { offer: string }) => offer === offers.get(code))

async function plant(name: string, column: 'explain' | 'outcome', change: (value: Broken) => void) {
  const id = ids.get(name)
  const { rows } = await client.query(`select ${column} as value from purchases where id = $1`, [id])
  change(rows[0].value)
  await client.query(`update purchases set ${column} = $2 where id = $1`, [id, rows[0].value])
}

async function run(text: string, name: string): Promise<void> {
  const { rowCount } = await client.query(text, [ids.get(name)])
  expect(rowCount).toBe(1)
}

/** Looks, then puts everything back. */
async function checked(): Promise<Report> {
  try {
    return await checkExplanations(server.database.url)
  } finally {
    const back = (table: string, columns: string, key: string) => {
      const [set, from] = [
        columns,
        columns
          .split(', ')
          .map((each) => `k.${each}`)
          .join(', '),
      ]
      return client.query(`update ${table} t set (${set}) = (${from}) from kept_${table} k where ${key}`)
    }
    await back('purchases', 'award, spend, total, outcome, explain', 't.id = k.id')
    await client.query(
      'delete from transfers t where (journal_id, line) not in (select journal_id, line from kept_transfers)',
    )
    await client.query('insert into transfers select * from kept_transfers on conflict do nothing')
    await back('transfers', 'amount, lot_id', 't.journal_id = k.journal_id and t.line = k.line')
    await back('lots', 'amount, offer_id, offer_version', 't.id = k.id')
  }
}

const told = ({ mismatches }: Report) =>
  mismatches.map(({ reference, code, field }: Located) => `${reference}, ${code ?? 'no offer'}, ${field}`)

describe('an error in an explanation is found where it is', () => {
  test.each<[string, string, (explain: Broken) => void, string]>([
    ['a base that its lines do not sum to', 'first', (e) => (awardOf(e, 'TEN').base = 60.51), 'TEN, base'],
    ['a line that makes up more', 'first', (e) => (awardOf(e, 'TEN').bases[0] += 0.01), 'TEN, base'],
    ['another rate', 'first', (e) => (awardOf(e, 'TEN').rule.rate = 9.99), 'TEN, reckoned'],
    [
      'another amount for every ten',
      'first',
      (e) => (awardOf(e, 'PER_TEN').rule.cap = 0.9),
      'PER_TEN, reckoned',
    ],
    ['another step', 'first', (e) => (awardOf(e, 'STEPS').rule.steps[1].from = 61), 'STEPS, reckoned'],
    ['half a cent rounded down', 'first', (e) => (awardOf(e, 'STEPS').reckoned -= 0.01), 'STEPS, reckoned'],
    ['more pieces given', 'first', (e) => (awardOf(e, 'THIRD').units[0].taken = 2), 'THIRD, reckoned'],
    [
      'pieces of more than there are',
      'first',
      (e) => (awardOf(e, 'THIRD').units[0].of = 5),
      'THIRD, units[0].of',
    ],
    [
      'an award that was cut by no limit',
      'second',
      (e) => delete awardOf(e, 'CAPPED').limit,
      'CAPPED, amount',
    ],
    ['a limit with more left', 'second', (e) => (awardOf(e, 'CAPPED').limit.used -= 0.02), 'CAPPED, amount'],
    [
      'a limit of uses that cut an amount',
      'second',
      (e) => (awardOf(e, 'CAPPED').limit.name = 'PER_CONTACT_USES'),
      'CAPPED, limit.name',
    ],
    ['a cent on another line', 'first', swapShares, 'TEN, shares'],
    ['a discount on another line', 'first', (e) => awardOf(e, 'OFF').shares.reverse(), 'OFF, shares'],
    [
      'an award that was not due',
      'second',
      (e) => (awardOf(e, 'SECOND').progress.before = 0),
      'SECOND, progress.due',
    ],
    [
      'a visit that counts twice',
      'second',
      (e) => (awardOf(e, 'SECOND').progress.added = 2),
      'SECOND, progress.added',
    ],
    [
      'an amount of half a cent',
      'first',
      (e) => (awardOf(e, 'TEN').amount = 5.945),
      'no offer, explain.awards[1].amount',
    ],
    ['another amount than was booked', 'first', (e) => (awardOf(e, 'TEN').amount = 5.94), 'no offer, award'],
    ['a spend beyond what was asked', 'second', (e) => (e.spend.requested = 3.32), 'no offer, spend.most'],
    [
      'a spend that its parts do not sum to',
      'second',
      (e) => (e.spend.taken = 3.34),
      'no offer, spend.taken',
    ],
    [
      'a part that its lines do not sum to',
      'second',
      (e) => (e.spend.parts[0].lines[0] += 0.01),
      'no offer, spend.parts[0].amount',
    ],
    [
      'money for nothing that was not used',
      'second',
      (e) => e.spend.not_used.push({ amount: 0, because: '' }),
      'no offer, spend.not_used[0].because',
    ],
    [
      'a refusal without a reason',
      'first',
      (e) => (refusalOf(e, 'HUNDRED').needed = ' '),
      'HUNDRED, refused[',
    ],
    [
      'a refusal of what was enough',
      'first',
      (e) => (refusalOf(e, 'HUNDRED').seen = '100.00 EUR'),
      'HUNDRED, refused[',
    ],
    [
      'a lot that was drawn by nobody',
      'first',
      (e) => (refusalOf(e, 'LUCKY').seen = 'drew 7 of 1000000'),
      'LUCKY, refused LOTTERY drew',
    ],
    ['an offer judged twice', 'first', (e) => e.refused.push(e.refused[0]), 'refused'],
    [
      'a near miss that is too little',
      'first',
      (e) => (e.near_misses[0].add.amount -= 0.01),
      'HUNDRED, near_misses[0].add',
    ],
    [
      'a near miss that brings nothing',
      'first',
      (e) => (e.near_misses[0].amount = 0),
      'HUNDRED, near_misses[0].amount',
    ],
    ['an award without a purchase of its own', 'unclaimed', addAward, 'no offer, award'],
    ['an explanation that is not one', 'first', (e) => delete e.awards, 'no offer, explain.awards'],
  ])('%s', async (_, name, change, located) => {
    await plant(name, 'explain', change)
    const report = await checked()
    expect(report.holds).toBe(false)
    expect(told(report)).toContainEqual(expect.stringContaining(located))
    expect(report.mismatches.filter(({ reference }) => reference !== name)).toEqual([])
  })
})

function swapShares(explain: Broken): void {
  const { shares } = awardOf(explain, 'TEN')
  shares[0] = Math.round(shares[0] * 100 + 1) / 100
  shares[1] = Math.round(shares[1] * 100 - 1) / 100
}

function addAward(explain: Broken): void {
  const rule = { kind: 'FIXED', amount: 1 }
  const offer = offers.get('OFF')
  const amounts = { base: 60.5, bases: [8.01, 52.49], reckoned: 1, amount: 1, shares: [0.13, 0.87] }
  explain.awards.push({ offer, version: 1, rule, says: '1.00 EUR', ...amounts })
}

describe('an error around a sound explanation is found where it is', () => {
  test.each<[string, string, () => Promise<void>, string]>([
    [
      'a purchase with another award',
      'first',
      () => run('update purchases set award = award + 1 where id = $1', 'first'),
      'no offer, award',
    ],
    [
      'a purchase with another spend',
      'second',
      () => run('update purchases set spend = spend - 1 where id = $1', 'second'),
      'no offer, spend',
    ],
    [
      'lines that do not sum to the total',
      'first',
      () => run('update purchases set total = total + 1 where id = $1', 'first'),
      'no offer, total',
    ],
    [
      'an answer with another award',
      'first',
      () => plant('first', 'outcome', (o) => (o.awards[1].amount += 1)),
      'outcome.awards[1].amount',
    ],
    [
      'an answer with another spend',
      'second',
      () => plant('second', 'outcome', (o) => (o.spends[1].amount += 1)),
      'no offer, outcome.spends[1].amount',
    ],
    [
      'a limit that counted less',
      'first',
      () => plant('first', 'outcome', (o) => (countOf(o, 'LIMIT').amount -= 1)),
      'CAPPED, outcome.counted',
    ],
    [
      'a transfer of another amount',
      'first',
      () =>
        run(
          `update transfers set amount = amount + 1 where journal_id = $1 and line = 1 and kind = 'AWARD'`,
          'first',
        ),
      'transfer AWARD of lot',
    ],
    [
      'a transfer that is missing',
      'first',
      () => run(`delete from transfers where journal_id = $1 and kind = 'AWARD' and line = 1`, 'first'),
      'no offer, transfers AWARD',
    ],
    [
      'a lot of another amount',
      'first',
      () =>
        run(
          `update lots set amount = amount + 1 where id = (select id from lots where journal_id = $1 order by id limit 1)`,
          'first',
        ),
      '.amount',
    ],
    [
      'a lot of another version',
      'first',
      () =>
        run(
          `update lots set offer_version = 9 where id = (select id from lots where journal_id = $1 order by id limit 1)`,
          'first',
        ),
      '.version',
    ],
  ])('%s', async (_, name, corrupt, located) => {
    await corrupt()
    const report = await checked()
    expect(report.holds).toBe(false)
    expect(told(report)).toContainEqual(expect.stringContaining(located))
    expect(report.mismatches.filter(({ reference }) => reference !== name)).toEqual([])
  })

  test('an award of the ledger that nothing explains', async () => {
    await client.query(
      `insert into transfers select tenant, gen_random_uuid(), line, kind, amount, currency, from_account, from_seq + 1000, from_balance,
              to_account, to_seq + 1000, to_balance, lot_id, reverses, at, from_hash, to_hash from transfers where kind = 'AWARD' limit 1`,
    )
    const report = await checked()
    expect(report.mismatches.map(({ field, recomputed }) => `${field}: ${recomputed}`)).toEqual([
      'transfers AWARD: none: no purchase or event explains it',
    ])
  })

  test('after all of it was put back, everything holds again', async () => {
    expect((await checkExplanations(server.database.url)).mismatches).toEqual([])
  })
})

function countOf({ counted }: Broken, of: string): Broken {
  return counted.find((each: { of: string }) => each.of === of)
}
