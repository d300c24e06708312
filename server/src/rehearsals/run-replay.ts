import { Worker } from 'node:worker_threads'
import type { RunProcess } from '../processes/index.ts'
import type { ReplayJob, ReplayMessage } from './replay-worker.ts'
import { replayInput } from './start-replay.ts'

export const REPLAY_KIND = 'REPLAY'

/** Runs a replay in a thread of its own, with connections of its own. */
export function replayRunner(url: string): RunProcess {
  return ({ actor, input, progress, signal }) => {
    const { offer, terms, from, to } = replayInput.parse(input)
    const job: ReplayJob = { url, tenant: actor.tenant, offer, terms, from, to }
    const worker = new Worker(new URL('./replay-worker.ts', import.meta.url), {
      workerData: job,
      // Most of what a replay makes lives for one purchase: collected young, it costs little.
      resourceLimits: { maxYoungGenerationSizeMb: 128 },
    })
    const cancel = () => worker.postMessage('CANCEL')
    signal.addEventListener('abort', cancel, { once: true })
    return new Promise<Readonly<Record<string, unknown>>>((resolve, reject) => {
      worker.on('message', (message: ReplayMessage) => {
        if (message.kind === 'PROGRESS') progress(message.done, message.total)
        else resolve(message.result)
      })
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`the replay ended without a result (${code})`)))
    }).finally(() => signal.removeEventListener('abort', cancel))
  }
}
