import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawing, type EventfulBusiness, openEventfulBusiness } from '../../test/eventful-business.ts'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openOrderShop } from '../../test/order-shop.ts'
import {
  chainAgain,
  type ExportedRecord,
  proveExport,
  recordsOf,
  sha256,
  textOf,
  VERIFIER,
} from '../../test/prove-export.ts'
import { createApiKey } from '../access/index.ts'
import { API_VERSION } from '../http/index.ts'
import { ledgerRoutes, sealNow } from './index.ts'

let server: TestServer
let shop: EventfulBusiness
let text: string

const seal = () => sealNow(server.database, { ...shop.actor, at: server.clock.now })
/** To its end, so that no download of one test runs on in the next. */
const download = async (key = shop.key) => {
  const response = await fetch(`${server.url}/backoffice/v2/ledger/export`, { headers: { api_key: key } })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

beforeAll(async () => {
  server = await startServer()
  shop = await openEventfulBusiness(server, 41)
  for (let step = 0; step < 150; step++) {
    await shop.step()
    if (step % 40 === 20) await seal()
  }
  text = (await download()).text
})
afterAll(() => server.stop())

const linesOf = (faults: readonly string[]) => faults.map((fault) => Number(/^line (\d+)/.exec(fault)?.[1]))

describe('an export', () => {
  test('of an eventful business holds, and tells of everything that is in the books', async () => {
    const { holds, faults, counts } = await proveExport(text)
    expect([faults, holds]).toEqual([[], true])
    for (const [name, table] of Object.entries({
      accounts: 'accounts',
      lots: 'lots',
      seals: 'ledger_seals',
      sealeds: 'ledger_seal_heads',
      transfers: 'transfers',
    })) {
      const { rows } = await server.database.pool.query(
        `select count(*)::int as n from ${table} where tenant = $1`,
        [shop.actor.tenant],
      )
      expect([name, counts[name]]).toEqual([name, rows[0].n])
      expect(counts[name]).toBeGreaterThan(3)
    }
  })

  test('is JSON Lines with a header and an end, and a file to a browser', async () => {
    const { headers } = await download()
    expect(headers.get('content-type')).toBe('application/x-ndjson')
    expect(headers.get('content-disposition')).toBe('attachment; filename="ledger-test.jsonl"')
    const records = recordsOf(text)
    expect(records[0]).toMatchObject({ type: 'header', format: 'tillback-ledger-1', mode: 'TEST' })
    expect(records.at(-1)).toMatchObject({ type: 'end', accounts: expect.any(Number) })
  })

  test('of a business without an entry holds', async () => {
    const empty = await server.business()
    const proof = await proveExport((await download(empty.key)).text)
    expect([proof.faults, proof.counts.transfers]).toEqual([[], 0])
  })

  test('is of one instant while purchases go on', async () => {
    const downloads = Promise.all([download(), download()])
    for (let step = 0; step < 10; step++) await shop.step()
    for (const each of await downloads) expect((await proveExport(each.text)).faults).toEqual([])
  })

  test('is refused to a key without ledger:read and to a key of one merchant', async () => {
    const keyOf = async (scope: 'ledger:read' | 'purchases:write', organisation?: string) => {
      const wanted = {
        name: 'k',
        kind: 'SECRET' as const,
        scopes: [scope],
        apiVersion: API_VERSION,
        organisation,
      }
      return (await shop.work((work) => createApiKey(work, wanted))).key
    }
    expect((await download(await keyOf('purchases:write'))).status).toBe(403)
    expect((await download(await keyOf('ledger:read', shop.merchant))).status).toBe(403)
    expect((await download(await keyOf('ledger:read'))).status).toBe(200)
  })

  test('is read by two at once at most, and gives its connection back when nobody reads on', async () => {
    const handle = ledgerRoutes().find(({ endpoint }) => endpoint.name === 'exportLedger')?.handle
    if (handle?.effect !== 'stream') throw new Error('it is streamed')
    const begin = async () => {
      const reading = {
        database: server.database,
        actor: shop.actor,
        at: server.clock.now,
        lastEventId: undefined,
        signal: new AbortController().signal,
        isWelcome: async () => true,
      }
      const { pieces } = handle.run(reading, undefined)
      const iterator = pieces[Symbol.asyncIterator]()
      await iterator.next()
      return iterator
    }
    const begun = [await begin(), await begin()]
    await expect(begin()).rejects.toThrow('2 exports are being read now; 2 may be.')
    for (const each of begun) await each.return?.()
    const { rows } = await server.database.pool.query(
      "select coalesce(string_agg(state || query, ';'), '') as open from pg_stat_activity where datname = current_database() and state like 'idle in%'",
    )
    expect(rows[0].open).toBe('')
    await (await begin()).return?.()
  })

  test('is what the verifier says of it as a program: 0 where it holds, 1 where it does not, 2 where it cannot look', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tillback-export-'))
    const run = (...args: string[]) => {
      const { status, stdout } = spawnSync(process.execPath, [VERIFIER, ...args], {
        encoding: 'utf8',
        input: text,
      })
      return { status, stdout }
    }
    try {
      const file = path.join(folder, 'ledger.jsonl')
      writeFileSync(file, text)
      expect(run(file)).toEqual({ status: 0, stdout: expect.stringContaining('Everything holds') })
      expect(run()).toEqual({ status: 0, stdout: expect.stringContaining('Everything holds') })
      writeFileSync(file, text.replace('"amount":"', '"amount":"1'))
      expect(run(file)).toEqual({ status: 1, stdout: expect.stringMatching(/^line \d+: [\s\S]*faults: /) })
      expect(run(path.join(folder, 'none')).status).toBe(2)
      expect(run('--seal', '1:00', file).status).toBe(2)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('a byte of an export that is another', () => {
  const KINDS = ['header', 'account', 'lot', 'seal', 'sealed', 'transfer', 'end']

  test.each(KINDS)('is found in the record where it is: %s', async (kind) => {
    const draw = drawing(kind.length * 7 + 1)
    const bytes = Buffer.from(text)
    const lines = text.split('\n').slice(0, -1)
    const starts: number[] = []
    let start = 0
    for (const line of lines) {
      starts.push(start)
      start += line.length + 1
    }
    const ofKind = [...lines.keys()].filter((index) => lines[index]?.startsWith(`{"type":"${kind}"`))
    for (let time = 0; time < 60; time++) {
      const index = ofKind[draw(ofKind.length)] ?? 0
      // The last byte of the line is its end.
      const at = (starts[index] ?? 0) + draw((lines[index]?.length ?? 0) + 1)
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << draw(8))
      const { holds, faults } = await proveExport(flipped)
      expect([at, holds]).toEqual([at, false])
      expect(linesOf(faults)[0]).toBe(index + 1)
    }
  })

  test('is a line that is missing, doubled or in another place, and an end that is cut off', async () => {
    const lines = text.split('\n').slice(0, -1)
    const without = (index: number) => lines.toSpliced(index, 1)
    for (const index of [3, 40, lines.length - 20]) {
      expect(linesOf((await proveExport(`${without(index).join('\n')}\n`)).faults)[0]).toBe(index + 1)
      const doubled = lines.toSpliced(index, 0, lines[index] ?? '')
      expect(linesOf((await proveExport(`${doubled.join('\n')}\n`)).faults)[0]).toBe(index + 2)
    }
    const cut = await proveExport(`${lines.slice(0, -1).join('\n')}\n`)
    expect(cut.faults.join()).toContain('the export stops before its end')
  })
})

describe('an export that was tampered with, its checks made to fit,', () => {
  const tampered = async (change: (records: ExportedRecord[]) => ExportedRecord | undefined) => {
    const records = recordsOf(text)
    const changed = change(records)
    const line = changed ? records.indexOf(changed) + 1 : 0
    return { line, changed, ...(await proveExport(textOf(records), { most: 10_000 })) }
  }
  const find = (records: ExportedRecord[], test: (record: ExportedRecord) => unknown) => {
    const found = records.filter(test)
    const record = found[Math.floor(found.length / 2)]
    if (!record) throw new Error('the history has none')
    return record
  }

  test('is taken as it is where nothing was changed', async () => {
    expect(textOf(recordsOf(text))).toBe(text)
  })

  test.each<[string, (record: ExportedRecord) => unknown, (record: ExportedRecord) => void, RegExp]>([
    [
      'amount',
      ({ type }) => type === 'transfer',
      (t) => (t.amount = `${Number(t.amount) + 1}`),
      /the balance is/,
    ],
    ['kind', ({ type }) => type === 'transfer', (t) => (t.kind = `${t.kind}_AGAIN`), /hash does not follow/],
    ['time', ({ type }) => type === 'transfer', (t) => (t.at = Number(t.at) + 1), /hash does not follow/],
    ['lot', ({ lot }) => typeof lot === 'string', (t) => (t.lot = String(t.journal)), /hash does not follow/],
    ['hash', ({ type }) => type === 'transfer', (t) => (t.to_hash = 'ab'.repeat(32)), /hash does not follow/],
    [
      'owner',
      ({ type, seq }) => type === 'account' && seq !== '0',
      (a) => (a.owner = String(a.id)),
      /account/,
    ],
    [
      'balance',
      ({ type }) => type === 'account',
      (a) => (a.balance = `${Number(a.balance) + 1}`),
      /entries come to/,
    ],
    [
      'remaining',
      ({ type }) => type === 'lot',
      (l) => (l.remaining = `${Number(l.remaining) + 1}`),
      /transfers come to/,
    ],
    ['pinned head', ({ type }) => type === 'sealed', (s) => (s.head = 'cd'.repeat(32)), /seal/],
    ['seal', ({ type }) => type === 'seal', (s) => (s.hash = 'ef'.repeat(32)), /seal/],
    [
      'account of a seal',
      ({ type }) => type === 'seal',
      (s) => (s.accounts = Number(s.accounts) + 1),
      /seal/,
    ],
  ])('names the record of another %s', async (_, which, change, says) => {
    const { holds, line, faults, changed } = await tampered((records) => {
      const record = find(records, which)
      change(record)
      return record
    })
    expect(holds).toBe(false)
    const named = faults.filter(
      (fault) =>
        new RegExp(`line ${line}\\b`).test(fault) ||
        (changed?.type === 'account' && fault.includes(`${changed.id}`)),
    )
    expect(named.join('\n')).toMatch(says)
  })

  /** Changes the journal's name of an entry and every hash after it, as if the entry had always been so. */
  const rewritten = () => {
    const records = recordsOf(text)
    const first = records.find(({ type }) => type === 'transfer')
    if (!first) throw new Error('the history has no transfer')
    first.at = Number(first.at) - 1
    const ends = chainAgain(records)
    return { records, first, ends }
  }

  test('is found where the sign of money that was set aside is turned, and all else was written to fit', async () => {
    const orders = await openOrderShop(server)
    const { contact, wallet } = await orders.holder()
    await orders.credit(wallet, 10)
    await orders.buy({ contact, total: 5, spend: 5 })
    await orders.order(contact, { use_wallet_funds: true, wallet_funds_amount: 3 })
    const told = (await download(orders.key)).text
    expect((await proveExport(told)).faults).toEqual([])
    const records = recordsOf(told)
    const block = find(records, ({ kind }) => kind === 'BLOCK')
    const { from, from_seq, to, to_seq, lot, amount } = block
    Object.assign(block, { from: to, from_seq: to_seq, to: from, to_seq: from_seq })
    const source = find(records, ({ type, id }) => type === 'lot' && id === lot)
    source.remaining = String(Number(source.remaining) + 2 * Number(amount))
    chainAgain(records)
    const { faults } = await proveExport(textOf(records))
    expect(faults).toEqual([
      expect.stringMatching(/CONTACT_BLOCKED.* entry 1: what is owed is at -300, below zero/),
    ])
  })

  test('is found by the seals where the whole past of its accounts was rewritten to fit', async () => {
    const { records, first } = rewritten()
    const { holds, faults } = await proveExport(textOf(records), { most: 10_000 })
    expect(holds).toBe(false)
    expect(faults.every((fault) => /is not what seal \d+ pins/.test(fault))).toBe(true)
    expect(faults.join()).toContain(`account ${first.from}`)
    expect(faults.join()).toContain(`account ${first.to}`)
  })

  test('is found by one hash that was kept outside where the seals were rewritten too', async () => {
    const { records, ends } = rewritten()
    const tenant = Number(records[0]?.tenant)
    let previous = sha256(`tillback-seals-1|${tenant}`)
    const hashAt = new Map(ends.map(({ t, id, seq, name }) => [`${id}|${seq}`, String(t[name])]))
    const kept = records.filter(({ type }) => type === 'seal').map(({ number, hash }) => `${number}:${hash}`)
    for (const each of records.filter(({ type }) => type === 'seal')) {
      const pins = records.filter(({ type, number }) => type === 'sealed' && number === each.number)
      for (const pin of pins) pin.head = hashAt.get(`${pin.account}|${pin.seq}`) ?? null
      const lines = pins.map(({ account, seq, head }) => `\n${account}|${seq}|${head}`).join('')
      each.previous = previous
      each.hash = sha256(`${previous}|${tenant}|${each.number}|${each.at}|${pins.length}${lines}`)
      previous = each.hash
    }
    expect((await proveExport(textOf(records))).faults).toEqual([])
    const last = kept.at(-1) ?? ''
    const { faults } = await proveExport(textOf(records), { seals: [last] })
    expect(faults).toEqual([expect.stringMatching(/another hash than the one kept/)])
    expect((await proveExport(text, { seals: kept })).faults).toEqual([])
  })
})
