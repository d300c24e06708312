import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** What a PostgreSQL server notes about itself in its data directory. */
export interface ServerNote {
  readonly pid: number
  readonly port: number
  readonly host: string
  readonly isReady: boolean
}

export const noteFile = (dataDir: string) => path.join(dataDir, 'postmaster.pid')

export function readNote(dataDir: string): ServerNote | undefined {
  if (!existsSync(noteFile(dataDir))) return undefined
  const [pid, , , port, socketDirectory, , , status] = contentOf(noteFile(dataDir)).split('\n')
  if (!pid || !port) return undefined
  const host = socketDirectory || '127.0.0.1'
  return { pid: Number(pid), port: Number(port), host, isReady: status?.trim() === 'ready' }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It lives, but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Whether that process is the server of that directory. A living process with the number from the note
 * proves nothing: after a restart of a container the number often belongs to another program; a dead child
 * that nobody reaped has one too.
 */
export function serves(pid: number, dataDir: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'win32') return true
  return `${commandLineOf(pid)} `.includes(`-D ${dataDir} `)
}

/** Ends the server of a directory in good order and waits until it is gone. */
export async function endServer(dataDir: string): Promise<void> {
  const pid = readNote(dataDir)?.pid
  if (pid === undefined || !serves(pid, dataDir)) return
  process.kill(pid, 'SIGINT')
  while (serves(pid, dataDir)) await sleep(20)
}

function commandLineOf(pid: number): string {
  if (process.platform === 'linux') return contentOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
  return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
}

/** Empty for what is gone: both kinds of file vanish at any moment. */
function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
