import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../db/index.ts'
import { packAhead } from './pack-ahead.ts'

export interface PackingJob {
  readonly url: string
  readonly size: number | undefined
}

const RESTS_TIMES = 4

async function main({ url, size }: PackingJob): Promise<void> {
  const database = openDatabase(url, { connections: 1, documentsAsText: true })
  try {
    parentPort?.postMessage(await packAhead(database.query, { size, restsTimes: RESTS_TIMES }))
  } finally {
    await database.close()
  }
}

await main(workerData)
