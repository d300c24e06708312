import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries, embeddedBinaries } from './embedded-binaries.ts'
import { clearHalfDone, createCluster, isCluster, removeSocketDirectory, trueName } from './embedded-files.ts'
import { countKeepers, hold, release, urlOf } from './embedded-keeper.ts'
import { endServer } from './embedded-process.ts'
import { adopt, launchOrAdopt, type RunningServer } from './embedded-server.ts'
import { whoRuns } from './embedded-user.ts'

export { type Binaries, CannotStartDatabase } from './embedded-binaries.ts'

export interface EmbeddedOptions {
  readonly dataDir: string
  /** Settings of PostgreSQL that replace the defaults below. */
  readonly settings?: Readonly<Record<string, string>>
  readonly say?: (line: string) => void
}

export interface EmbeddedDatabase {
  /** The database `postgres` as its superuser; creating others is the caller's work. */
  readonly url: string
  readonly pid: number
  /** Whether the server ran already. */
  readonly adopted: boolean
  /** Ends the server, unless another process uses it too. */
  stop(): Promise<void>
}

/** An answer means it is on the disk; the rest suits one machine that also runs Tillback. */
const durable: Readonly<Record<string, string>> = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  max_connections: '100',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  lc_messages: 'C',
}

/** Starts, or finds running, the PostgreSQL that came with npm, on the data in a directory of ours. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  return startPrivate({ ...options, binaries: embeddedBinaries() })
}

/** The same with any PostgreSQL: nobody but the user who runs it can reach it. */
export async function startPrivate(
  options: EmbeddedOptions & { readonly binaries: Binaries },
): Promise<EmbeddedDatabase> {
  const { binaries, say = () => {} } = options
  const dataDir = trueName(options.dataDir)
  const running = await adopt(dataDir, say)
  if (running) {
    say(`PostgreSQL ${binaries.major} already runs on ${dataDir}; using it.`)
    return database(dataDir, { ...running, adopted: true })
  }
  const settings = { ...durable, ...options.settings }
  const identity = whoRuns(binaries, dataDir)
  clearHalfDone(dataDir)
  if (!isCluster(dataDir)) {
    say(`Creating a PostgreSQL ${binaries.major} database in ${dataDir}.`)
    await createCluster({ binaries, dataDir, identity, durable: settings.fsync === 'on' })
  }
  say(`Starting PostgreSQL ${binaries.major} (as ${identity.says}).`)
  return database(dataDir, await launchOrAdopt({ binaries, dataDir, identity, settings, say }))
}

function database(dataDir: string, server: RunningServer & { readonly adopted: boolean }): EmbeddedDatabase {
  const { note, adopted } = server
  hold(server.keeper)
  let stopping: Promise<void> | undefined
  return {
    url: urlOf(note, dataDir),
    pid: note.pid,
    adopted,
    stop: () => {
      stopping ??= stopUnlessShared(server, dataDir)
      return stopping
    },
  }
}

async function stopUnlessShared({ keeper, note }: RunningServer, dataDir: string): Promise<void> {
  await release(keeper)
  if ((await countKeepers(note, dataDir)) > 0) {
    // A process that stops at the same moment still shows; counted again, only those who stay do.
    await sleep(250)
    if ((await countKeepers(note, dataDir)) > 0) return
  }
  await endServer(dataDir)
  removeSocketDirectory(note.host, dataDir)
}
