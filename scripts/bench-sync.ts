// Synchronises the 92,331 real products while purchases go on, and tells what it costs them. See docs/performance.md.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { closeAll, closeOnSignal } from './bench/closing.ts'
import { openCluster } from './bench/cluster.ts'
import { type Interval, type RunningLoad, startLoad } from './bench/intervals.ts'
import { describeMachine } from './bench/machine.ts'
import { seedBusiness, seedOffers } from './bench/seed.ts'
import { startServer } from './bench/servers.ts'
import { bodiesOf, type Synchronised, synchronise, type Target } from './bench/synchronise.ts'

const USAGE = `npm run bench:sync -- [options]

  --data FOLDER      the "Complete Journey" tables; TILLBACK_REAL_DATA sets it too (../shared/data/complete-journey)
  --database WHERE   embedded (the default), postgres (this machine's) or the URL of a server
  --connections N    tills that buy without a pause (32)
  --seconds N        purchases alone, before and after each synchronisation (10)
  --quiet            nobody buys: the synchronisation alone
  --json             one JSON document on standard output`

const FLAGS = ['--max-semi-space-size=32', '--heap-growing-percent=100']
const OFFERS = 20
const CONTACTS = 20_000
const NEEDED_SECONDS = 60
const NEEDED_SHARE = 0.8

const say = (line: string) => console.error(`bench:sync: ${line}`)

interface Figures {
  readonly rate: number
  readonly p50: number
  readonly p99: number
  readonly errors: number
}

interface Turn {
  readonly name: string
  readonly sync: Synchronised
  readonly alone: Figures | undefined
  readonly during: Figures | undefined
}

async function main(): Promise<number> {
  const root = path.resolve(import.meta.dirname, '..')
  const { values } = parseArgs({
    options: {
      data: {
        type: 'string',
        default: process.env.TILLBACK_REAL_DATA ?? path.join(root, '../shared/data/complete-journey'),
      },
      database: { type: 'string', default: 'embedded' },
      connections: { type: 'string', default: '32' },
      seconds: { type: 'string', default: '10' },
      quiet: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  // The server refuses settings that are not its own.
  delete process.env.TILLBACK_REAL_DATA
  closeOnSignal()
  const cluster = await openCluster(values.database, say)
  const url = await cluster.create('bench_sync')
  const business = await seedBusiness(url, CONTACTS)
  await seedOffers(url, OFFERS)
  const server = await startServer(url, FLAGS)
  const target: Target = { server, business, database: cluster.pid }
  const load = values.quiet ? undefined : startLoad(server, business, Number(values.connections))
  const turns: Turn[] = []
  for (const [name, change] of [
    ['new', ''],
    ['the same again', ''],
    ['all changed', ' *'],
  ] as const) {
    say(`${name}: purchases alone, then beside the products.`)
    const done = await turn({
      name,
      target,
      load,
      bodies: bodiesOf(values.data, change),
      seconds: Number(values.seconds),
    })
    turns.push(done)
    if (!values.json) print(done)
  }
  await load?.stop()
  if (values.json) console.log(JSON.stringify({ machine: describeMachine(), turns }, null, 2))
  else console.log(`\n${describeMachine()}, ${new Date().toISOString().slice(0, 10)}`)
  return turns.every(isSound) ? 0 : 1
}

interface TurnOptions {
  readonly name: string
  readonly target: Target
  readonly load: RunningLoad | undefined
  readonly bodies: readonly string[]
  readonly seconds: number
}

/** Purchases alone, beside the synchronisation, alone again: what else the machine does weighs on all alike. */
async function turn({ name, target, load, bodies, seconds }: TurnOptions): Promise<Turn> {
  if (!load) return { name, sync: await synchronise(target, bodies), alone: undefined, during: undefined }
  const before = await intervals(load, seconds)
  let isDone = false
  const running = synchronise(target, bodies).finally(() => {
    isDone = true
  })
  const during: Interval[] = []
  // The interval in which it ends is of both kinds and counts for neither.
  for (let next = await load.nextInterval(); !isDone; next = await load.nextInterval()) during.push(next)
  const sync = await running
  const after = await intervals(load, seconds)
  return { name, sync, alone: figures([...before, ...after]), during: figures(during) }
}

async function intervals(load: RunningLoad, count: number): Promise<Interval[]> {
  const all: Interval[] = []
  while (all.length < count) all.push(await load.nextInterval())
  return all
}

function figures(all: readonly Interval[]): Figures {
  const latencies = all.flatMap((interval) => [...interval.latencies]).sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? 0
  const errors = all.reduce((sum, interval) => sum + interval.errors, 0)
  return { rate: latencies.length / Math.max(all.length, 1), p50: at(0.5), p99: at(0.99), errors }
}

function print({ name, sync, alone, during }: Turn): void {
  const { rows, calls, seconds, slowestAnswerMs, totals, completed, cpu } = sync
  const { created, updated, unchanged, rejected } = totals
  console.log(
    `\n${name}: ${rows} rows in ${calls} calls, ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s`,
  )
  console.log(
    `  ${completed} of ${calls} COMPLETED: ${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected`,
  )
  console.log(
    `  slowest answer ${Math.round(slowestAnswerMs)} ms; CPU: server ${cpu.server.toFixed(1)} s, PostgreSQL ${cpu.database.toFixed(1)} s${alone ? ', purchases included' : ''}`,
  )
  if (!alone || !during) return
  console.log(`  purchases alone   ${line(alone)}`)
  console.log(`  purchases beside  ${line(during)}`)
  console.log(`  kept ${((during.rate / alone.rate) * 100).toFixed(0)} % of the purchases`)
}

function line({ rate, p50, p99, errors }: Figures): string {
  return `${Math.round(rate)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms${errors > 0 ? `, ${errors} ERRORS` : ''}`
}

/** Every process completed, in time, nothing refused, and at least four fifths of the purchases kept. */
function isSound({ sync, alone, during }: Turn): boolean {
  const kept = alone && during ? during.rate / alone.rate : 1
  const errors = (alone?.errors ?? 0) + (during?.errors ?? 0)
  return (
    sync.completed === sync.calls &&
    sync.totals.rejected === 0 &&
    sync.seconds < NEEDED_SECONDS &&
    errors === 0 &&
    kept >= NEEDED_SHARE
  )
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error('bench:sync:', error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await closeAll()
}
