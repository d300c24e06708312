import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import path from 'node:path'
import type { Binaries } from '../../server/src/db/embedded.ts'

const oldest = 15
const newest = 18
// Where Debian, Red Hat and Homebrew put the programs.
const usualPlaces = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/opt/homebrew/opt/postgresql@*/bin',
  '/usr/local/opt/postgresql@*/bin',
]

/** The newest PostgreSQL server of this machine that Tillback runs on. */
export function findServer(): Binaries | undefined {
  return directoriesWith('postgres')
    .filter((directory) => existsSync(path.join(directory, 'initdb')))
    .map((directory) => ({ directory, major: majorOf(path.join(directory, 'postgres')) }))
    .filter(({ major }) => major >= oldest && major <= newest)
    .sort((a, b) => b.major - a.major)[0]
}

/** The newest pgbench; Debian's root may install it. */
export function findPgbench(say: (line: string) => void): string | undefined {
  return newestPgbench() ?? (installOnDebian(say) ? newestPgbench() : undefined)
}

function newestPgbench(): string | undefined {
  return directoriesWith('pgbench')
    .map((directory) => path.join(directory, 'pgbench'))
    .map((file) => ({ file, major: majorOf(file) }))
    .filter(({ major }) => major >= oldest)
    .sort((a, b) => b.major - a.major)[0]?.file
}

function directoriesWith(program: string): string[] {
  const onPath = (process.env.PATH ?? '').split(path.delimiter).filter((directory) => directory !== '')
  const directories = [...globSync(usualPlaces), ...onPath]
  return [...new Set(directories)].filter((directory) => existsSync(path.join(directory, program)))
}

function majorOf(file: string): number {
  const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' })
  return Number(/ (\d+)[.\w]/.exec(stdout ?? '')?.[1] ?? 0)
}

function installOnDebian(say: (line: string) => void): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false
  say('there is no pgbench here yet; installing it with apt-get (postgresql-contrib).')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...args: readonly string[]) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0
  return run('update', '-q') && run('install', '-qy', '--no-install-recommends', 'postgresql-contrib')
}
