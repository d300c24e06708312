import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../db/index.ts'
import type { Span } from './history.store.ts'
import { historyPages } from './history-pages.ts'
import { pageOfBytes } from './packed-bytes.ts'
import { type ToldPage, textTeller } from './told-texts.ts'

// To read a history and pack it takes half as much computing as judging it: it has a thread of its own, some pages ahead of the
// one that judges. The thread loads nothing but this, so that it is ready at once.

export interface ReadingJob {
  readonly url: string
  readonly span: Span
}

/** Asked for with every message; undefined: there is no more. */
export type ReadPage = ToldPage | undefined

/** Waits for the next message that asks for a page. */
function asking(port: NonNullable<typeof parentPort>): () => Promise<void> {
  let asked = 0
  let wake = () => {}
  port.on('message', () => {
    asked += 1
    wake()
  })
  return async () => {
    while (asked === 0) {
      const { promise, resolve } = Promise.withResolvers<void>()
      wake = resolve
      await promise
    }
    asked -= 1
  }
}

async function main({ url, span }: ReadingJob): Promise<void> {
  const port = parentPort
  if (!port) return
  const asked = asking(port)
  const database = openDatabase(url, { connections: 1, documentsAsText: true })
  const tell = textTeller()
  for await (const bytes of historyPages(database.query, span)) {
    const page = tell(pageOfBytes(bytes))
    await asked()
    port.postMessage(page satisfies ReadPage, [bytes.buffer, page.names.buffer])
  }
  port.postMessage(undefined)
  port.close()
  await database.close()
}

await main(workerData)
