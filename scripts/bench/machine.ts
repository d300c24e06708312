import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'

const TICKS_A_SECOND = 100
const PAGE_BYTES = 4096

interface Stat {
  readonly parent: number
  readonly own: number
  readonly ended: number
}

/** CPU seconds of a process, and of its children that ended and were waited for. */
function statOf(pid: number | string): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const seconds = (...places: readonly number[]) =>
      places.reduce((sum, place) => sum + Number(fields[place] ?? 0), 0) / TICKS_A_SECOND
    return { parent: Number(fields[1] ?? 0), own: seconds(11, 12), ended: seconds(13, 14) }
  } catch {
    return undefined
  }
}

export function cpuSecondsOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (statOf(pid)?.own ?? 0), 0)
}

/** Of the postmaster and every backend, those that ended included, so that it never goes back. */
export function cpuSecondsOfTree(root: number): number {
  const stat = statOf(root)
  if (!stat) return 0
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(name))
    .filter((each) => each?.parent === root)
  return children.reduce((sum, child) => sum + (child?.own ?? 0), stat.own + stat.ended)
}

export function parentOf(pid: number): number | undefined {
  return statOf(pid)?.parent
}

export function residentMegabytes(pid: number): number {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES) / 1e6
  } catch {
    return 0
  }
}

/** CPU seconds of the whole machine spent on anything, to see how much of it was not ours. */
export function busySeconds(): number {
  try {
    const [first = ''] = readFileSync('/proc/stat', 'utf8').split('\n')
    const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = first
      .trim()
      .split(/\s+/)
      .slice(1)
      .map(Number)
    return (user + nice + system + irq + softirq) / TICKS_A_SECOND
  } catch {
    return 0
  }
}

export function describeMachine(): string {
  const all = cpus()
  const model = all[0]?.model.trim() ?? 'unknown CPU'
  return `${all.length} × ${model}, ${process.platform} ${process.arch}, Node ${process.version}`
}
