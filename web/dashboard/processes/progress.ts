import { texts } from '../texts.ts'
import type { Process } from './use-process.ts'

const SILENT_AFTER = 30
const STALLED_AFTER = 120
/** Before this share is done, how long it takes is a guess. */
const KNOWN_FROM = 0.05

export interface Progress {
  readonly says: string
  /** Seconds without a sign of life; undefined: there is one. */
  readonly silence: number | undefined
  readonly isStalled: boolean
}

/** What there is to know of a job, whoever does it. */
export type Facts = Pick<
  Process,
  'state' | 'done' | 'total' | 'started_on' | 'heartbeat_on' | 'completed_on' | 'totals'
>
export type Totals = NonNullable<Process['totals']>

/** How far a job is, from what was counted and from nothing else. */
export function progressOf(process: Facts, now: number, unit: string): Progress {
  const { state, done, total, heartbeat_on, totals } = process
  const isRunning = state === 'IN_PROGRESS'
  const quiet = isRunning && heartbeat_on !== null ? now - heartbeat_on : 0
  const words = texts.process
  const parts = [
    state === 'PENDING' ? words.waiting : words.counted(done, total, unit),
    ...(totals === undefined ? [] : words.totals(totals)),
    ...(isRunning && quiet <= SILENT_AFTER ? pace(process, now, unit) : []),
  ]
  return {
    says: parts.join(' · '),
    silence: quiet > SILENT_AFTER ? quiet : undefined,
    isStalled: quiet > STALLED_AFTER,
  }
}

function pace({ done, total, started_on }: Facts, now: number, unit: string): readonly string[] {
  const seconds = started_on === null ? 0 : now - started_on
  if (seconds < 2 || done === 0) return []
  const words = texts.process
  const rate = words.rate(Math.round(done / seconds), unit)
  if (total === null || done < total * KNOWN_FROM) return [rate]
  return [rate, words.left(Math.ceil((seconds / done) * (total - done)))]
}
