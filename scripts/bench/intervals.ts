import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { closeLater } from './closing.ts'
import type { Business } from './seed.ts'
import { endChild, type Server } from './servers.ts'

/** What the load generator saw in one interval. */
export interface Interval {
  readonly errors: number
  readonly latencies: readonly number[]
}

export interface RunningLoad {
  /** Rejects when the generator ended. */
  nextInterval(): Promise<Interval>
  stop(): Promise<void>
}

const FOR_EVER_SECONDS = 3_600
const WARM_SECONDS = 2

/** A closed loop of purchases that goes on until it is stopped; it tells what it sees every second. */
export function startLoad(server: Server, business: Business, connections: number): RunningLoad {
  const settings = {
    ports: [server.port],
    ...business,
    connections,
    warmSeconds: WARM_SECONDS,
    seconds: FOR_EVER_SECONDS,
    everySeconds: 1,
  }
  const load = path.join(import.meta.dirname, 'load.ts')
  const args = ['--disable-warning=ExperimentalWarning', load, JSON.stringify(settings)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  closeLater(() => endChild(child))
  const lines = linesOf(child)
  return {
    nextInterval: async () => {
      for (;;) {
        const { done, value } = await lines.next()
        if (done) throw new Error('the load generator ended before it was stopped')
        if (value.startsWith('interval ')) return JSON.parse(value.slice('interval '.length))
      }
    },
    stop: () => endChild(child),
  }
}

function linesOf({ stdout }: ChildProcess): AsyncIterator<string> {
  if (!stdout) throw new Error('the load generator says nothing')
  return createInterface({ input: stdout })[Symbol.asyncIterator]()
}
