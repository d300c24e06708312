import { Worker } from 'node:worker_threads'
import { MINUTE } from '../kit/time.ts'
import type { ReplayJob, ReplayMessage, ReplayOrder } from './replay-worker.ts'

type Result = Readonly<Record<string, unknown>>

/** A thread that judges histories, one job at a time. */
export interface ReplayThread {
  run(job: ReplayJob, progress: (done: number, total: number) => void): Promise<Result>
  readonly cancel: () => void
  /** After its job: it rests for the next, unless another rests already or it has ended. */
  giveBack(): void
}

interface Waiting {
  readonly progress: (done: number, total: number) => void
  readonly resolve: (result: Result) => void
  readonly reject: (error: Error) => void
}

interface Resting {
  readonly thread: ReplayThread
  /** Takes it out of its rest. */
  readonly wake: () => void
}

const KEPT_MS = 5 * MINUTE

// One of the whole process: whoever tries one draft after another does not wait for V8 to compile the engine each time.
let resting: Resting | undefined

/** The one that rests, or a new one. */
export function takeThread(): ReplayThread {
  const ready = resting
  resting = undefined
  ready?.wake()
  return ready?.thread ?? newThread()
}

function newThread(): ReplayThread {
  const worker = new Worker(new URL('./replay-worker.ts', import.meta.url), {
    // Most of what a replay makes lives for one purchase: collected young, it costs little.
    resourceLimits: { maxYoungGenerationSizeMb: 128 },
  })
  let waiting: Waiting | undefined
  let hasEnded = false
  const end = (error: Error) => {
    hasEnded = true
    if (resting?.thread === thread) resting = undefined
    waiting?.reject(error)
  }
  worker.on('message', (message: ReplayMessage) => {
    if (message.kind === 'PROGRESS') waiting?.progress(message.done, message.total)
    else waiting?.resolve(message.result)
  })
  worker.on('error', end)
  worker.on('exit', (code) => end(new Error(`the replay ended without a result (${code})`)))
  const tell = (order: ReplayOrder) => worker.postMessage(order)

  const thread: ReplayThread = {
    run: (job, progress) =>
      new Promise<Result>((resolve, reject) => {
        waiting = { progress, resolve, reject }
        tell({ kind: 'JOB', job })
      }).finally(() => {
        waiting = undefined
      }),
    cancel: () => tell({ kind: 'CANCEL' }),
    giveBack: () => {
      if (hasEnded) return
      if (resting) return void worker.terminate()
      // It keeps nobody from ending.
      worker.unref()
      const over = setTimeout(() => void worker.terminate(), KEPT_MS).unref()
      const wake = () => {
        clearTimeout(over)
        worker.ref()
      }
      resting = { thread, wake }
    },
  }
  return thread
}
