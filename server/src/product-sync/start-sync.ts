import type { Work } from '../db/index.ts'
import type { BulkRows } from '../http/index.ts'
import type { ProcessId, ProductFeedId } from '../kit/id.ts'
import { type JsonObject, startProcess } from '../processes/index.ts'
import { insertParts, insertSync } from './product-sync.store.ts'
import { LISTS } from './sync-row.ts'

export const SYNC_KIND = 'PRODUCT_SYNC'

/** Who told the rows: somebody who sent them, perhaps only to see what would come of them, or a feed, by its id. */
export type Teller =
  | { readonly source: 'SYNC'; readonly isTrial: boolean }
  | { readonly source: 'FEED'; readonly of: ProductFeedId }

/** Keeps the rows and starts the process that applies them. */
export async function startSync(
  work: Work,
  { parts }: Pick<BulkRows, 'parts'>,
  teller: Teller,
): Promise<ProcessId> {
  const rowsOf = (list: string) => parts.reduce((sum, part) => sum + (part.list === list ? part.count : 0), 0)
  const counts = LISTS.map((list) => [list, rowsOf(list)] as const).filter(([, rows]) => rows > 0)
  const input = { ...aboutTeller(teller), ...Object.fromEntries(counts) }
  const id = await startProcess(work, { kind: SYNC_KIND, input })
  const { source } = teller
  await insertSync(work, { id, source, received: counts.reduce((sum, [, rows]) => sum + rows, 0) })
  await insertParts(
    work,
    id,
    parts.map((part, index) => ({ ...part, part: index })),
  )
  return id
}

function aboutTeller(teller: Teller): JsonObject {
  if (teller.source === 'FEED') return { feed: teller.of }
  return teller.isTrial ? { simulate: true } : {}
}

/** Whether a process only finds out what would come of its rows. */
export function keepsNothing(input: JsonObject): boolean {
  return input.simulate === true
}
