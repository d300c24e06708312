import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EventfulBusiness, openEventfulBusiness } from '../../test/eventful-business.ts'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, tenPercent } from '../../test/shop.ts'
import { openSealRounds, sealNow } from './index.ts'

let server: TestServer
let shop: EventfulBusiness

const seal = (of = shop) => sealNow(server.database, { ...of.actor, at: server.clock.now })
const query = async (text: string, values: unknown[] = [shop.actor.tenant]) =>
  (await server.database.pool.query(text, values)).rows

beforeAll(async () => {
  server = await startServer()
  shop = await openEventfulBusiness(server, 57)
  for (let step = 0; step < 150; step++) {
    await shop.step()
    if (step % 50 === 20) await seal()
  }
})
afterAll(() => server.stop())

/** Does something to the books as a superuser who switches off what keeps history, looks, and puts all of it back. */
async function tamper(
  change: (client: pg.PoolClient) => Promise<unknown>,
): Promise<Record<string, string[]>> {
  const client = await server.database.pool.connect()
  const tables = ['accounts', 'transfers', 'ledger_seals', 'ledger_seal_heads']
  await client.query('set session_replication_role = replica')
  for (const table of tables) await client.query(`create table kept_${table} as table ${table}`)
  try {
    await change(client)
    const { body } = await shop.call('GET', 'ledger/verify')
    expect(body.holds).toBe(body.checks.every(({ broken }: { broken: string[] }) => broken.length === 0))
    return Object.fromEntries(
      body.checks
        .filter(({ broken }: { broken: string[] }) => broken.length > 0)
        .map(({ name, broken }: { name: string; broken: string[] }) => [name, broken]),
    )
  } finally {
    for (const table of tables) {
      await client.query(
        `truncate ${table}; insert into ${table} select * from kept_${table}; drop table kept_${table}`,
      )
    }
    await client.query('reset session_replication_role')
    client.release()
  }
}

/** An entry in the middle of an account that a seal pins later. */
async function someEntry() {
  const [found] = await query(
    `select t.journal_id, t.line, t.from_account, t.from_seq, t.to_account, t.to_seq
       from transfers t
       join ledger_seal_heads h on h.tenant = t.tenant and h.account_id = t.from_account and h.seq > t.from_seq
       join ledger_seal_heads i on i.tenant = t.tenant and i.account_id = t.to_account and i.seq > t.to_seq
      where t.tenant = $1 order by t.at, t.journal_id, t.line limit 1`,
  )
  return found
}

describe('history', () => {
  test.each([
    ['transfers', 'update transfers set amount = amount where tenant = $1'],
    ['transfers', 'update transfers set amount = amount where tenant = $1 and false'],
    ['transfers', 'delete from transfers where tenant = $1'],
    ['transfers', 'truncate transfers'],
    ['ledger_seals', 'update ledger_seals set accounts = accounts where tenant = $1'],
    ['ledger_seals', 'delete from ledger_seals where tenant = $1'],
    ['ledger_seals', 'truncate ledger_seals'],
    ['ledger_seal_heads', 'update ledger_seal_heads set seq = seq where tenant = $1'],
    ['ledger_seal_heads', 'delete from ledger_seal_heads where tenant = $1'],
    ['ledger_seal_heads', 'truncate ledger_seal_heads'],
  ])('of %s is only added to, even for the superuser: %s', async (table, statement) => {
    const values = statement.includes('$1') ? [shop.actor.tenant] : []
    await expect(query(statement, values)).rejects.toThrow(`${table} is only ever added to`)
  })

  test('of a TEST tenant may be wiped by who names it, of another and of a LIVE tenant never', async () => {
    const client = await server.database.pool.connect()
    const wipe = async (named: number) => {
      await client.query(`set local tillback.wipe = '${named}'`)
      return client.query('delete from transfers where tenant = $1', [shop.actor.tenant])
    }
    try {
      for (const [named, mode] of [
        [shop.actor.tenant, 'LIVE'],
        [shop.actor.tenant + 1, 'TEST'],
      ] as const) {
        await client.query('begin')
        await client.query(
          `update tenants set mode = $2, business_id = gen_random_uuid() where tenant = $1`,
          [shop.actor.tenant, mode],
        )
        await expect(wipe(named)).rejects.toThrow('only ever added to')
        await client.query('rollback')
      }
      await client.query('begin')
      expect((await wipe(shop.actor.tenant)).rowCount).toBeGreaterThan(0)
      await client.query('rollback')
    } finally {
      client.release()
    }
  })
})

