import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import type { PoolId } from '../kit/id.ts'
import { wireNumber } from '../kit/money.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { findWallet, readPools, walletsMergedInto } from '../wallets/index.ts'
import type { Adjustment, AdjustmentState } from './adjustment.ts'
import type { AdjustmentReply } from './adjustments.api.ts'
import {
  type AdjustmentFilter,
  countAdjustments,
  findAdjustment,
  pageOfAdjustments,
} from './adjustments.store.ts'

interface ListQuery {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
  readonly include_total: boolean
  readonly state?: AdjustmentState | undefined
}

export async function listAdjustments(
  work: Work,
  idOrCode: string,
  query: ListQuery,
): Promise<Page<AdjustmentReply>> {
  const wallets = await walletsMergedInto(work, await findWallet(work, idOrCode))
  return list(work, { wallets, state: query.state }, query)
}

export function listAllAdjustments(work: Work, query: ListQuery): Promise<Page<AdjustmentReply>> {
  return list(work, { state: query.state }, query)
}

async function list(
  work: Work,
  filter: AdjustmentFilter,
  { page, size, order, include_total: includeTotal }: ListQuery,
): Promise<Page<AdjustmentReply>> {
  const rows = await pageOfAdjustments(work, filter, { page, size, order })
  const total = includeTotal ? await countAdjustments(work, filter) : null
  return pageOf({ page, size, includeTotal }, rows, await shower(work), total)
}

export async function getAdjustment(work: Work, idOrReference: string): Promise<AdjustmentReply> {
  const adjustment = await findAdjustment(work, idOrReference)
  if (!adjustment) throw notFound('adjustment', idOrReference)
  const show = await shower(work)
  return show(adjustment)
}

async function shower(work: Work): Promise<(adjustment: Adjustment) => AdjustmentReply> {
  const pools = await readPools(work.db, work.actor.tenant)
  const named = (id: PoolId) => ({ id, name: pools.get(id)?.name ?? '' })
  return (adjustment) => ({
    id: adjustment.id,
    wallet_id: adjustment.wallet,
    type: adjustment.type,
    state: adjustment.state,
    amount: wireNumber(adjustment.amount, adjustment.currency),
    currency_code: adjustment.currency,
    commerce_pool: adjustment.pool === undefined ? null : named(adjustment.pool),
    expires_on: adjustment.expiresAt ? epochSeconds(adjustment.expiresAt) : null,
    reason: adjustment.reason,
    reference_number: adjustment.reference ?? null,
    asked_by: adjustment.askedBy,
    decided_by: adjustment.decidedBy ?? null,
    decision_notes: adjustment.decisionNotes ?? null,
    created_on: epochSeconds(adjustment.createdAt),
    decided_on: adjustment.decidedAt ? epochSeconds(adjustment.decidedAt) : null,
  })
}
