import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { closeLater } from './closing.ts'

export interface Server {
  readonly pid: number
  readonly port: number
  /** Ends it in good order; harmless when it ended already. */
  stop(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../..')
const cli = path.join(root, 'server/src/main/cli.ts')
const PATIENCE_MS = 10_000

/** Starts Tillback as `npm start` does, on a database of the bench and any free port. */
export async function startServer(databaseUrl: string, flags: readonly string[]): Promise<Server> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillback-bench-'))
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    TILLBACK_RATE_LIMITS: 'off',
    TILLBACK_DATA_DIR: folder,
    TILLBACK_SECRET: randomBytes(32).toString('hex'),
  }
  const args = ['--disable-warning=ExperimentalWarning', ...flags, cli, 'start', '--json', '--port', '0']
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const stop = async () => {
    await endChild(child)
    rmSync(folder, { recursive: true, force: true })
  }
  closeLater(stop)
  const port = await portOf(child)
  return { pid: child.pid ?? 0, port, stop }
}

async function portOf(child: ChildProcess): Promise<number> {
  if (child.stdout) {
    for await (const line of createInterface({ input: child.stdout })) {
      const ready: { readonly ready?: boolean; readonly url?: string } = JSON.parse(line)
      if (ready.ready && ready.url) return Number(new URL(ready.url).port)
    }
  }
  throw new Error(`the server ended before it was ready (exit code ${child.exitCode})`)
}

/** Asks the process to end, and makes it end when it does not. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  await ended
  clearTimeout(timer)
}