describe('the chains', () => {
  test('hold through everything that moves money', async () => {
    expect(await shop.verify()).toEqual([])
    const kinds = await query('select distinct kind from transfers where tenant = $1')
    expect(kinds.length).toBeGreaterThan(12)
  })

  test('are, for the entries of before, what the migration makes of them', async () => {
    const client = await server.database.pool.connect()
    try {
      await client.query('begin')
      await client.query(`
        create temporary table before on commit drop as select journal_id, line, from_hash, to_hash from transfers;
        create temporary table heads on commit drop as select tenant, id, head from accounts;
        drop table ledger_seal_heads, ledger_seals;
        drop trigger transfers_stay on transfers;
        drop trigger transfers_are_kept on transfers;
        drop function refuse_rewriting, refuse_removal;
        alter table transfers drop column from_hash, drop column to_hash;
        alter table accounts drop column head`)
      await client.query(readFileSync(new URL('../../migrations/0013_chains.sql', import.meta.url), 'utf8'))
      const { rows } = await client.query(`
        select (select count(*)::int from before b join transfers t using (journal_id, line)
                 where t.from_hash = b.from_hash and t.to_hash = b.to_hash) as same_entries,
               (select count(*)::int from before) as entries,
               (select count(*)::int from heads h join accounts a using (tenant, id) where a.head = h.head) as same_heads,
               (select count(*)::int from heads) as heads`)
      expect(rows[0].same_entries).toBe(rows[0].entries)
      expect(rows[0].same_heads).toBe(rows[0].heads)
      expect(rows[0].entries).toBeGreaterThan(100)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test('show an amount that was changed, by account and entry, and nothing else', async () => {
    const { journal_id, line, from_account, from_seq, to_account, to_seq } = await someEntry()
    const { entries_are_chained } = await tamper((client) =>
      client.query('update transfers set amount = amount + 1 where journal_id = $1 and line = $2', [
        journal_id,
        line,
      ]),
    )
    expect(entries_are_chained).toHaveLength(2)
    for (const [account, seq] of [
      [from_account, from_seq],
      [to_account, to_seq],
    ])
      expect(entries_are_chained?.join('\n')).toMatch(
        new RegExp(`account ${account} \\(\\w+\\) entry ${seq}, line ${line} `),
      )
  })

  test.each([
    ['another time', "at = at + interval '1 ms'"],
    ['another kind', "kind = kind || '_AGAIN'"],
    ['another lot', 'lot_id = gen_random_uuid()'],
    ['another line that it takes back', 'reverses = 99'],
    ['another journal', 'journal_id = gen_random_uuid()'],
    ['another hash', "to_hash = sha256('')"],
  ])('show an entry with %s', async (_, set) => {
    const { journal_id, line, to_account, to_seq } = await someEntry()
    const { entries_are_chained } = await tamper((client) =>
      client.query(`update transfers set ${set} where journal_id = $1 and line = $2`, [journal_id, line]),
    )
    expect(entries_are_chained?.join('\n')).toMatch(
      new RegExp(`account ${to_account} \\(\\w+\\) entry ${to_seq}, `),
    )
  })

  test('show a head that is not the last entry, and an account that is passed off as another', async () => {
    const { from_account } = await someEntry()
    const found = await tamper((client) =>
      client.query("update accounts set head = sha256('') where id = $1", [from_account]),
    )
    expect(found).toEqual({ heads_are_last_entries: [expect.stringContaining(`account ${from_account}`)] })
    const renamed = await tamper((client) =>
      client.query('update accounts set owner_id = gen_random_uuid() where id = $1', [from_account]),
    )
    expect(renamed.entries_are_chained).toEqual([
      expect.stringMatching(new RegExp(`account ${from_account} \\(\\w+\\) entry 1,`)),
    ])
  })
})

describe('a seal', () => {
  test('pins the past: a chain that was rewritten to fit from an entry on is found', async () => {
    const { journal_id, line, from_account } = await someEntry()
    const found = await tamper(async (client) => {
      await client.query(
        "update transfers set at = at - interval '1 ms' where journal_id = $1 and line = $2",
        [journal_id, line],
      )
      await rechain(client, shop.actor.tenant)
    })
    expect(Object.keys(found)).toEqual(['seals_agree_with_entries'])
    expect(found.seals_agree_with_entries?.join('\n')).toContain(`account ${from_account} entry`)
  })

  test.each([
    [
      'that is missing',
      'delete from ledger_seals where tenant = $1 and number = 2',
      /seal 2 is missing|does not follow seal 1/,
    ],
    [
      'of another hash',
      "update ledger_seals set hash = sha256('') where tenant = $1 and number = 1",
      /seal 1: its hash/,
    ],
    [
      'of another time',
      "update ledger_seals set at = at + interval '1 ms' where tenant = $1 and number = 2",
      /seal 2: its hash/,
    ],
    [
      'that lost a head',
      'delete from ledger_seal_heads where tenant = $1 and number = 2 and account_id = (select min(account_id::text)::uuid from ledger_seal_heads where tenant = $1 and number = 2)',
      /seal 2 pins \d+ accounts/,
    ],
    [
      'with another head',
      "update ledger_seal_heads set head = sha256('') where tenant = $1 and number = 1",
      /seal 1: its hash/,
    ],
  ])('%s is found', async (_, statement, says) => {
    const { seals_are_chained } = await tamper((client) => client.query(statement, [shop.actor.tenant]))
    expect(seals_are_chained?.join('\n')).toMatch(says)
  })

  test('is made of what changed, and none where nothing did', async () => {
    const till = await openShop(server)
    await till.offer(tenPercent)
    const [first, second] = [await till.shopper(), await till.shopper()]
    await till.buy({ contact: first, total: 10 })
    const sealIt = () => sealNow(server.database, { ...till.actor, at: server.clock.now })
    expect(await sealIt()).toMatchObject([{ number: 1, accounts: 2 }])
    expect(await sealIt()).toEqual([])
    await till.buy({ contact: second, total: 10 })
    const [made] = await sealIt()
    expect(made).toMatchObject({ number: 2 })
    const { body } = await till.call('GET', 'ledger/seals')
    expect(body.content.map(({ number }: { number: number }) => number)).toEqual([2, 1])
    expect(body.content[0]).toMatchObject({ hash: made?.hash, previous: body.content[1].hash })
    expect(body.paging).toMatchObject({ has_more: false })
    expect(await till.verify()).toEqual([])
  })
})

describe('sealing', () => {
  test('while purchases run side by side keeps every chain right, and seals all of it in the end', async () => {
    const till = await openShop(server)
    await till.offer(tenPercent)
    const contacts = await Promise.all([1, 2, 3, 4].map(() => till.shopper()))
    const sealing = () => sealNow(server.database, { ...till.actor, at: server.clock.now })
    let isSelling = true
    const sealer = async () => {
      while (isSelling) await sealing()
    }
    const sealers = [sealer(), sealer()]
    const sold = await Promise.all(
      Array.from({ length: 120 }, (_, index) => till.buy({ contact: contacts[index % 4] ?? '', total: 10 })),
    )
    isSelling = false
    await Promise.all(sealers)
    expect(sold.map(({ status }) => status)).toEqual(sold.map(() => 200))
    await sealing()
    expect(await till.verify()).toEqual([])
    const [{ open, seals }] = await query(
      `select count(*) filter (where a.seq > coalesce(h.seq, 0))::int as open,
              (select count(*)::int from ledger_seals where tenant = $1) as seals
         from accounts a
         left join (select account_id, max(seq) as seq from ledger_seal_heads where tenant = $1 group by 1) h on h.account_id = a.id
        where a.tenant = $1`,
      [till.actor.tenant],
    )
    expect(open).toBe(0)
    expect(seals).toBeGreaterThan(1)
  })

  test('waits for no till, and no till waits for it', async () => {
    const till = await openShop(server)
    await till.offer(tenPercent)
    const contact = await till.shopper()
    await till.buy({ contact, total: 10 })
    const client = await server.database.pool.connect()
    try {
      await client.query('begin')
      await client.query('select 1 from accounts where tenant = $1 for update', [till.actor.tenant])
      expect(await sealNow(server.database, { ...till.actor, at: server.clock.now })).toHaveLength(1)
      await client.query('rollback')
      await client.query('begin')
      await client.query('select pg_advisory_xact_lock(130013, $1)', [till.actor.tenant])
      await client.query('select * from accounts where tenant = $1', [till.actor.tenant])
      expect((await till.buy({ contact, total: 10 })).status).toBe(200)
      // Only another server that seals the same business does.
      const next = sealNow(server.database, { ...till.actor, at: server.clock.now })
      expect(await Promise.race([next, sleep(200, 'waits')])).toBe('waits')
      await client.query('rollback')
      expect(await next).toHaveLength(1)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test('goes on by itself in every business, on two servers at once', async () => {
    const tills = await Promise.all([openShop(server), openShop(server)])
    const options = {
      database: server.database,
      clock: () => server.clock.now,
      log: pino({ level: 'silent' }),
      everyMs: 20,
    }
    const rounds = [openSealRounds(options), openSealRounds(options)]
    const hasSeals = async (tenant: number, most: number) => {
      for (let tries = 0; tries < 200; tries++) {
        const [{ n }] = await query('select count(*)::int as n from ledger_seals where tenant = $1', [tenant])
        if (n >= most) return true
        await sleep(20)
      }
      return false
    }
    try {
      for (const [index, till] of tills.entries()) {
        await till.offer(tenPercent)
        const contact = await till.shopper()
        for (const most of [1, 2]) {
          await till.buy({ contact, total: 10 + index })
          expect(await hasSeals(till.actor.tenant, most)).toBe(true)
        }
      }
    } finally {
      await Promise.all(rounds.map((each) => each.close()))
    }
    for (const till of tills) expect(await till.verify()).toEqual([])
  })
})

/** Makes every hash of a tenant fit what its entries say now. */
async function rechain(client: pg.PoolClient, tenant: number): Promise<void> {
  await client.query(`
    do $$
    declare
      e record;
      h bytea;
    begin
      for e in
        select t.ctid as place, side, account, seq,
               concat_ws('|', tenant, journal_id, line, kind, amount, currency, from_account, from_seq, from_balance, to_account,
                         to_seq, to_balance, coalesce(lot_id::text, '-'), coalesce(reverses::text, '-'),
                         trunc(extract(epoch from at) * 1000)::bigint) as entry, journal_id, line
          from transfers t
          cross join lateral (values ('from', from_account, from_seq), ('to', to_account, to_seq)) as s(side, account, seq)
         where tenant = ${tenant} order by account, seq
      loop
        if e.seq = 1 then
          select sha256(convert_to(concat_ws('|', 'tillback-account-1', tenant, id, kind, owner_id, currency, lane), 'UTF8'))
            into h from accounts where tenant = ${tenant} and id = e.account;
        end if;
        h := sha256(convert_to(encode(h, 'hex') || '|' || e.entry, 'UTF8'));
        if e.side = 'from' then
          update transfers set from_hash = h where tenant = ${tenant} and journal_id = e.journal_id and line = e.line;
        else
          update transfers set to_hash = h where tenant = ${tenant} and journal_id = e.journal_id and line = e.line;
        end if;
        update accounts set head = h where tenant = ${tenant} and id = e.account;
      end loop;
    end $$`)
}
