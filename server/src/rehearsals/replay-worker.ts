import { parentPort } from 'node:worker_threads'
import { openDatabase } from '../db/index.ts'
import { offerTerms } from '../engine/index.ts'
import { openCatalogues } from '../purchases/index.ts'
import { readAhead } from './read-ahead.ts'
import { replay } from './replay.ts'

// Judging a long history again takes seconds of computing: it runs beside the thread that answers requests. The thread takes one job
// after another: what V8 has compiled for the first is there for the next.

export interface ReplayJob {
  readonly url: string
  readonly tenant: number
  readonly offer: string | undefined
  readonly terms: object | undefined
  /** Epoch milliseconds. */
  readonly from: number | undefined
  readonly to: number | undefined
}

export type ReplayMessage =
  | { readonly kind: 'PROGRESS'; readonly done: number; readonly total: number }
  | { readonly kind: 'DONE'; readonly result: Readonly<Record<string, unknown>> }

export type ReplayOrder = { readonly kind: 'JOB'; readonly job: ReplayJob } | { readonly kind: 'CANCEL' }

let isCancelled = false

async function run(job: ReplayJob): Promise<void> {
  const [from, to] = [dateOf(job.from), dateOf(job.to)]
  const history = readAhead({ url: job.url, span: { tenant: job.tenant, from, to } })
  const database = openDatabase(job.url, { connections: 2 })
  const catalogues = openCatalogues(job.url)
  try {
    const result = await replay(
      {
        offer: job.offer,
        terms: job.terms && offerTerms.parse(job.terms),
        from,
        to,
      },
      {
        db: database.query,
        catalogue: await catalogues.of(job.tenant),
        history,
        progress: (done, total) => send({ kind: 'PROGRESS', done, total }),
        isCancelled: () => isCancelled,
      },
    )
    send({ kind: 'DONE', result })
  } finally {
    await history.close()
    await catalogues.close()
    await database.close()
  }
}

function dateOf(milliseconds: number | undefined): Date | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds)
}

function send(message: ReplayMessage): void {
  parentPort?.postMessage(message)
}

parentPort?.on('message', (order: ReplayOrder) => {
  isCancelled = order.kind === 'CANCEL'
  if (order.kind === 'JOB') void run(order.job)
})
