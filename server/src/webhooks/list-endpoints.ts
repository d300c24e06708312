import type { Work } from '../db/index.ts'
import { type Page, type PageRequest, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { countEndpoints, pageOfEndpoints } from './endpoints.store.ts'
import type { WebhookEndpoint } from './webhook-endpoint.ts'
import type { EndpointReply } from './webhooks.api.ts'

export interface ListQuery {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
}

export async function listEndpoints(work: Work, query: ListQuery): Promise<Page<EndpointReply>> {
  const rows = await pageOfEndpoints(work, query)
  return pageOf(requestOf(query), rows, showEndpoint, query.include_total ? await countEndpoints(work) : null)
}

export function requestOf({ page, size, include_total }: ListQuery): PageRequest {
  return { page, size, includeTotal: include_total }
}

export function showEndpoint(endpoint: WebhookEndpoint): EndpointReply {
  const { failingSince } = endpoint
  return {
    id: endpoint.id,
    url: endpoint.url,
    description: endpoint.description ?? null,
    event_types: endpoint.eventTypes,
    state: endpoint.state,
    reason: endpoint.reason ?? null,
    failing_since: failingSince ? epochSeconds(failingSince) : null,
    created_on: epochSeconds(endpoint.createdAt),
    updated_on: epochSeconds(endpoint.updatedAt),
  }
}
