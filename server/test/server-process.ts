import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { TestServer } from './harness.ts'

const cli = fileURLToPath(new URL('../src/main/cli.ts', import.meta.url))

/** A server in a process of its own, which can be killed as a machine that fails would. */
export interface ServerProcess {
  readonly url: string
  /** kill -9; harmless when it has ended. */
  kill(): Promise<void>
}

/** Starts one on the database of a test's server. */
export async function startProcess({
  database,
  secret,
}: Pick<TestServer, 'database' | 'secret'>): Promise<ServerProcess> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillback-process-'))
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', cli, 'start', '--json', '--port', '0'],
    {
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: database.url,
        TILLBACK_RATE_LIMITS: 'off',
        TILLBACK_DATA_DIR: folder,
        TILLBACK_SECRET: secret.toString('hex'),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  for await (const line of createInterface({ input: child.stdout })) {
    const told: { readonly ready?: boolean; readonly url?: string } = line.startsWith('{')
      ? JSON.parse(line)
      : {}
    if (told.ready && told.url) return { url: told.url, kill }
  }
  await kill()
  throw new Error('the server ended before it was ready')
}
