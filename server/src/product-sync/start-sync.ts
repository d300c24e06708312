import type { Work } from '../db/index.ts'
import type { BulkRows } from '../http/index.ts'
import type { ProcessId } from '../kit/id.ts'
import { startProcess } from '../processes/index.ts'
import { insertParts, insertSync } from './product-sync.store.ts'
import { LISTS } from './sync-row.ts'

export const SYNC_KIND = 'PRODUCT_SYNC'

/** Keeps the rows and starts the process that applies them. */
export async function startSync(work: Work, { parts }: BulkRows): Promise<ProcessId> {
  const rowsOf = (list: string) => parts.reduce((sum, part) => sum + (part.list === list ? part.count : 0), 0)
  const counts = LISTS.map((list) => [list, rowsOf(list)] as const).filter(([, rows]) => rows > 0)
  const id = await startProcess(work, { kind: SYNC_KIND, input: Object.fromEntries(counts) })
  await insertSync(work, { id, source: 'SYNC', received: counts.reduce((sum, [, rows]) => sum + rows, 0) })
  await insertParts(
    work,
    id,
    parts.map((part, index) => ({ ...part, part: index })),
  )
  return id
}
