import { Worker } from 'node:worker_threads'
import { Busy } from '../../kit/error.ts'
import type { LintJob } from './lint-worker.ts'
import type { FindingReply } from './show-finding.ts'

export type LintBeside = (job: LintJob) => Promise<readonly FindingReply[]>

// A till's answer waits for no lint as long as there is a core for both.
const MOST_AT_ONCE = 2

/** Lints in threads of their own, a few at once. */
export function openLinting(): LintBeside {
  let running = 0
  return async (job) => {
    if (running >= MOST_AT_ONCE) {
      throw Busy({ detail: `${running} offers are being linted already.`, retryAfterSeconds: 2 })
    }
    running += 1
    try {
      return await lintIn(new Worker(new URL('./lint-worker.ts', import.meta.url), { workerData: job }))
    } finally {
      running -= 1
    }
  }
}

function lintIn(worker: Worker): Promise<readonly FindingReply[]> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the lint ended without findings (${code})`)))
  })
}
