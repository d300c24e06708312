import type { Work } from '../db/index.ts'
import { newId, type ProcessId } from '../kit/id.ts'
import type { JsonObject } from './process.ts'
import { insertProcess } from './processes.store.ts'

export interface NewProcess {
  readonly kind: string
  readonly input: JsonObject
}

/**
 * Starts a process in the caller's transaction: it is there exactly if what it belongs to is. It is begun by whichever server
 * looks first, within a second; `wake()` after the commit makes this one look at once.
 */
export async function startProcess(work: Work, { kind, input }: NewProcess): Promise<ProcessId> {
  const id = newId<ProcessId>()
  await insertProcess(work, { id, kind, input })
  return id
}
