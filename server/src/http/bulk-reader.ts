import { Worker } from 'node:worker_threads'
import { InvalidValue, type RefusalFacts, RequiredField } from '../kit/error.ts'
import type { BulkFormat, BulkLimits, BulkRows } from './read-bulk.ts'

export interface BulkQuestion {
  readonly id: number
  readonly bytes: Uint8Array
  readonly format: BulkFormat
  readonly limits: BulkLimits
}

export type BulkAnswer =
  | { readonly id: number; readonly read: BulkRows }
  | { readonly id: number; readonly refused: { readonly isValue: boolean; readonly facts: RefusalFacts } }
  | { readonly id: number; readonly failed: string }

/** Reads bodies of many rows in a thread of its own, which is there only while there is something to read. */
export interface BulkReader {
  read(bytes: Uint8Array, format: BulkFormat, limits: BulkLimits): Promise<BulkRows>
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (rows: BulkRows) => void
  readonly reject: (error: Error) => void
}

const IDLE_MS = 30_000
const MOST_HEAP_MB = 1_024

export function openBulkReader(): BulkReader {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let asked = 0

  const start = () => {
    const started = new Worker(new URL('./bulk-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    })
    started.unref()
    started.on('message', settle)
    const lost = (error: Error) => {
      if (worker === started) worker = undefined
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    started.on('error', lost)
    started.on('exit', (code) => lost(new Error(`the reader of bodies ended (${code})`)))
    return started
  }

  const settle = (answer: BulkAnswer) => {
    const asker = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0) idle = setTimeout(stop, IDLE_MS).unref()
    if ('read' in answer) asker?.resolve(answer.read)
    else if ('failed' in answer) asker?.reject(new Error(answer.failed))
    else asker?.reject((answer.refused.isValue ? InvalidValue : RequiredField)(answer.refused.facts))
  }

  const stop = async () => {
    clearTimeout(idle)
    const ending = worker
    worker = undefined
    await ending?.terminate()
  }

  return {
    read: (bytes, format, limits) => {
      clearTimeout(idle)
      worker ??= start()
      asked += 1
      // A copy of its own: what is handed over is lost here, and a small body shares its memory with others.
      const own = new Uint8Array(bytes)
      const question: BulkQuestion = { id: asked, bytes: own, format, limits }
      const { promise, resolve, reject } = Promise.withResolvers<BulkRows>()
      waiting.set(asked, { resolve, reject })
      worker.postMessage(question, [own.buffer])
      return promise
    },
    close: stop,
  }
}
