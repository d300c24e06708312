import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { InvalidState, invalidField, missingField, notFound } from '../kit/error.ts'
import type { Catalogues } from '../purchases/index.ts'
import type { CancellationReason } from './cancellation-reason.ts'
import { findReason, pageOfReasons } from './cancellation-reasons.store.ts'
import { completeOrder } from './complete-order.ts'
import { type Order, standingIn } from './order.ts'
import { isReady, type OrderStage } from './order-stage.ts'
import { defaultStage, ensureStages, findStage } from './order-stages.store.ts'
import { type Move, movesFrom, type OrderState, stateAfter, wayToStage } from './order-states.ts'
import { findOrder, saveOrder } from './orders.store.ts'
import { ordererOf } from './price-line.ts'
import { holdLonger, releaseFunds } from './wallet-funds.ts'

export interface Asked {
  readonly action: Move | 'MARK_FAVORITE'
  /** With CANCEL. */
  readonly reason?: string | undefined
}

/** Moves an order on. What led to its present state is done already: it is answered as before and changes nothing. */
export async function actOnOrder(
  work: Work,
  catalogues: Catalogues,
  { name, action, reason }: Asked & { readonly name: string },
): Promise<Order> {
  const order = await lockOrder(work, name)
  if (action === 'MARK_FAVORITE') return markFavorite(work, order)
  if (action !== 'CANCEL') requireShop(work, action)
  const next = stateAfter(order.state, action)
  if (next === undefined) throw notFrom(order, action)
  if (next === order.state) return order
  switch (action) {
    case 'START_PROGRESS':
      return startOrder(work, order)
    case 'COMPLETE':
      return completeOrder(work, catalogues, { order, stage: await defaultStage(work, 'COMPLETED') })
    case 'CANCEL':
      return cancelOrder(work, order, reason)
  }
}

/** What is handed over, and what is awarded with it, the shop says; a contact may take an order back. */
export function requireShop({ actor }: Work, action: string): void {
  if (ordererOf(actor) === 'SHOP') return
  throw InvalidState({
    parameters: ['order', action],
    detail: `${action} is for the shop that fulfils the order; a contact may cancel it until it is started.`,
  })
}

export async function lockOrder(work: Work, name: string): Promise<Order> {
  const order = await findOrder(work, name, { lock: true })
  if (!order) throw notFound('order', name)
  return order
}

function notFrom({ number, state }: Order, action: string): Error {
  const moves = movesFrom(state)
  const possible = moves.length === 0 ? 'it is final' : `possible are ${moves.join(', ')}`
  return InvalidState({
    parameters: ['order', number, state, action],
    detail: `The order ${number} is ${state}, from where ${action} does not lead; ${possible}.`,
  })
}

async function markFavorite(work: Work, order: Order): Promise<Order> {
  if (order.isFavorite) return order
  const marked = { ...order, isFavorite: true }
  await saveOrder(work, marked)
  return marked
}

async function startOrder(work: Work, order: Order, wanted?: OrderStage): Promise<Order> {
  const stage = wanted ?? (await defaultStage(work, 'IN_PROGRESS'))
  const started: Order = {
    ...order,
    state: 'IN_PROGRESS',
    ...standingIn(order, stage?.id, work.at),
    // Of an order that was held up in between, since when it was worked on first.
    startedAt: order.startedAt ?? work.at,
  }
  await saveOrder(work, started)
  await holdLonger(work, started)
  await record(work, 'order.started', order.id)
  if (stage && isReady(stage)) await record(work, 'order.ready', order.id)
  return started
}

async function cancelOrder(work: Work, order: Order, sent: string | undefined): Promise<Order> {
  const isOwn = ordererOf(work.actor) === 'CONTACT'
  if (isOwn && order.state === 'IN_PROGRESS') throw startedAlready(order)
  const reason = await reasonOf(work, sent, isOwn)
  const stage = await defaultStage(work, 'CANCELLED')
  const cancelled: Order = {
    ...order,
    state: 'CANCELLED',
    ...standingIn(order, stage?.id, work.at),
    cancelledAt: work.at,
    cancellationReason: reason.id,
  }
  await saveOrder(work, cancelled)
  await releaseFunds(work, order)
  await record(work, 'order.cancelled', order.id)
  return cancelled
}

/** Contacts need not say why; they changed their mind, or whatever the business calls it. */
async function reasonOf(work: Work, sent: string | undefined, isOwn: boolean): Promise<CancellationReason> {
  if (sent === undefined && isOwn) {
    const active = await pageOfReasons(work, { state: 'ACTIVE', search: undefined }, ALL_REASONS)
    const own = active.find(({ code }) => code === 'CHANGED_MIND') ?? active[0]
    if (own) return own
  }
  if (sent === undefined) {
    throw missingField('cancellation_reason_id', 'one of GET order_cancellation_reasons is needed to cancel')
  }
  const reason = await findReason(work, sent)
  if (!reason) throw notFound('order_cancellation_reason', sent)
  if (reason.state === 'ACTIVE') return reason
  throw invalidField(
    'cancellation_reason_id',
    `"${reason.name}", which is INACTIVE`,
    'an active one is needed',
  )
}

// The default comes first.
const ALL_REASONS = { page: 1, size: 500, order: 'ASC' } as const

function startedAlready({ number }: Order): Error {
  return InvalidState({
    parameters: ['order', number, 'IN_PROGRESS', 'CANCEL'],
    detail: `The order ${number} is being made already; ask the shop to cancel it.`,
  })
}

/** Puts an order into a stage; one of another state is reached as by the action that leads there. */
export async function moveToStage(
  work: Work,
  catalogues: Catalogues,
  { name, stage: wanted }: { readonly name: string; readonly stage: string },
): Promise<Order> {
  requireShop(work, 'stage_id')
  const order = await lockOrder(work, name)
  await ensureStages(work)
  const stage = await findStage(work, wanted)
  if (!stage) throw notFound('order_stage', wanted)
  const way = wayToStage(order.state, stage.state)
  switch (way) {
    case undefined:
    case 'CANCEL':
      throw notToStage(order, stage)
    case 'START_PROGRESS':
      return startOrder(work, order, stage)
    case 'COMPLETE':
      return completeOrder(work, catalogues, { order, stage })
    case 'HOLD':
      return standIn(work, { ...order, state: 'ON_HOLD' }, stage)
    case 'STAY':
      return order.stage === stage.id ? order : standIn(work, order, stage)
  }
}

async function standIn(work: Work, order: Order, stage: OrderStage): Promise<Order> {
  const standing = { ...order, ...standingIn(order, stage.id, work.at) }
  await saveOrder(work, standing)
  await record(work, 'order.updated', order.id)
  if (isReady(stage)) await record(work, 'order.ready', order.id)
  return standing
}

function notToStage({ number, state }: Order, { name, state: wanted }: OrderStage): Error {
  const way = WAYS[wanted]
  return InvalidState({
    parameters: ['order', number, state, wanted],
    detail: `The order ${number} is ${state}; "${name}" is a stage of ${wanted}${way}.`,
  })
}

const WAYS: Readonly<Record<OrderState, string>> = {
  NEW: ', to which no order goes back',
  ON_HOLD: ', in which open orders are held up',
  IN_PROGRESS: ', which follows on NEW and ON_HOLD',
  COMPLETED: ', which follows on NEW and IN_PROGRESS',
  CANCELLED: '; cancel it with PUT orders/{id}/actions, which takes the reason',
}
