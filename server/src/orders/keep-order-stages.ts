import type { Work } from '../db/index.ts'
import { alreadyExists, InvalidState, invalidField, notFound } from '../kit/error.ts'
import { newId, type OrderStageId } from '../kit/id.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { codeOfName, requireWholeBusiness } from '../order-catalogues/index.ts'
import type { OrderStage } from './order-stage.ts'
import type { StageBody, StageChange, StageReply } from './order-stages.api.ts'
import {
  countStages,
  ensureStages,
  findStage,
  holdStages,
  isDeletedStage,
  isStageInUse,
  markStageDeleted,
  pageOfStages,
  saveStage,
} from './order-stages.store.ts'
import type { OrderState } from './order-states.ts'

export interface StageQuery {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly state?: OrderState | undefined
}

export async function listStages(work: Work, query: StageQuery): Promise<Page<StageReply>> {
  const { page, size, include_total: includeTotal, state } = query
  await ensureStages(work)
  const rows = await pageOfStages(work, { page, size, state })
  const total = includeTotal ? await countStages(work, state) : null
  return pageOf({ page, size, includeTotal }, rows, showStage, total)
}

/** By id or code. */
export async function getStage(work: Work, idOrCode: string): Promise<OrderStage> {
  const stage = await findStage(work, idOrCode)
  if (!stage) throw notFound('order_stage', idOrCode)
  return stage
}

export async function createStage(work: Work, body: StageBody): Promise<OrderStage> {
  await ensureStages(work)
  await holdStages(work)
  return keep(work, {
    id: newId<OrderStageId>(),
    code: body.code ?? codeOfName(body.name),
    name: body.name,
    state: body.state,
    colour: body.colour ?? undefined,
    priority: body.priority ?? 0,
    isDefault: body.is_default ?? false,
    isInitial: body.is_initial ?? false,
    createdAt: work.at,
  })
}

export async function updateStage(work: Work, idOrCode: string, change: StageChange): Promise<OrderStage> {
  await ensureStages(work)
  await holdStages(work)
  const before = await getStage(work, idOrCode)
  return keep(work, {
    ...before,
    code: change.code ?? before.code,
    name: change.name ?? before.name,
    colour: change.colour === undefined ? before.colour : (change.colour ?? undefined),
    priority: change.priority ?? before.priority,
    isDefault: change.is_default ?? before.isDefault,
    isInitial: change.is_initial ?? before.isInitial,
  })
}

async function keep(work: Work, stage: OrderStage): Promise<OrderStage> {
  requireWholeBusiness(work.actor, 'order_stage')
  if (stage.isInitial && stage.state !== 'NEW' && stage.state !== 'ON_HOLD') {
    throw invalidField('is_initial', `true for a stage of ${stage.state}`, 'orders begin as NEW or ON_HOLD')
  }
  const taken = await findStage(work, stage.code)
  if (taken && taken.id !== stage.id) throw alreadyExists('code', stage.code)
  await saveStage(work, stage)
  return stage
}

/** One that is deleted stays so. */
export async function deleteStage(work: Work, idOrCode: string): Promise<{ readonly id: string }> {
  requireWholeBusiness(work.actor, 'order_stage')
  await ensureStages(work)
  const stage = await findStage(work, idOrCode)
  if (!stage) {
    if (await isDeletedStage(work, idOrCode)) return { id: idOrCode }
    throw notFound('order_stage', idOrCode)
  }
  if (await isStageInUse(work, stage.id)) {
    throw InvalidState({
      parameters: ['order_stage', stage.code],
      detail: `Open orders stand in "${stage.name}"; put them into another stage first.`,
    })
  }
  await markStageDeleted(work, stage.id)
  return { id: stage.id }
}

export function showStage({ isDefault, isInitial, colour, ...stage }: OrderStage): StageReply {
  return { ...stage, colour: colour ?? null, is_default: isDefault, is_initial: isInitial }
}
