import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries, CannotStartDatabase, program } from './embedded-binaries.ts'
import { socketDirectory, usesPassword } from './embedded-files.ts'
import { connectIfReady, type Keeper } from './embedded-keeper.ts'
import { isAlive, noteFile, readNote, type ServerNote, serves } from './embedded-process.ts'
import { commandAs, giveTo, type Identity } from './embedded-user.ts'

/** A server that answers. */
export interface RunningServer {
  readonly note: ServerNote
  readonly keeper: Keeper
}

export interface Launch {
  readonly binaries: Binaries
  readonly dataDir: string
  readonly identity: Identity
  readonly settings: Readonly<Record<string, string>>
  readonly say: (line: string) => void
}

const attempts = 240
const passing = [
  /lock file ".*" (already exists|is empty)/,
  /pre-existing shared memory block/,
  /Address already in use/,
]
const largestLog = 16 * 1024 * 1024

/** The server that already serves this directory: left by a killed process, or shared with one that lives. */
export async function adopt(
  dataDir: string,
  say: (line: string) => void,
): Promise<RunningServer | undefined> {
  const waits = saidLater(say, 'PostgreSQL runs, but does not answer yet; waiting.')
  for (;;) {
    const note = readNote(dataDir)
    if (!note) return undefined
    // Asked first and in any case: in another container its process number means nothing here, its socket
    // does.
    const keeper = await connectIfReady(note, dataDir)
    if (keeper) return { note, keeper }
    if (!serves(note.pid, dataDir)) return undefined
    waits()
    await sleep(25)
  }
}

/**
 * Starts the server; if another process is doing the same at this moment, both end up with the one that
 * won.
 */
export async function launchOrAdopt(launch: Launch): Promise<RunningServer & { readonly adopted: boolean }> {
  const waits = saidLater(launch.say, 'An earlier server still ends its work; waiting.')
  for (let left = attempts; ; left--) {
    const adopted = await adopt(launch.dataDir, launch.say)
    if (adopted) return { ...adopted, adopted: true }
    const attempt = await launchOnce(launch)
    if ('keeper' in attempt) return { ...attempt, adopted: false }
    if (!mayPass(attempt.log) || left === 0) {
      throw new CannotStartDatabase(`PostgreSQL did not start in ${launch.dataDir}:\n${attempt.log}`)
    }
    waits()
    await sleep(250)
    removeEmptyNote(launch.dataDir, attempt.log)
  }
}

async function launchOnce(launch: Launch): Promise<RunningServer | { readonly log: string }> {
  const { dataDir, say } = launch
  const log = openLog(launch)
  const child = await spawnServer(launch, log.descriptor)
  fs.closeSync(log.descriptor)
  let isRunning = true
  child.once('exit', () => {
    isRunning = false
  })
  const recovers = saidLater(say, 'PostgreSQL recovers from an earlier crash; waiting.')
  // Recovery takes as long as it takes: the process is given up only when it ends by itself.
  while (isRunning) {
    const note = readNote(dataDir)
    const keeper = note?.isReady && note.pid === child.pid ? await connectIfReady(note, dataDir) : undefined
    if (note && keeper) return { note, keeper }
    recovers()
    await sleep(10)
  }
  return { log: fs.readFileSync(log.file).subarray(log.start).toString('utf8').trim().slice(-2000) }
}

async function spawnServer(launch: Launch, log: number): Promise<ChildProcess> {
  const { binaries, dataDir, identity } = launch
  const settings = Object.entries({ ...(await address(launch)), ...launch.settings })
  const args = ['-D', dataDir, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const { command, args: line, options } = commandAs(identity, program(binaries, 'postgres'), args)
  const env = options.env && { env: { ...options.env, ...withoutImpostor(dataDir) } }
  // Detached: Ctrl-C in a terminal is for us, and we end the server after our own work.
  const child = spawn(command, line, { ...options, ...env, stdio: ['ignore', log, log], detached: true })
  await new Promise<void>((started, failed) => {
    child.once('spawn', started)
    child.once('error', (error) => failed(new CannotStartDatabase(`Cannot run ${command}: ${error.message}`)))
  })
  child.unref()
  return child
}

async function address({ dataDir, identity }: Launch): Promise<Record<string, string>> {
  if (usesPassword) return { listen_addresses: '127.0.0.1', port: String(await freePort()) }
  const quoted = `"${socketDirectory(dataDir, identity).replaceAll('"', '""')}"`
  return {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: quoted,
    unix_socket_permissions: '0700',
  }
}

/**
 * PostgreSQL takes any living process with the number in an old note for its server, and would refuse to
 * start until that process ends. It makes an exception for its grandparent, named in this variable; memory
 * still in use stops it all the same.
 */
function withoutImpostor(dataDir: string): Record<string, string> {
  const pid = readNote(dataDir)?.pid
  const isImpostor = pid !== undefined && isAlive(pid) && !serves(pid, dataDir)
  return isImpostor ? { PG_GRANDPARENT_PID: String(pid) } : {}
}

/** Another process starts the same server, or backends of a killed one still hold its memory. */
function mayPass(log: string): boolean {
  return passing.some((message) => message.test(log))
}

/**
 * A server killed before it wrote its first line leaves an empty note, which PostgreSQL never removes by
 * itself.
 */
function removeEmptyNote(dataDir: string, log: string): void {
  const file = noteFile(dataDir)
  if (!/postmaster\.pid" is empty/.test(log)) return
  if (fs.existsSync(file) && fs.statSync(file).size === 0) fs.rmSync(file, { force: true })
}

/** A file and not a pipe, because the server may outlive us. */
function openLog({ dataDir, identity }: Launch) {
  const file = `${dataDir}.log`
  const size = fs.existsSync(file) ? fs.statSync(file).size : 0
  if (size > largestLog) fs.renameSync(file, `${file}.old`)
  const descriptor = fs.openSync(file, 'a', 0o600)
  giveTo(identity, file)
  return { file, descriptor, start: fs.fstatSync(descriptor).size }
}

async function freePort(): Promise<number> {
  const probe = net.createServer()
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening))
  const bound = probe.address()
  await new Promise((closed) => probe.close(closed))
  return typeof bound === 'object' && bound ? bound.port : 0
}

/** Says the line once, and only if the wait lasts. */
function saidLater(say: (line: string) => void, line: string): () => void {
  const since = performance.now()
  let isSaid = false
  return () => {
    if (isSaid || performance.now() - since < 2_000) return
    isSaid = true
    say(line)
  }
}
