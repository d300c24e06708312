import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { proveExport } from '../../test/prove-export.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'

// The command as an operator runs it, while the server runs.

let server: TestServer
let shops: Shop[]
const folder = mkdtempSync(path.join(tmpdir(), 'tillback-verify-'))

beforeAll(async () => {
  server = await startServer()
  shops = [await openShop(server), await openShop(server)]
  for (const shop of shops) {
    await shop.offer(tenPercent)
    await shop.buy({ contact: await shop.shopper(), total: 10 })
  }
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const cli = fileURLToPath(new URL('./cli.ts', import.meta.url))

function verify(
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = { DATABASE_URL: server.database.url },
) {
  const child = spawn(process.execPath, [cli, 'verify', ...args], { env: { PATH: process.env.PATH, ...env } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, output }))
  })
}

test('it says of every business which rules hold, and ends with 0', async () => {
  const { code, output } = await verify()
  expect(output).toContain('The books hold.')
  expect(code).toBe(0)
  for (const { actor } of shops) expect(output).toContain(`business ${actor.business}, TEST:`)
  expect(output.match(/holds {3}The hash of every entry follows/g)).toHaveLength(2)
})

test('it writes an export that the stand-alone verifier takes', async () => {
  const { code, output } = await verify(['--export', path.join(folder, 'ledger.jsonl')])
  expect([code, output]).toEqual([0, expect.stringContaining('written to')])
  for (const { actor } of shops) {
    const { faults, counts } = await proveExport(
      readFileSync(path.join(folder, `ledger-${actor.tenant}.jsonl`)),
    )
    expect([faults, counts.transfers]).toEqual([[], 1])
  }
})

test('it names what does not hold, and ends with 1', async () => {
  const client = await server.database.pool.connect()
  const [shop] = shops
  try {
    await client.query('set session_replication_role = replica')
    await client.query('update transfers set amount = amount + 1 where tenant = $1', [shop?.actor.tenant])
    const { code, output } = await verify()
    expect(code).toBe(1)
    expect(output).toContain('THE BOOKS DO NOT HOLD.')
    expect(output).toMatch(
      /BROKEN {2}The hash of every entry[^\n]*\n +account [0-9a-f-]{36} \(\w+\) entry 1, line 1 of journal/,
    )
    const { code: again, output: json } = await verify(['--json'])
    expect([again, JSON.parse(json).holds]).toEqual([1, false])
    await client.query('update transfers set amount = amount - 1 where tenant = $1', [shop?.actor.tenant])
  } finally {
    await client.query('reset session_replication_role')
    client.release()
  }
})

test('it makes no database where there is none, and says where it looked', async () => {
  const { code, output } = await verify([], { TILLBACK_DATA_DIR: path.join(folder, 'nothing') })
  expect(code).toBe(1)
  expect(output).toContain(`there is no database in ${path.join(folder, 'nothing', 'database')}`)
})
