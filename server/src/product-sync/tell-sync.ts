import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { idOf, type ProcessId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { getProcess, MOST_REJECTED_TOLD, type ProcessReply, type TellRows } from '../processes/index.ts'
import type { RefusedRowReply, SyncReply } from './product-sync.api.ts'
import { SYNC_KIND } from './start-sync.ts'
import type { Rejection } from './sync-row.ts'
import { rejectedOf, totalsOf } from './told.store.ts'

/** What processes tell of the rows of synchronisations. */
export const tellSyncs: TellRows = {
  totalsOf: ({ sql, actor }, processes) => totalsOf(sql, actor.tenant, processes),
  rejectedOf: async ({ sql, actor }, process) =>
    shown(
      await rejectedOf(sql, { tenant: actor.tenant, sync: process }, { most: MOST_REJECTED_TOLD, skip: 0 }),
    ),
}

export async function getSync(work: Work, id: string): Promise<SyncReply> {
  const { kind, state, done, totals, started_on, heartbeat_on, completed_on, rejected, ...process } =
    await findSync(work, id)
  return {
    id: process.id,
    kind,
    state,
    totals: present(totals, 'a synchronisation has totals'),
    done,
    started_on,
    heartbeat_on,
    completed_on,
    rejected: present(rejected, 'a synchronisation tells what it refused'),
  }
}

export interface RejectedQuery {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
}

export async function listRejected(
  work: Work,
  id: string,
  { page, size, include_total }: RejectedQuery,
): Promise<Page<RefusedRowReply>> {
  const process = await findSync(work, id)
  const key = { tenant: work.actor.tenant, sync: idOf<ProcessId>(process.id) }
  const rows = await rejectedOf(work.sql, key, { most: size + 1, skip: (page - 1) * size })
  const total = include_total ? (process.totals?.rejected ?? 0) : null
  const show = (each: Rejection) => ({ ...showRejection(each), row: each.row ?? null })
  return pageOf({ page, size, includeTotal: include_total }, rows, show, total)
}

async function findSync(work: Work, id: string): Promise<ProcessReply> {
  const process = await getProcess(work, id, tellSyncs)
  if (process.kind !== SYNC_KIND) throw notFound('process', id)
  return process
}

function shown(rejections: readonly Rejection[]) {
  return rejections.map(showRejection)
}

function showRejection({ parameters, row: _, ...rest }: Rejection) {
  return { ...rest, parameters: [...parameters] }
}
