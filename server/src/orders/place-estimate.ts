import type { Work } from '../db/index.ts'
import { AlreadyExists, invalidField, notFound } from '../kit/error.ts'
import type { OrderId } from '../kit/id.ts'
import type { Catalogue } from '../purchases/index.ts'
import { orderingContact } from './draft-order.ts'
import { holdEstimate, type KeptEstimate } from './estimates.store.ts'
import type { AskedBody, OrderBody } from './order-body.ts'

export interface OpenedEstimate {
  /** What was estimated, with what is sent beside it. */
  readonly asked: AskedBody
  readonly estimate: KeptEstimate | undefined
}

/** What an order asks for: what it says, and what was estimated under the id that it names. */
export async function openEstimate(
  work: Work,
  { id: _, estimation_id, ...sent }: OrderBody,
  { catalogue, id }: { readonly catalogue: Catalogue; readonly id: OrderId },
): Promise<OpenedEstimate> {
  if (estimation_id === undefined) return { asked: sent, estimate: undefined }
  const estimate = await holdEstimate(work, estimation_id)
  if (!estimate) throw notFound('order_estimate', estimation_id)
  const { contact, contact_id, account_id, ...said } = sent
  const who = { contact, contact_id, account_id }
  // Whose it is comes first: that one is over, or was placed, is told to nobody else.
  await requireSame(work, estimate, { who, catalogue })
  requireOpen(estimate, work.at)
  if (estimate.order !== undefined && estimate.order !== id) throw placedBefore(estimate)
  const { contact: _contact, account_id: _account, ...estimated } = estimate.asked
  return { asked: { ...estimated, contact_id: estimate.contact, ...said }, estimate }
}

function requireOpen({ id, expiresAt }: KeptEstimate, at: Date): void {
  if (expiresAt > at) return
  throw invalidField(
    'estimation_id',
    `${id}, which was good until ${expiresAt.toISOString()}`,
    'estimate the order again',
  )
}

export function placedBefore({ id, order }: KeptEstimate): Error {
  return AlreadyExists({
    parameters: ['estimation_id', id],
    detail: `estimation_id "${id}" was placed as the order ${order}; estimate the next one anew.`,
    fields: [{ path: 'estimation_id', code: 'taken', message: `estimation_id "${id}" was placed before` }],
  })
}

type Who = Pick<AskedBody, 'contact' | 'contact_id' | 'account_id'>

/** An estimate is its contact's: for anybody else there is none. */
export async function requireSame(
  work: Work,
  { id, contact }: KeptEstimate,
  { who, catalogue }: { readonly who: Who; readonly catalogue: Catalogue },
): Promise<void> {
  if (!Object.values(who).some((named) => named !== undefined)) return
  const named = await orderingContact(work, who, catalogue)
  const own = await orderingContact(work, { contact_id: contact }, catalogue)
  if (named !== own) throw notFound('order_estimate', id)
}
