import type { Work } from '../db/index.ts'
import { Forbidden, type wire } from '../http/index.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { boundsOf } from '../kit/wire.ts'
import type { Change, Line } from './act.ts'
import type { ActReply } from './audit.api.ts'
import { countActs, pageOfActs } from './audit.store.ts'

export interface ActQuery {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
  readonly date?: wire.TimeRange | undefined
  readonly by_id?: string | undefined
  readonly by_kind?: 'KEY' | 'USER' | undefined
  readonly operation?: string | undefined
  readonly target_id?: string | undefined
}

export async function listActs(work: Work, query: ActQuery): Promise<Page<ActReply>> {
  if (work.actor.within !== undefined) {
    throw Forbidden({
      parameters: ['organisation'],
      detail: 'The log is of the whole business; this key is of one merchant or venue.',
    })
  }
  const { page, size, order, include_total: includeTotal } = query
  const filter = {
    ...boundsOf(query.date),
    by: query.by_id,
    kind: query.by_kind,
    operation: query.operation,
    target: query.target_id,
  }
  const request = { page, size, includeTotal }
  const rows = await pageOfActs(work, filter, { ...request, order })
  return pageOf(request, rows, showAct, includeTotal ? await countActs(work, filter) : null)
}

function showAct({ seq, at, by, operation, target, changes, address, requestId }: Line): ActReply {
  const told: Change[] | undefined = changes === undefined ? undefined : JSON.parse(changes)
  return {
    number: Number(seq),
    date: epochSeconds(at),
    by,
    operation,
    target_id: target ?? null,
    changes: told ?? null,
    address,
    request_id: requestId,
  }
}
