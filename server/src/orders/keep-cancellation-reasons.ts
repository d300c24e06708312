import type { Work } from '../db/index.ts'
import { alreadyExists, notFound } from '../kit/error.ts'
import { newId, type OrderCancellationReasonId } from '../kit/id.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { codeOfName, requireWholeBusiness } from '../order-catalogues/index.ts'
import type { CancellationReason, ReasonState } from './cancellation-reason.ts'
import type { ReasonBody, ReasonChange, ReasonReply } from './cancellation-reasons.api.ts'
import {
  countReasons,
  ensureReasons,
  findReason,
  isDeletedReason,
  markReasonDeleted,
  pageOfReasons,
  saveReason,
} from './cancellation-reasons.store.ts'

export interface ReasonQuery {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
  readonly include_total: boolean
  readonly state: ReasonState
  readonly search_value?: string | undefined
}

export async function listReasons(work: Work, query: ReasonQuery): Promise<Page<ReasonReply>> {
  await ensureReasons(work)
  const filter = { state: query.state, search: query.search_value }
  const rows = await pageOfReasons(work, filter, query)
  const total = query.include_total ? await countReasons(work, filter) : null
  const { page, size, include_total: includeTotal } = query
  return pageOf({ page, size, includeTotal }, rows, showReason, total)
}

export async function getReason(work: Work, idOrCode: string): Promise<CancellationReason> {
  await ensureReasons(work)
  const reason = await findReason(work, idOrCode)
  if (!reason) throw notFound('order_cancellation_reason', idOrCode)
  return reason
}

export async function createReason(work: Work, body: ReasonBody): Promise<CancellationReason> {
  requireWholeBusiness(work.actor, 'order_cancellation_reason')
  await ensureReasons(work)
  const reason: CancellationReason = {
    id: newId<OrderCancellationReasonId>(),
    code: body.code ?? codeOfName(body.name),
    name: body.name,
    description: body.description ?? undefined,
    isDefault: body.is_default ?? false,
    state: body.state ?? 'ACTIVE',
    createdAt: work.at,
  }
  return keep(work, reason)
}

export async function updateReason(
  work: Work,
  idOrCode: string,
  change: ReasonChange,
): Promise<CancellationReason> {
  requireWholeBusiness(work.actor, 'order_cancellation_reason')
  const before = await getReason(work, idOrCode)
  return keep(work, {
    ...before,
    code: change.code ?? before.code,
    name: change.name ?? before.name,
    description: change.description === undefined ? before.description : (change.description ?? undefined),
    isDefault: change.is_default ?? before.isDefault,
    state: change.state ?? before.state,
  })
}

async function keep(work: Work, reason: CancellationReason): Promise<CancellationReason> {
  const taken = await findReason(work, reason.code)
  if (taken && taken.id !== reason.id) throw alreadyExists('code', reason.code)
  await saveReason(work, reason)
  return reason
}

export async function deleteReason(work: Work, idOrCode: string): Promise<{ readonly id: string }> {
  requireWholeBusiness(work.actor, 'order_cancellation_reason')
  await ensureReasons(work)
  const reason = await findReason(work, idOrCode)
  if (!reason) {
    if (await isDeletedReason(work, idOrCode)) return { id: idOrCode }
    throw notFound('order_cancellation_reason', idOrCode)
  }
  await markReasonDeleted(work, reason.id)
  return { id: reason.id }
}

export function showReason(reason: CancellationReason): ReasonReply {
  const { id, code, name, description, isDefault, state } = reason
  return { id, code, name, description: description ?? null, is_default: isDefault, state }
}
