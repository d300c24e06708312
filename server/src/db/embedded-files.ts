import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { type Binaries, CannotStartDatabase, program, reasonOf } from './embedded-binaries.ts'
import { isAlive } from './embedded-process.ts'
import { commandAs, giveTo, type Identity } from './embedded-user.ts'

/**
 * Windows has no directory that only its owner may enter for sure, so the server there asks for a
 * password.
 */
export const usesPassword = process.platform === 'win32'
const passwordFile = 'tillback-password'

/** The one true name of a data directory: adoption and the socket's name depend on it. */
export function trueName(dataDir: string): string {
  const wanted = path.resolve(dataDir)
  if (fs.existsSync(wanted)) return fs.realpathSync(wanted)
  fs.mkdirSync(path.dirname(wanted), { recursive: true })
  return path.join(fs.realpathSync(path.dirname(wanted)), path.basename(wanted))
}

export interface NewCluster {
  readonly binaries: Binaries
  readonly dataDir: string
  readonly identity: Identity
  readonly durable: boolean
}

/** The data directory appears whole or not at all: initdb works beside it, and the last step is a rename. */
export async function createCluster(cluster: NewCluster): Promise<void> {
  const { dataDir, identity } = cluster
  refuseForeignFiles(dataDir)
  const fresh = `${dataDir}.new-${process.pid}-${randomBytes(4).toString('hex')}`
  fs.mkdirSync(fresh, { mode: 0o700 })
  try {
    giveTo(identity, fresh)
    await initdb(cluster, fresh)
    moveInto(fresh, dataDir)
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true })
    fs.rmSync(`${fresh}.password`, { force: true })
  }
}

export function isCluster(dataDir: string): boolean {
  return fs.existsSync(path.join(dataDir, 'PG_VERSION'))
}

/** What a killed initdb left behind. One that still works belongs to a process that lives. */
export function clearHalfDone(dataDir: string): void {
  const parent = path.dirname(dataDir)
  const prefix = `${path.basename(dataDir)}.new-`
  const abandoned = fs
    .readdirSync(parent)
    .filter((name) => name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length), 10)))
  for (const name of abandoned) {
    fs.rmSync(path.join(parent, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

export function passwordOf(dataDir: string): string | undefined {
  return usesPassword ? fs.readFileSync(path.join(dataDir, passwordFile), 'utf8') : undefined
}

/** The data directory itself, unless the socket's path would not fit: systems allow 103 to 107 bytes. */
export function socketDirectory(dataDir: string, identity: Identity): string {
  if (fitsSocket(dataDir)) return dataDir
  const name = `tillback-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
  const directory = [tmpdir(), '/tmp'].map((parent) => path.join(parent, name)).find(fitsSocket)
  if (!directory) throw new CannotStartDatabase(`No directory is short enough for the socket of ${dataDir}.`)
  fs.mkdirSync(directory, { recursive: true, mode: 0o700 })
  refuseStrangers(directory, identity)
  giveTo(identity, directory)
  return directory
}

export function removeSocketDirectory(directory: string, dataDir: string): void {
  if (usesPassword || directory === dataDir) return
  try {
    fs.rmdirSync(directory)
  } catch {
    // Another process has started the server again meanwhile.
  }
}

function fitsSocket(directory: string): boolean {
  return Buffer.byteLength(path.join(directory, '.s.PGSQL.5432')) <= 103
}

/** Anybody may create a directory of this name; whoever owns it could stand between us and the database. */
function refuseStrangers(directory: string, identity: Identity): void {
  const { uid, mode } = fs.lstatSync(directory)
  const isOurs = uid === process.getuid?.() || uid === identity.owner?.uid
  if (fs.lstatSync(directory).isDirectory() && isOurs && (mode & 0o077) === 0) return
  throw new CannotStartDatabase(`${directory} must be a directory that only this user can enter; remove it.`)
}

function refuseForeignFiles(dataDir: string): void {
  if (!fs.existsSync(dataDir) || isCluster(dataDir) || fs.readdirSync(dataDir).length === 0) return
  throw new CannotStartDatabase(
    `${dataDir} holds files, but no database. Name a new or an empty directory (TILLBACK_DATA_DIR).`,
  )
}

async function initdb({ binaries, identity, durable }: NewCluster, fresh: string): Promise<void> {
  // The built-in locale sorts by code point and is the same on every system; older versions only have the
  // system's.
  const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const locale = binaries.major >= 17 ? builtin : ['--locale=C.UTF-8']
  const args = ['-D', fresh, '-U', 'postgres', '--encoding=UTF8', ...locale, ...access(fresh)]
  const { command, args: line, options } = commandAs(identity, program(binaries, 'initdb'), args)
  try {
    await promisify(execFile)(command, durable ? line : [...line, '--no-sync'], options)
  } catch (error) {
    throw new CannotStartDatabase(`PostgreSQL could not create a database in ${fresh}: ${reasonOf(error)}`)
  }
  if (usesPassword) fs.renameSync(`${fresh}.password`, path.join(fresh, passwordFile))
}

/**
 * Trust is enough on a socket below a directory that only its owner enters; the network is not listened to
 * at all.
 */
function access(fresh: string): readonly string[] {
  if (!usesPassword) return ['--auth-local=trust', '--auth-host=reject']
  fs.writeFileSync(`${fresh}.password`, randomBytes(24).toString('hex'), { mode: 0o600 })
  return ['--auth=scram-sha-256', `--pwfile=${fresh}.password`]
}

function moveInto(fresh: string, dataDir: string): void {
  try {
    // Windows does not rename onto an empty directory, the others do.
    if (usesPassword && fs.existsSync(dataDir)) fs.rmdirSync(dataDir)
    fs.renameSync(fresh, dataDir)
  } catch (error) {
    // Another process that started at the same moment was faster; its cluster is as good as ours.
    if (isCluster(dataDir)) return
    throw error
  }
  syncDirectory(path.dirname(dataDir))
}

/** initdb has synced the files; this makes their new name survive a power cut too. */
function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return
  const opened = fs.openSync(directory, 'r')
  fs.fsyncSync(opened)
  fs.closeSync(opened)
}
