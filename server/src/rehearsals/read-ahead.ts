import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ReadingJob, ReadPage } from './history-reader.ts'
import type { PackedPage } from './packed-bytes.ts'
import { textListener } from './told-texts.ts'

/** A history that a thread of its own reads: the next pages while this one is judged. */
export interface HistoryAhead {
  /** The pages from the first to the last; asked for once. */
  pages(): AsyncIterable<PackedPage>
  close(): Promise<unknown>
}

const PAGES_AHEAD = 4

/** Starts the thread, which makes itself ready and reads the first page. */
export function readAhead(job: ReadingJob): HistoryAhead {
  const reader = new Worker(new URL('./history-reader.ts', import.meta.url), {
    workerData: job,
    // Rows live until their page is packed: collected young, they cost little.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  })
  return {
    pages: async function* () {
      const messages: AsyncIterable<readonly ReadPage[]> = on(reader, 'message', { close: ['exit'] })
      const listen = textListener()
      for (let asked = 0; asked < PAGES_AHEAD; asked++) reader.postMessage('NEXT')
      for await (const [page] of messages) {
        if (!page) return
        reader.postMessage('NEXT')
        yield listen(page)
      }
      throw new Error('the thread that reads the history ended before its end')
    },
    close: () => reader.terminate(),
  }
}
