import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type Binaries, type EmbeddedDatabase, startEmbedded, startPrivate } from '../src/db/embedded.ts'
import { endServer, isAlive } from '../src/db/embedded-process.ts'

const clusters = path.resolve(import.meta.dirname, '../../.tillback/test')
// The tests of durability start servers of their own; this one only has to be fast.
const careless = { fsync: 'off', full_page_writes: 'off' }

interface Throwaway {
  /** The project's own PostgreSQL unless given. */
  readonly binaries?: Binaries
  readonly say?: (line: string) => void
}

/** A PostgreSQL for one run of the tests; stopping it removes it. */
export async function startThrowaway({ binaries, ...rest }: Throwaway = {}): Promise<EmbeddedDatabase> {
  await removeAbandoned()
  const dataDir = path.join(clusters, `${process.pid}-${randomBytes(4).toString('hex')}`)
  const options = { dataDir, settings: careless, ...rest }
  const server = binaries ? await startPrivate({ ...options, binaries }) : await startEmbedded(options)
  const stop = async () => {
    await server.stop()
    remove(dataDir)
  }
  return { ...server, stop }
}

/** A killed run leaves its server running, which nobody would ever use again. */
async function removeAbandoned(): Promise<void> {
  const names = existsSync(clusters) ? readdirSync(clusters) : []
  const abandoned = names.filter(
    (name) => /^\d+-[0-9a-f]{8}$/.test(name) && !isAlive(Number.parseInt(name, 10)),
  )
  for (const name of abandoned) {
    await endServer(path.join(clusters, name))
    remove(path.join(clusters, name))
  }
}

function remove(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true })
  rmSync(`${dataDir}.log`, { force: true })
}
