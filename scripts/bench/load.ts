// The load generator, a process of its own: a closed loop over keep-alive connections. It shares the cores
// with what it measures, so requests are built before the start, bytes are read into one buffer a
// connection, and nothing is parsed but the status and the length.
import net from 'node:net'
import { SKUS, VENUES } from './places.ts'

const LINES = 5
const PREPARED = 8_192
const READ_BYTES = 32_768
const REFERENCE_DIGITS = 24

interface Settings {
  readonly ports: readonly number[]
  readonly key: string
  readonly connections: number
  readonly contacts: number
  readonly warmSeconds: number
  readonly seconds: number
  /** Print the figures of every so many seconds as well. */
  readonly everySeconds?: number
}

/** What is printed at the end, as the last line. */
export interface Loaded {
  readonly rate: number
  readonly p50: number
  readonly p99: number
  readonly worst: number
  readonly cpu: number
  readonly answers: number
  readonly errors: number
  readonly firstError?: string
}

interface Prepared {
  readonly before: string
  readonly after: string
}

function below(count: number): number {
  return Math.floor(Math.random() * count)
}

function decimal(cents: number): string {
  return (cents / 100).toFixed(2)
}

function prepare({ key, contacts }: Settings): Prepared {
  let total = 0
  const products = Array.from({ length: LINES }, () => {
    const quantity = 1 + below(3)
    const cents = quantity * (100 + below(900))
    total += cents
    return { sku: `SKU${below(SKUS)}`, quantity, total_amount: decimal(cents) }
  })
  const rest = JSON.stringify({
    contact: { code: `C${below(contacts)}` },
    organisation: { venue_tap: { code: `V${below(VENUES)}` } },
    transaction_amounts: { total: decimal(total) },
    products,
  })
  const opening = '{"reference_number":"'
  const after = `",${rest.slice(1)}`
  const headers = [
    'POST /backoffice/v2/purchases HTTP/1.1',
    'host: 127.0.0.1',
    `api_key: ${key}`,
    'content-type: application/json',
    `content-length: ${opening.length + REFERENCE_DIGITS + after.length}`,
  ]
  return { before: `${headers.join('\r\n')}\r\n\r\n${opening}`, after }
}

const HEAD_END = Buffer.from('\r\n\r\n')
const LENGTH = Buffer.from('content-length: ')
const STATUS_AT = 'HTTP/1.1 '.length

/** The length of the whole answer, once its head is there. */
function answerLength(bytes: Buffer): number | undefined {
  const head = bytes.indexOf(HEAD_END)
  if (head < 0) return undefined
  const at = bytes.indexOf(LENGTH)
  if (at < 0 || at > head) throw new Error(`an answer without content-length: ${bytes.toString('latin1')}`)
  let length = 0
  for (let place = at + LENGTH.length; (bytes[place] ?? 0) >= 48; place++) {
    length = length * 10 + (bytes[place] ?? 0) - 48
  }
  return head + HEAD_END.length + length
}

interface Tally {
  measuring: boolean
  stopping: boolean
  errors: number
  firstError: string | undefined
  readonly latencies: number[]
}

function connect(port: number, tally: Tally, next: () => string): void {
  const buffer = Buffer.allocUnsafe(READ_BYTES)
  let kept: Buffer = Buffer.alloc(0)
  let sentAt = 0
  const send = () => {
    sentAt = performance.now()
    socket.write(next(), 'latin1')
  }
  const read = (count: number) => {
    const bytes =
      kept.length === 0 ? buffer.subarray(0, count) : Buffer.concat([kept, buffer.subarray(0, count)])
    const length = answerLength(bytes)
    if (length === undefined || bytes.length < length) {
      kept = Buffer.from(bytes)
      return true
    }
    if (kept.length > 0) kept = Buffer.alloc(0)
    // 200: the figures 2, 0 and 0 of the status.
    const isGood = bytes[STATUS_AT] === 50 && bytes[STATUS_AT + 1] === 48 && bytes[STATUS_AT + 2] === 48
    if (isGood && tally.measuring) tally.latencies.push(performance.now() - sentAt)
    if (!isGood) refuse(bytes.toString('latin1'))
    if (tally.stopping) socket.end()
    else send()
    return true
  }
  const refuse = (why: string) => {
    tally.errors += 1
    tally.firstError ??= why.slice(-400)
  }
  const socket = net.connect({ port, host: '127.0.0.1', noDelay: true, onread: { buffer, callback: read } })
  socket.on('connect', send)
  socket.on('error', (error) => refuse(String(error)))
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
}

async function main(settings: Settings): Promise<void> {
  const prepared = Array.from({ length: PREPARED }, () => prepare(settings))
  const run = `${Date.now().toString(36)}${process.pid.toString(36)}`.padEnd(REFERENCE_DIGITS - 8, '0')
  let number = 0
  const next = () => {
    const { before, after } = prepared[number % PREPARED] ?? { before: '', after: '' }
    number += 1
    return `${before}${run}${String(number).padStart(8, '0')}${after}`
  }
  const tally: Tally = { measuring: false, stopping: false, errors: 0, firstError: undefined, latencies: [] }
  for (let each = 0; each < settings.connections; each++) {
    connect(settings.ports[each % settings.ports.length] ?? 0, tally, next)
  }
  await pause(settings.warmSeconds)
  const cpuBefore = process.cpuUsage()
  const begun = performance.now()
  tally.measuring = true
  console.log('measuring')
  const telling = settings.everySeconds && tellIntervals(tally, settings.everySeconds)
  await pause(settings.seconds)
  if (telling) clearInterval(telling)
  tally.measuring = false
  tally.stopping = true
  const elapsed = (performance.now() - begun) / 1_000
  const { user, system } = process.cpuUsage(cpuBefore)
  console.log('measured')
  console.log(JSON.stringify(summary(tally, elapsed, (user + system) / 1e6 / elapsed)))
  // The last answers are still under way; closed loop or not, nobody waits longer than this for them.
  setTimeout(() => process.exit(0), 200)
}

/** One line an interval: when it ended, and every latency in it. */
function tellIntervals(tally: Tally, seconds: number): NodeJS.Timeout {
  let told = tally.latencies.length
  let errors = tally.errors
  return setInterval(() => {
    const some = tally.latencies.slice(told).map((latency) => Math.round(latency * 100) / 100)
    told += some.length
    console.log(`interval ${JSON.stringify({ errors: tally.errors - errors, latencies: some })}`)
    errors = tally.errors
  }, seconds * 1_000)
}

function summary({ latencies, errors, firstError }: Tally, elapsed: number, cpu: number): Loaded {
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? 0
  const figures = { rate: latencies.length / elapsed, p50: at(0.5), p99: at(0.99), worst: at(1), cpu }
  return {
    ...figures,
    answers: latencies.length,
    errors,
    ...(firstError === undefined ? {} : { firstError }),
  }
}

if (process.argv[2] !== undefined) await main(JSON.parse(process.argv[2]))
