import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from './config.ts'
import { type Running, start } from './start.ts'
import { welcome } from './welcome.ts'

const USAGE = `tillback start [--port N] [--demo] [--json]

  --port N   port to listen on (0: any free one); PORT sets it too
  --demo     create the demo business in the database of DATABASE_URL
  --json     print one line of JSON when ready, and nothing else on standard output`

const { positionals, values } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    port: { type: 'string' },
    demo: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

async function main(): Promise<void> {
  if (values.help || positionals[0] !== 'start') {
    console.log(USAGE)
    process.exitCode = values.help ? 0 : 2
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
