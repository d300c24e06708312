import type { Work } from '../db/index.ts'
import { type ContactId, idOf, type OrderEstimateId, type OrderId } from '../kit/id.ts'
import { DAY, later } from '../kit/time.ts'
import { type AskedBody, askedBody } from './order-body.ts'

/** What an order was estimated on. */
export interface KeptEstimate {
  readonly id: OrderEstimateId
  readonly contact: ContactId
  readonly asked: AskedBody
  /** As which it was placed. */
  readonly order: OrderId | undefined
  readonly expiresAt: Date
}

// So long whoever comes too late is told so.
const KEPT_MS = DAY

/** The pin of a pass is not kept. Estimates of the business that are long over go. */
export async function keepEstimate(
  { db, actor, at }: Work,
  { id, contact, asked, expiresAt }: Omit<KeptEstimate, 'order'>,
): Promise<void> {
  await db
    .deleteFrom('order_estimates')
    .where('tenant', '=', actor.tenant)
    .where('expires_at', '<', later(at, -KEPT_MS))
    .execute()
  const { pass, ...rest } = asked
  const content = JSON.stringify({ ...rest, ...(pass && { pass: { code: pass.code } }) })
  await db
    .insertInto('order_estimates')
    .values({
      tenant: actor.tenant,
      id,
      contact_id: contact,
      content,
      created_at: at,
      expires_at: expiresAt,
    })
    .onConflict((known) => known.columns(['tenant', 'id']).doUpdateSet({ content, expires_at: expiresAt }))
    .execute()
}

/** Held until the work ends, so that one estimate is placed once. */
export async function holdEstimate({ db, actor }: Work, id: string): Promise<KeptEstimate | undefined> {
  const row = await db
    .selectFrom('order_estimates')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      id: idOf(row.id),
      contact: idOf(row.contact_id),
      asked: askedBody.parse(row.content),
      order: row.order_id === null ? undefined : idOf(row.order_id),
      expiresAt: row.expires_at,
    }
  )
}

export async function markPlaced({ db, actor }: Work, id: OrderEstimateId, order: OrderId): Promise<void> {
  await db
    .updateTable('order_estimates')
    .set({ order_id: order })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}
