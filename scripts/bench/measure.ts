import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { type BaselineLoad, runBaseline } from './baseline.ts'
import { closeLater } from './closing.ts'
import type { Loaded } from './load.ts'
import { busySeconds, cpuSecondsOf, cpuSecondsOfTree, residentMegabytes } from './machine.ts'
import type { Business } from './seed.ts'
import { endChild, type Server } from './servers.ts'

/** One measurement: purchases a second, milliseconds, and how many cores each part kept busy. */
export interface Sample {
  readonly rate: number
  readonly p50: number
  readonly p99: number
  readonly serverCpu: number
  readonly databaseCpu: number
  readonly clientCpu: number
  readonly otherCpu: number
  readonly rss: number
  readonly errors: number
  readonly firstError?: string | undefined
}

export interface Times {
  readonly warmSeconds: number
  readonly seconds: number
}

interface Watched {
  readonly servers: readonly number[]
  readonly database: number | undefined
}

/** Reads the clocks of all processes; the answer says how many cores each kept busy since. */
function watch({ servers, database }: Watched) {
  const read = () => ({
    at: performance.now() / 1_000,
    server: cpuSecondsOf(servers),
    database: database === undefined ? 0 : cpuSecondsOfTree(database),
    all: busySeconds(),
  })
  const before = read()
  return () => {
    const after = read()
    const cores = (part: 'server' | 'database' | 'all') =>
      (after[part] - before[part]) / (after.at - before.at)
    return {
      serverCpu: cores('server'),
      databaseCpu: cores('database'),
      all: cores('all'),
      elapsed: after.at - before.at,
    }
  }
}

export interface HttpLoad extends Times {
  readonly servers: readonly Server[]
  readonly business: Business
  readonly connections: number
  readonly database: number | undefined
}

/** Tillback over HTTP. */
export async function measureHttp(load: HttpLoad): Promise<Sample> {
  const pids = load.servers.map(({ pid }) => pid)
  const watched = { servers: pids, database: load.database }
  let done: ReturnType<typeof watch> | undefined
  let split: ReturnType<ReturnType<typeof watch>> | undefined
  const loaded = await generate(load, (line) => {
    if (line === 'measuring') done = watch(watched)
    if (line === 'measured') split = done?.()
  })
  const { serverCpu = 0, databaseCpu = 0, all = 0 } = split ?? {}
  return {
    rate: loaded.rate,
    p50: loaded.p50,
    p99: loaded.p99,
    serverCpu,
    databaseCpu,
    clientCpu: loaded.cpu,
    otherCpu: Math.max(0, all - serverCpu - databaseCpu - loaded.cpu),
    rss: Math.max(...pids.map(residentMegabytes)),
    errors: loaded.errors,
    firstError: loaded.firstError,
  }
}

/** Runs the generator; `hear` is told each of its lines as it comes. */
async function generate(
  { servers, business, connections, warmSeconds, seconds }: HttpLoad,
  hear: (line: string) => void,
): Promise<Loaded> {
  const ports = servers.map(({ port }) => port)
  const settings = { ports, ...business, connections, warmSeconds, seconds }
  const args = [
    '--disable-warning=ExperimentalWarning',
    path.join(import.meta.dirname, 'load.ts'),
    JSON.stringify(settings),
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  closeLater(() => endChild(child))
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) return JSON.parse(line)
    hear(line)
  }
  throw new Error(`the load generator ended with ${child.exitCode} before it told its figures`)
}

// pgbench connects all its clients before it begins.
const CONNECT_SECONDS = 0.5

/** pgbench with one of the two baselines. */
export async function measureBaseline(
  load: Omit<BaselineLoad, 'seconds'> & Times & { readonly database: number | undefined },
): Promise<Sample> {
  const { warmSeconds, seconds, database, ...baseline } = load
  const before = CONNECT_SECONDS + warmSeconds
  const running = runBaseline({ ...baseline, seconds: Math.ceil(before + seconds + 0.2) })
  await Promise.race([sleep(before * 1_000), running.ended])
  const done = watch({ servers: [running.pid], database })
  const from = Date.now()
  await sleep(seconds * 1_000)
  const { serverCpu: clientCpu, databaseCpu, all, elapsed } = done()
  const latencies = [...(await running.latencies(from, from + elapsed * 1_000))].sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? 0
  return {
    rate: latencies.length / elapsed,
    p50: at(0.5),
    p99: at(0.99),
    serverCpu: 0,
    databaseCpu,
    clientCpu,
    otherCpu: Math.max(0, all - databaseCpu - clientCpu),
    rss: 0,
    errors: 0,
  }
}
