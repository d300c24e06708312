import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../db/index.ts'
import { offerTerms } from '../engine/index.ts'
import { openCatalogues } from '../purchases/index.ts'
import { readAhead } from './read-ahead.ts'
import { replay } from './replay.ts'

// Judging a long history again takes seconds of computing: it runs beside the thread that answers requests.

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

async function main(job: ReplayJob): Promise<void> {
  const send = (message: ReplayMessage) => parentPort?.postMessage(message)
  const [from, to] = [dateOf(job.from), dateOf(job.to)]
  const history = readAhead({ url: job.url, span: { tenant: job.tenant, from, to } })
  const database = openDatabase(job.url, { connections: 2 })
  const catalogues = openCatalogues(job.url)
  let isCancelled = false
  parentPort?.once('message', () => {
    isCancelled = true
  })
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
    parentPort?.close()
    await history.close()
    await catalogues.close()
    await database.close()
  }
}

function dateOf(milliseconds: number | undefined): Date | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds)
}

await main(workerData)
