import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { isAway, type Runner } from '../db/index.ts'
import type { Actor } from '../kit/actor.ts'
import { Refusal } from '../kit/error.ts'
import type { ProcessId } from '../kit/id.ts'
import type { Clock } from '../kit/time.ts'
import { keepLease } from './lease.ts'
import type { JsonObject } from './process.ts'
import { type Claim, type Ending, end, type Progress, release, renew } from './runs.store.ts'

/** What a kind's code gets for one run. */
export interface ProcessContext {
  readonly process: ProcessId
  /** The business, held to the merchant or venue to which whoever started the process is bound. */
  readonly actor: Actor
  readonly input: JsonObject
  /** What an earlier run left; undefined: begin at the beginning. */
  readonly checkpoint: JsonObject | undefined
  /**
   * Tells how far the run is; written at the next heartbeat, so it may be called as often as wanted. A checkpoint is what a
   * later run needs to go on from here, and is not changed afterwards. Never throws.
   */
  progress(done: number, total: number, checkpoint?: JsonObject): void
  /**
   * Aborted when the process is cancelled, the server stops, or another server may take over. The run then ends soon, by
   * throwing or by returning; what it returns is not kept.
   */
  readonly signal: AbortSignal
}

/** The code of a kind. What it returns is the result; a Refusal that it throws tells people why it failed. */
export type RunProcess = (context: ProcessContext) => Promise<JsonObject>

export interface Pace {
  readonly pollMs: number
  readonly heartbeatMs: number
  readonly leaseMs: number
  /** How long a stop waits for runs to end; what has not ended then is taken over when its lease is over. */
  readonly stopMs: number
}

export interface RunOptions {
  readonly sql: Runner
  readonly clock: Clock
  readonly log: Logger
  readonly pace: Pace
}

export interface Run {
  /** Never rejects. */
  readonly ended: Promise<void>
  stop(): void
}

/** Runs one claimed process and writes what came of it. */
export function runProcess(claim: Claim, run: RunProcess, { sql, clock, log, pace }: RunOptions): Run {
  const aborting = new AbortController()
  const { signal } = aborting
  const known = knownProgress(claim)
  let isStopped = false

  const heartbeat = async () => {
    const progress = known.latest()
    const state = await renew(sql, claim, { progress, at: clock(claim.tenant), leaseMs: pace.leaseMs })
    known.saved(progress)
    return state
  }
  const lease = keepLease({
    ...pace,
    renew: heartbeat,
    end: () => aborting.abort(),
    onError: (err) => isAway(err) || log.warn({ process: claim.id, err }, 'a heartbeat failed'),
  })

  // Only an end that this server asked for is not the process's own doing.
  const giveBack = () =>
    retried(() => release(sql, claim, { progress: known.latest(), counts: !isStopped }), pace.heartbeatMs)
  const finish = async (ending: Ending) => {
    lease.letGo()
    const write = () => end(sql, claim, { progress: known.latest(), ending, at: clock(claim.tenant) })
    if (!(await retried(write, pace.heartbeatMs))) await giveBack()
  }
  const settle = async (): Promise<void> => {
    try {
      const { id: process, actor, input, checkpoint } = claim
      const result = await run({ process, actor, input, checkpoint, progress: known.tell, signal })
      // A run that was told to end may return what it has so far, which is not the result.
      if (signal.aborted) return giveBack()
      await finish({ state: 'COMPLETED', result })
    } catch (error) {
      if (signal.aborted || isAway(error)) return giveBack()
      if (!(error instanceof Refusal)) {
        log.error({ process: claim.id, kind: claim.kind, err: error }, 'a process failed')
      }
      await finish({ state: 'FAILED', error: reasonOf(error, claim.id) })
    }
  }
  const ended = settle()
    .catch((err: unknown) => log.error({ process: claim.id, err }, 'the end of a process was not written'))
    .finally(lease.letGo)
  const stop = () => {
    isStopped = true
    aborting.abort()
  }
  return { ended, stop }
}

interface KnownProgress {
  readonly tell: ProcessContext['progress']
  /** With the checkpoint only if it is not stored yet. */
  readonly latest: () => Progress
  readonly saved: (progress: Progress) => void
}

function knownProgress({ done, total }: Claim): KnownProgress {
  let latest: Progress = { done, total, checkpoint: undefined }
  return {
    tell: (done, total, checkpoint = latest.checkpoint) => {
      latest = { done: Math.max(0, Math.floor(done)), total: Math.max(0, Math.floor(total)), checkpoint }
    },
    latest: () => latest,
    saved: ({ checkpoint }) => {
      if (latest.checkpoint === checkpoint) latest = { ...latest, checkpoint: undefined }
    },
  }
}

const TRIES = 5

/** What was written twice is written once: each statement asks for the lease, which the first one ends. */
async function retried<Done>(statement: () => Promise<Done>, pauseMs: number): Promise<Done> {
  for (let tries = 1; ; tries++) {
    try {
      return await statement()
    } catch (error) {
      if (tries >= TRIES || !isAway(error)) throw error
      await sleep(pauseMs)
    }
  }
}

function reasonOf(error: unknown, id: ProcessId): string {
  if (error instanceof Refusal) return error.message
  return `Something went wrong on our side. RESUME tries again; if it stays, report the process id ${id}.`
}
