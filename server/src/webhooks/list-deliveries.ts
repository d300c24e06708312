import type { Work } from '../db/index.ts'
import { InvalidState, notFound } from '../kit/error.ts'
import { present } from '../kit/invariant.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import {
  countDeliveries,
  type Delivery,
  findDelivery,
  pageOfDeliveries,
  sendNow,
} from './deliveries.store.ts'
import { findEndpoint } from './endpoints.store.ts'
import { type ListQuery, requestOf } from './list-endpoints.ts'
import type { DeliveryState } from './webhook-endpoint.ts'
import type { DeliveryReply } from './webhooks.api.ts'

export async function listDeliveries(
  work: Work,
  query: ListQuery & {
    readonly webhook_endpoint_id?: string | undefined
    readonly event_id?: string | undefined
    readonly state?: DeliveryState | undefined
  },
): Promise<Page<DeliveryReply>> {
  const filter = { endpoint: query.webhook_endpoint_id, event: query.event_id, state: query.state }
  const rows = await pageOfDeliveries(work, filter, query)
  const total = query.include_total ? await countDeliveries(work, filter) : null
  return pageOf(requestOf(query), rows, showDelivery, total)
}

/** Begins again from the first try. A delivery that waits for its next try is tried now. */
export async function resendDelivery(work: Work, id: string): Promise<DeliveryReply> {
  const delivery = await findDelivery(work, id)
  if (!delivery) throw notFound('webhook_delivery', id)
  const endpoint = await findEndpoint(work, delivery.endpoint)
  if (endpoint?.state !== 'ENABLED') {
    throw InvalidState({
      parameters: ['webhook_endpoint', endpoint?.state ?? 'DELETED'],
      detail: `Its endpoint is ${endpoint?.state ?? 'deleted'}; only an enabled one is called.`,
    })
  }
  await sendNow(work, delivery.id)
  return showDelivery(present(await findDelivery(work, delivery.id), 'a delivery that was found stays'))
}

export function showDelivery(delivery: Delivery): DeliveryReply {
  const { event, nextAt } = delivery
  return {
    id: delivery.id,
    webhook_endpoint_id: delivery.endpoint,
    event: { id: event.id, type: event.type, entity_id: event.entity },
    state: delivery.state,
    attempts: delivery.attempts,
    next_attempt_on: nextAt ? epochSeconds(nextAt) : null,
    status: delivery.status ?? null,
    error: delivery.error ?? null,
    created_on: epochSeconds(delivery.createdAt),
    updated_on: epochSeconds(delivery.updatedAt),
  }
}
