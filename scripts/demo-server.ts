import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

export interface DemoFile {
  readonly base_url: string
  readonly test_key: string
  readonly live_key: string
  readonly publishable_test_key: string
  readonly history_shift_days: number
}

export interface DemoServer {
  /** The file that says where the demo is and which keys open it. */
  readonly file: string
  /** Stops the server if it was started here. */
  stop(): Promise<void>
}

/** The demo of the data folder: the server that runs, or one started for as long as it is needed. */
export async function ensureServer(
  folder = path.resolve(process.env.TILLBACK_DATA_DIR ?? '.tillback'),
): Promise<DemoServer> {
  const file = path.join(folder, 'demo.json')
  if (existsSync(file) && (await answers(JSON.parse(readFileSync(file, 'utf8')).base_url))) {
    return { file, stop: async () => {} }
  }
  console.error('no server runs on this data: starting one')
  const child = spawn(process.execPath, ['server/src/main/cli.ts', 'start', '--json', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Nobody else can reach what is started here, and it is driven as fast as it goes.
    env: { TILLBACK_RATE_LIMITS: 'off', ...process.env, TILLBACK_DATA_DIR: folder },
  })
  const exited = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  for await (const line of createInterface({ input: child.stdout })) {
    if (JSON.parse(line).ready) break
  }
  return {
    file,
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}

/** A demo of its own that is gone afterwards, for whoever takes apart what is in it. */
export async function openThrowaway(): Promise<DemoServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tillback-demo-'))
  const server = await ensureServer(folder)
  return {
    file: server.file,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/livez`, { signal: AbortSignal.timeout(2_000) })).status === 200
  } catch {
    return false
  }
}
