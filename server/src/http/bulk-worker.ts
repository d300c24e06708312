import { parentPort } from 'node:worker_threads'
import { InvalidValue, Refusal } from '../kit/error.ts'
import type { BulkAnswer, BulkQuestion } from './bulk-reader.ts'
import { readBulk } from './read-bulk.ts'

// Reading some megabytes takes longer than other requests should wait: it is done beside the thread that answers them.

function answer({ id, bytes, format, limits }: BulkQuestion): void {
  try {
    const read = readBulk(bytes, format, limits)
    const told: BulkAnswer = { id, read }
    const moved = read.parts.map(({ rows }) => rows.buffer).filter((buffer) => buffer instanceof ArrayBuffer)
    parentPort?.postMessage(told, moved)
  } catch (error) {
    const told: BulkAnswer =
      error instanceof Refusal
        ? { id, refused: { isValue: error.kind === InvalidValue.kind, facts: error.facts } }
        : { id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    parentPort?.postMessage(told)
  }
}

parentPort?.on('message', answer)
