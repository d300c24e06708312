import { parseArgs } from 'node:util'
import { ConfigError } from './config-error.ts'
import type { Running } from './start.ts'

const USAGE = `tillback start [--port N] [--demo] [--json]
tillback verify [--export FILE] [--json]
tillback processes watch ID [--url URL] [--json]
tillback listen [--forward URL] [--types T,T] [--since WHEN | --after CURSOR] [--url URL] [--json]

start serves the API.

  --port N   port to listen on (0: any free one); PORT sets it too
  --demo     create the demo business in the database of DATABASE_URL
  --json     print one line of JSON when ready, and nothing else on standard output

verify proves the books of every business, in the database of DATABASE_URL or the embedded one in TILLBACK_DATA_DIR; the server
may run meanwhile. It ends with 0 when all holds, with 1 when something does not.

  --export FILE  write the books of the business and mode to FILE too, for scripts/verify-export.mjs; where there are several,
                 one file each, with the number of the tenant before the file's ending
  --json         one JSON document on standard output

processes watch tells how far a long job is, such as a synchronisation, line by line until it ends: with 0 when it is COMPLETED, with
1 when it is not. API_KEY is a key with processes:read.

  --url URL  where the server is; http://localhost:8080 unless said
  --json     the process as GET processes/{id} tells it, one line each time it has changed

listen follows what happens in the business and posts it to an address on this machine, signed as webhooks are, one event after the other
in their order: a line for each, with the answer and how long it took. A lost line is tried again, and nothing is left out or sent twice.
It ends with Ctrl+C. API_KEY is a key with webhooks:read.

  --forward URL   where to, such as http://localhost:3000/webhooks; without it events are only told
  --types T,T     only these, such as purchase.posted,reward.*
  --since WHEN    begin with what happened since then: 15m, 2h, 3d ago, or a time such as 2026-11-30T08:00Z
  --after CURSOR  go on after an event, as the last line of the run before says
  --url URL       where the server is; http://localhost:8080 unless said
  --json          one line of JSON for each event

The secret that checks the signatures is printed at first, and is the same for the same key; TILLBACK_WEBHOOK_SECRET sets another.`

const { positionals, values } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    port: { type: 'string' },
    demo: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    export: { type: 'string' },
    url: { type: 'string', default: 'http://localhost:8080' },
    forward: { type: 'string' },
    types: { type: 'string' },
    since: { type: 'string' },
    after: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

/** Each loads what it needs alone: who follows something from the command line does not wait for the server's code. */
async function main(): Promise<void> {
  const [word, act, id] = positionals
  if (values.help) return console.log(USAGE)
  if (word === 'start') return startServer()
  if (word === 'verify') return verifyBooks()
  if (word === 'listen') return listenUntilStopped()
  if (word === 'processes' && act === 'watch' && id !== undefined) return watch(id)
  console.log(USAGE)
  process.exitCode = 2
}

const print = (text: string) => console.log(text)
const say = (text: string) => console.error(text)

async function startServer(): Promise<void> {
  const { readConfig } = await import('./config.ts')
  const { start } = await import('./start.ts')
  const { welcome } = await import('./welcome.ts')
  const config = readConfig(values.port === undefined ? process.env : { ...process.env, PORT: values.port })
  const running = await start({ config, demo: values.demo, say })
  console.log(
    values.json
      ? JSON.stringify({ ready: true, url: running.url, pid: process.pid, demo: running.demo ?? null })
      : welcome(running),
  )
  stopOnSignal(running)
}

async function verifyBooks(): Promise<void> {
  const { readConfig } = await import('./config.ts')
  const { verify } = await import('./verify.ts')
  const { export: exportTo, json } = values
  const holds = await verify({ config: readConfig(process.env), exportTo, json, print })
  process.exitCode = holds ? 0 : 1
}

async function watch(id: string): Promise<void> {
  const { watchProcess } = await import('./watch-process.ts')
  const { url, json } = values
  const key = process.env.API_KEY ?? process.env.TILLBACK_API_KEY ?? ''
  if (key === '') throw new ConfigError('API_KEY is missing; a key with processes:read is needed')
  process.exitCode = (await watchProcess({ url, key, id, json, print })) ? 0 : 1
}

/** Beside the events is said on standard error, so that what is piped on is events alone. */
async function listenUntilStopped(): Promise<void> {
  const { listen } = await import('./listen/listen.ts')
  const { listenOptions } = await import('./listen/listen-options.ts')
  const { url, json } = values
  const options = listenOptions(values, process.env)
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  if (options.to !== undefined) say(`Signed with ${options.secret}`)
  const isLet = await listen({ ...options, url, json, print, say, signal: stop.signal })
  process.exitCode = isLet ? 0 : 1
}

/** The first signal drains and stops; a second one ends at once. */
function stopOnSignal(running: Running): void {
  let stopping = false
  const stop = () => {
    if (stopping) process.exit(1)
    stopping = true
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exit(1)
})
