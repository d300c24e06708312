import { Worker } from 'node:worker_threads'
import { Busy } from '../../kit/error.ts'
import type { LintJob } from './lint-worker.ts'
import type { FindingReply } from './show-finding.ts'

export type LintBeside = (job: LintJob) => Promise<readonly FindingReply[]>

// A till's answer waits for no lint as long as there is a core for both.
const MOST_AT_ONCE = 2
/** Whoever writes an offer has it linted again and again: a thread stays so long for the next, which need not load it then. */
const RESTS_MS = 30_000

interface Resting {
  readonly worker: Worker
  readonly until: NodeJS.Timeout
}

/** Lints in threads of their own, a few at once. None holds up the end of the process. */
export function openLinting(): LintBeside {
  let running = 0
  const resting: Resting[] = []
  const rest = (worker: Worker) => {
    const until = setTimeout(() => {
      resting.splice(resting.indexOf(rested), 1)
      void worker.terminate()
    }, RESTS_MS).unref()
    const rested = { worker, until }
    resting.push(rested)
  }
  const waken = () => {
    const rested = resting.pop()
    clearTimeout(rested?.until)
    return rested?.worker ?? startWorker()
  }
  return async (job) => {
    if (running >= MOST_AT_ONCE) {
      throw Busy({ detail: `${running} offers are being linted already.`, retryAfterSeconds: 2 })
    }
    running += 1
    try {
      const worker = waken()
      const findings = await lintIn(worker, job)
      rest(worker)
      return findings
    } finally {
      running -= 1
    }
  }
}

function startWorker(): Worker {
  const worker = new Worker(new URL('./lint-worker.ts', import.meta.url))
  worker.unref()
  return worker
}

/** A job that fails ends its thread. */
function lintIn(worker: Worker, job: LintJob): Promise<readonly FindingReply[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly FindingReply[]>()
  const ended = (code: number) => reject(new Error(`the lint ended without findings (${code})`))
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', ended)
  worker.postMessage(job)
  return promise.finally(() => worker.off('message', resolve).off('error', reject).off('exit', ended))
}
