import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from './harness.ts'

// The first minute of the README, by the command that it names.

const root = fileURLToPath(new URL('../../', import.meta.url))
let dataDir: string
let child: ChildProcess
let demo: { readonly base_url: string; readonly test_key: string; readonly live_key: string }

async function start(): Promise<ChildProcess> {
  const started = spawn(process.execPath, ['scripts/run.cjs', 'start', '--json', '--port', '0'], {
    cwd: root,
    env: { ...process.env, TILLBACK_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  for await (const line of createInterface({ input: started.stdout })) {
    if (line.startsWith('{') && JSON.parse(line).ready) return started
  }
  throw new Error('it ended before it was ready')
}

async function stop(running: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => running.on('exit', resolve))
  running.kill('SIGTERM')
  await ended
}

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'tillback-start-'))
  child = await start()
  demo = JSON.parse(readFileSync(path.join(dataDir, 'demo.json'), 'utf8'))
})
afterAll(async () => {
  await stop(child)
  rmSync(dataDir, { recursive: true, force: true })
})

const body = {
  reference_number: 'R-1001',
  contact: { loyalty_identifier: '2337' },
  organisation: { venue_tap: { code: '292' } },
  transaction_amounts: { total: 12.5 },
}

test('npm start answers the first purchase of the README, in both modes apart', async () => {
  const answer = await ask(demo.base_url, demo.test_key, { method: 'POST', path: 'purchases', body })
  expect([answer.status, answer.body.rewards.award > 0]).toEqual([200, true])
  const live = await ask(demo.base_url, demo.live_key, { method: 'GET', path: 'purchases/R-1001' })
  expect([live.status, live.body.error]).toEqual([400, 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION'])
})

test('the file with the keys is for its owner only', () => {
  expect(statSync(path.join(dataDir, 'demo.json')).mode & 0o777).toBe(0o600)
})

test('stopped and started again it has the same keys and the same purchase', async () => {
  await stop(child)
  child = await start()
  const again = JSON.parse(readFileSync(path.join(dataDir, 'demo.json'), 'utf8'))
  expect(again.test_key).toBe(demo.test_key)
  const found = await ask(again.base_url, again.test_key, { method: 'GET', path: 'purchases/R-1001' })
  expect(found.body.reference_number).toBe('R-1001')
})
