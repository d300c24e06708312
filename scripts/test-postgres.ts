// Runs all tests on a PostgreSQL of this machine (15 to 18), in a throwaway cluster of its own.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import path from 'node:path'
import type { Binaries } from '../server/src/db/embedded.ts'
import { startThrowaway } from '../server/test/clusters.ts'

const root = path.resolve(import.meta.dirname, '..')
const oldest = 15
const newest = 18
// Where Debian, Red Hat and Homebrew put the programs.
const usualPlaces = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/opt/homebrew/opt/postgresql@*/bin',
  '/usr/local/opt/postgresql@*/bin',
]

const say = (line: string) => console.log(`test:postgres: ${line}`)

async function main(args: readonly string[]): Promise<number> {
  const binaries = findBinaries() ?? installOnDebian()
  if (!binaries) {
    say(`there is no PostgreSQL ${oldest} to ${newest} here. On Debian: "apt-get install postgresql".`)
    return 1
  }
  say(`PostgreSQL ${binaries.major} of ${binaries.directory}.`)
  const server = await startThrowaway({ binaries, say })
  try {
    return await runTests(server.url, args)
  } finally {
    await server.stop()
    say('the cluster is removed.')
  }
}

/** The newest that fits, wherever it is. */
function findBinaries(): Binaries | undefined {
  const onPath = (process.env.PATH ?? '').split(path.delimiter)
  const told = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim() ?? ''
  return [...onPath, told, ...globSync(usualPlaces)]
    .filter(
      (directory) =>
        existsSync(path.join(directory, 'initdb')) && existsSync(path.join(directory, 'postgres')),
    )
    .map((directory) => ({ directory, major: majorOf(directory) }))
    .filter(({ major }) => major >= oldest && major <= newest)
    .sort((a, b) => b.major - a.major)[0]
}

function majorOf(directory: string): number {
  const { stdout } = spawnSync(path.join(directory, 'postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/ (\d+)\./.exec(stdout ?? '')?.[1] ?? 0)
}

function installOnDebian(): Binaries | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined
  say("no PostgreSQL here yet; installing Debian's.")
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-q'], { stdio: 'inherit', env })
  execFileSync('apt-get', ['install', '-qy', 'postgresql'], { stdio: 'inherit', env })
  return findBinaries()
}

function runTests(url: string, args: readonly string[]): Promise<number> {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const env = { ...process.env, TEST_DATABASE_URL: url }
  const child = spawn(process.execPath, [vitest, 'run', ...args], { cwd: root, stdio: 'inherit', env })
  // Told to end, we wait for the tests to end and then remove the cluster.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((done) => child.on('exit', (code) => done(code ?? 1)))
}

process.exitCode = await main(process.argv.slice(2))
