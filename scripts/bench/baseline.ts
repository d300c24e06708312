import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { accountId } from '../../server/src/ledger/index.ts'
import { closeLater } from './closing.ts'
import { baselineLane, MOST_CLIENTS } from './seed.ts'
import { endChild } from './servers.ts'

const UUIDV7_SINCE = 180_000

const INSERT_CLIENTS = `
  insert into bench.clients
  select k.client, t.tenant, v.parent_id, v.id, t.business_id, k.account, p.id, o.id
    from unnest($1::int[], $2::uuid[]) as k(client, account)
    join tenants t on true
    join commerce_pools p on p.tenant = t.tenant
    join offers o on o.tenant = t.tenant and o.code = 'OFFER-0'
    join lateral (
      select id, parent_id from organisations
       where tenant = t.tenant and type = 'VENUE' order by code offset k.client limit 1) v on true`

const INSERT_SAMPLE = `
  insert into bench.sample
  select lines, outcome, explain, content_hash from purchases where award > 0
   order by length(lines::text) + length(outcome::text) + length(explain::text)
  offset (select count(*) / 2 from purchases where award > 0) limit 1`

/** Puts what pgbench needs into a seeded database in which Tillback has already written some purchases. */
export async function prepareBaseline(url: string): Promise<{ readonly sampleBytes: number }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sqlOf('baseline.sql'))
    await client.query(sqlOf('purchase-function.sql'))
    const { rows: versions } = await client.query<{ server_version_num: string }>('show server_version_num')
    if (Number(versions[0]?.server_version_num) >= UUIDV7_SINCE) {
      await client.query(
        'create or replace function bench.new_id() returns uuid language sql as $$ select uuidv7() $$',
      )
    }
    const { rows: tenants } = await client.query<{ tenant: number; business_id: string }>(
      'select tenant, business_id from tenants',
    )
    const { tenant = 0, business_id = '' } = tenants[0] ?? {}
    const clients = Array.from({ length: MOST_CLIENTS }, (_, each) => each)
    const accounts = clients.map((each) => accountId(baselineLane(tenant, business_id, each)))
    await client.query(INSERT_CLIENTS, [clients, accounts])
    await client.query(INSERT_SAMPLE)
    const { rows } = await client.query<{ bytes: number }>(
      'select length(lines) + length(outcome) + length(explain) as bytes from bench.sample',
    )
    return { sampleBytes: rows[0]?.bytes ?? 0 }
  } finally {
    await client.end()
  }
}

function sqlOf(name: string): string {
  return readFileSync(path.join(import.meta.dirname, name), 'utf8')
}

// As on the server's own connections: no plan made while the tables were small reads them whole.
const PLANS = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off'

export interface BaselineLoad {
  readonly program: string
  readonly url: string
  readonly script: 'purchase-statements.sql' | 'purchase-call.sql'
  readonly clients: number
  readonly contacts: number
  readonly seconds: number
}

export interface RunningBaseline {
  readonly pid: number
  /** Rejects when pgbench failed. */
  readonly ended: Promise<void>
  /** When it ended: latencies in milliseconds of the purchases that ended between the two instants. */
  latencies(from: number, to: number): Promise<readonly number[]>
}

const THREADS = 2
const EPOCH_OF_REFERENCES = 1_700_000_000

/** Runs pgbench with a log of every transaction. */
export function runBaseline({ program, url, script, ...load }: BaselineLoad): RunningBaseline {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillback-pgbench-'))
  const start = (Math.floor(Date.now() / 1_000) - EPOCH_OF_REFERENCES) * 10_000_000
  const values = { ready: 0, number: 0, contacts: load.contacts, start }
  const args = [
    ...['--no-vacuum', '--protocol=prepared', '--log', `--log-prefix=${path.join(folder, 'log')}`],
    ...[`--client=${load.clients}`, `--jobs=${Math.min(THREADS, load.clients)}`, `--time=${load.seconds}`],
    ...Object.entries(values).flatMap(([name, value]) => ['-D', `${name}=${value}`]),
    ...[`--file=${path.join(import.meta.dirname, script)}`, url],
  ]
  const env = { ...process.env, PGOPTIONS: PLANS }
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  closeLater(async () => {
    await endChild(child)
    rmSync(folder, { recursive: true, force: true })
  })
  const ended = endOf(child)
  return {
    pid: child.pid ?? 0,
    ended,
    latencies: async (from, to) => {
      await ended
      const found = readdirSync(folder).flatMap((name) => readLog(path.join(folder, name), from, to))
      rmSync(folder, { recursive: true, force: true })
      return found
    },
  }
}

function endOf(child: ChildProcess): Promise<void> {
  let said = ''
  child.stderr?.on('data', (data: Buffer) => {
    said = `${said}${data.toString()}`.slice(-1_000)
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`pgbench ended with ${code}: ${said.trim()}`))
    })
  })
}

/** A line: client, number, microseconds it took, script, second and microsecond at which it ended. */
function readLog(file: string, from: number, to: number): number[] {
  const latencies: number[] = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, , took, , second, microsecond] = line.split(' ')
    if (took === undefined || second === undefined) continue
    const at = Number(second) * 1_000 + Number(microsecond) / 1_000
    if (at >= from && at < to) latencies.push(Number(took) / 1_000)
  }
  return latencies
}
