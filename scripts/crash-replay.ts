import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

// Replays the real baskets twice: once undisturbed, once while the server and the database are killed with SIGKILL at random
// moments. Both must end in the same purchases, the same wallets, and books that hold.

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '10' },
    limit: { type: 'string', default: '0' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
})

interface Demo {
  readonly base_url: string
  readonly test_key: string
  readonly contacts: readonly { readonly loyalty_identifier: string; readonly wallet_id: string }[]
}

interface Installation {
  readonly dataDir: string
  server: ChildProcess
}

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

async function main(): Promise<void> {
  console.log(`seed ${values.seed}, ${values.kills} kills of the server and ${values.kills} of the database`)
  const calm = await replayAll('undisturbed', 0)
  const killed = await replayAll('killed', Number(values.kills))
  console.log(`undisturbed ${calm.digest} (${calm.purchases} purchases, ${calm.seconds} s)`)
  console.log(
    `killed      ${killed.digest} (${killed.purchases} purchases, ${killed.seconds} s, ${killed.kills} kills)`,
  )
  const same = calm.digest === killed.digest && calm.holds && killed.holds
  console.log(same ? 'same ledger, books hold' : `DIFFERENT: books hold ${calm.holds} and ${killed.holds}`)
  process.exitCode = same ? 0 : 1
}

interface Result {
  readonly digest: string
  readonly purchases: number
  readonly holds: boolean
  readonly seconds: number
  readonly kills: number
}

async function replayAll(name: string, kills: number): Promise<Result> {
  const dataDir = mkdtempSync(path.join(tmpdir(), `tillback-crash-${name}-`))
  const installation: Installation = { dataDir, server: await startServer(dataDir, '0') }
  const port = new URL(demoOf(dataDir).base_url).port
  try {
    const started = performance.now()
    const replay = spawn(process.execPath, ['scripts/demo-replay.ts', '--json', '--limit', values.limit], {
      env: { ...process.env, TILLBACK_DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    running.add(replay)
    const done = ended(replay)
    const killed = await killWhile(installation, { done, kills: kills * 2, seed: Number(values.seed), port })
    if ((await done) !== 0) throw new Error(`the replay "${name}" failed`)
    const seconds = Math.round((performance.now() - started) / 1_000)
    return { ...(await digestOf(demoOf(dataDir))), seconds, kills: killed }
  } finally {
    installation.server.kill('SIGTERM')
    await ended(installation.server)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function demoOf(dataDir: string): Demo {
  return JSON.parse(readFileSync(path.join(dataDir, 'demo.json'), 'utf8'))
}

async function startServer(dataDir: string, port: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['server/src/main/cli.ts', 'start', '--json', '--port', port], {
    env: { ...process.env, TILLBACK_DATA_DIR: dataDir, LOG_LEVEL: 'silent', TILLBACK_RATE_LIMITS: 'off' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let said = ''
  child.stderr.on('data', (text) => {
    said = `${said}${text}`.slice(-2_000)
  })
  for await (const line of createInterface({ input: child.stdout })) {
    if (JSON.parse(line).ready) return child
  }
  throw new Error(`the server did not start: ${said}`)
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => child.on('exit', (code) => resolve(code)))
}

interface Killing {
  readonly done: Promise<unknown>
  readonly kills: number
  readonly seed: number
  readonly port: string
}

/** Kills server and database in turn until the replay ends or all kills are used; the server is started again at once. */
async function killWhile(installation: Installation, { done, kills, seed, port }: Killing): Promise<number> {
  const random = randomOf(seed)
  let finished = false
  void done.finally(() => {
    finished = true
  })
  let killed = 0
  while (killed < kills) {
    await Promise.race([pause(200 + random(1_000)), done])
    if (finished) break
    if (killed % 2 === 0) {
      installation.server.kill('SIGKILL')
      await ended(installation.server)
      installation.server = await startServer(installation.dataDir, port)
    } else process.kill(postmasterOf(installation.dataDir), 'SIGKILL')
    killed += 1
  }
  return killed
}

function postmasterOf(dataDir: string): number {
  return Number(readFileSync(path.join(dataDir, 'database/postmaster.pid'), 'utf8').split('\n')[0])
}

/** A small generator (mulberry32), so that a failing run can be repeated with its seed. */
function randomOf(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most
  }
}

interface Listed {
  readonly content: readonly {
    readonly reference_number: string
    readonly rewards: { readonly award: number; readonly spend: number }
  }[]
  readonly paging: { readonly has_more: boolean }
}

/** What the installation ended in, without its random ids: every purchase with award and spend, every wallet. */
async function digestOf({
  base_url,
  test_key,
  contacts,
}: Demo): Promise<Pick<Result, 'digest' | 'purchases' | 'holds'>> {
  const get = async <Body>(path: string): Promise<Body> => {
    const response = await fetch(`${base_url}/backoffice/v2/${path}`, { headers: { api_key: test_key } })
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Body
  }
  const lines: string[] = []
  for (let page = 1; ; page++) {
    const { content, paging } = await get<Listed>(`purchases?size=100&page=${page}&order=ASC`)
    for (const { reference_number, rewards } of content)
      lines.push(`${reference_number} ${rewards.award} ${rewards.spend}`)
    if (!paging.has_more) break
  }
  const purchases = lines.length
  for (const { loyalty_identifier, wallet_id } of contacts) {
    const wallet = await get<{ readonly total_balance: number }>(`wallets/${wallet_id}`)
    lines.push(`household ${loyalty_identifier} ${wallet.total_balance}`)
  }
  const { holds } = await get<{ readonly holds: boolean }>('ledger/verify')
  const digest = createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 16)
  return { digest, purchases, holds }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

await main()
