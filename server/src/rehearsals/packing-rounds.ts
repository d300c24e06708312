import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import { type Database, openRounds, type Rounds } from '../db/index.ts'
import type { PackingJob } from './packing-worker.ts'
import { unpackedPages } from './unpacked.store.ts'

interface PackingRoundsOptions {
  readonly database: Database
  readonly log: Logger
  readonly everyMs: number
  /** Of a page; left out: as many as a replay reads at once. */
  readonly size?: number
}

/** Packs histories as they grow, a page at a time, in a thread that is there only while there is something to pack. */
export function openPackingRounds({ database, log, everyMs, size }: PackingRoundsOptions): Rounds {
  let worker: Worker | undefined
  const run = async () => {
    const unpacked = await unpackedPages(database.query, { size })
    if (unpacked.length === 0) return
    worker = new Worker(new URL('./packing-worker.ts', import.meta.url), {
      workerData: { url: database.url, size } satisfies PackingJob,
      // Rows live until their page is packed: collected young, they cost little.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    })
    await ended(worker)
  }
  const rounds = openRounds({ log, everyMs, of: 'packing histories', run })
  return {
    close: async () => {
      // Half a page is none: it is packed again.
      await worker?.terminate()
      await rounds.close()
    },
  }
}

function ended(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', () => resolve())
  })
}
