import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from './config.ts'
import { type Running, start } from './start.ts'
import { verify } from './verify.ts'
import { watchProcess } from './watch-process.ts'
import { welcome } from './welcome.ts'

const USAGE = `tillback start [--port N] [--demo] [--json]
tillback verify [--export FILE] [--json]
tillback processes watch ID [--url URL] [--json]

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
  --json     the process as GET processes/{id} tells it, one line each time it has changed`

const { positionals, values } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    port: { type: 'string' },
    demo: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    export: { type: 'string' },
    url: { type: 'string', default: 'http://localhost:8080' },
    help: { type: 'boolean', default: false },
  },
})

async function main(): Promise<void> {
  const [word, act, id] = positionals
  const isWatch = word === 'processes' && act === 'watch' && id !== undefined
  if (values.help || !(word === 'start' || word === 'verify' || isWatch)) {
    console.log(USAGE)
    process.exitCode = values.help ? 0 : 2
    return
  }
  const print = (text: string) => console.log(text)
  if (isWatch) {
    const { url, json } = values
    const key = process.env.API_KEY ?? process.env.TILLBACK_API_KEY ?? ''
    if (key === '') throw new ConfigError('API_KEY is missing; a key with processes:read is needed')
    process.exitCode = (await watchProcess({ url, key, id, json, print })) ? 0 : 1
    return
  }
  if (word === 'verify') {
    const { export: exportTo, json } = values
    const holds = await verify({ config: readConfig(process.env), exportTo, json, print })
    process.exitCode = holds ? 0 : 1
    return
  }
  const config = readConfig(values.port === undefined ? process.env : { ...process.env, PORT: values.port })
  const running = await start({ config, demo: values.demo, say: (line) => console.error(line) })
  console.log(
    values.json
      ? JSON.stringify({ ready: true, url: running.url, pid: process.pid, demo: running.demo ?? null })
      : welcome(running),
  )
  stopOnSignal(running)
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
