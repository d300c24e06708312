// Compares purchases over HTTP with what the same PostgreSQL can do for pgbench. See docs/performance.md.
import { closeAll, closeOnSignal } from './bench/closing.ts'
import { openCluster } from './bench/cluster.ts'
import { describeMachine } from './bench/machine.ts'
import { type Options, readOptions, USAGE } from './bench/options.ts'
import { findPgbench, findServer } from './bench/programs.ts'
import { print, ratiosOf, rowsOf } from './bench/report.ts'
import { type Run, runOn } from './bench/run.ts'

const say = (line: string) => console.error(`bench: ${line}`)

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2))
  if (!options) {
    console.log(USAGE)
    return 0
  }
  closeOnSignal()
  const program = findPgbench(say)
  if (program === undefined) {
    say('pgbench cannot be had here (on Debian: "apt-get install postgresql"); only Tillback is measured.')
  }
  const runs: Run[] = []
  for (const database of databasesOf(options)) {
    try {
      const cluster = await openCluster(database, say)
      say(`measuring on PostgreSQL ${cluster.version} (${cluster.name}).`)
      const run = await runOn(cluster, options, { program, say })
      runs.push(run)
      if (!options.json) print(run)
    } finally {
      await closeAll()
    }
  }
  if (options.json) console.log(JSON.stringify(told(runs), null, 2))
  else console.log(`\n${describeMachine()}, ${new Date().toISOString().slice(0, 10)}`)
  return runs.every(isSound) ? 0 : 1
}

function databasesOf({ databases }: Options): readonly string[] {
  if (databases.length > 0) return databases
  return findServer() ? ['postgres', 'embedded'] : ['embedded']
}

function told(runs: readonly Run[]): object {
  return {
    at: new Date().toISOString(),
    machine: describeMachine(),
    runs: runs.map((run) => ({ ...run, rows: rowsOf(run.results), ratios: ratiosOf(run.results) })),
  }
}

/** Slow is a result; a refused purchase or books that do not hold are failures. */
function isSound({ results, verified }: Run): boolean {
  return results.every(({ sample }) => sample.errors === 0) && verified.every(({ holds }) => holds)
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error('bench:', error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await closeAll()
}
