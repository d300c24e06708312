import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from './config.ts'
import { type Running, start } from './start.ts'
import { verify } from './verify.ts'
import { welcome } from './welcome.ts'

const USAGE = `tillback start [--port N] [--demo] [--json]
tillback verify [--export FILE] [--json]

start serves the API.

  --port N   port to listen on (0: any free one); PORT sets it too
  --demo     create the demo business in the database of DATABASE_URL
  --json     print one line of JSON when ready, and nothing else on standard output

verify proves the books of every business, in the database of DATABASE_URL or the embedded one in TILLBACK_DATA_DIR; the server
may run meanwhile. It ends with 0 when all holds, with 1 when something does not.

  --export FILE  write the books of the business and mode to FILE too, for scripts/verify-export.mjs; where there are several,
                 one file each, with the number of the tenant before the file's ending
  --json         one JSON document on standard output`

const { positionals, values } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    port: { type: 'string' },
    demo: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    export: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

async function main(): Promise<void> {
  const [word] = positionals
  if (values.help || (word !== 'start' && word !== 'verify')) {
    console.log(USAGE)
    process.exitCode = values.help ? 0 : 2
    return
  }
  if (word === 'verify') {
    const { export: exportTo, json } = values
    const print = (text: string) => console.log(text)
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
