import { type Route, route, streamRoute } from '../http/index.ts'
import {
  createEndpoint,
  deleteEndpoint,
  type EndpointAccess,
  getEndpoint,
  recoverEndpoint,
  rotateSecret,
  updateEndpoint,
  type WithSecret,
} from './change-endpoint.ts'
import type { SnapshotOf } from './event-body.ts'
import * as events from './events.api.ts'
import { listDeliveries, resendDelivery } from './list-deliveries.ts'
import { listEndpoints, showEndpoint } from './list-endpoints.ts'
import { getEvent, listEvents } from './list-events.ts'
import type { LiveEvents } from './live-events.ts'
import * as report from './report.api.ts'
import { getDelivery, reportWebhooks } from './report-tries.ts'
import { typesFor } from './types-for.ts'
import * as api from './webhooks.api.ts'

export interface WebhooksWiring extends EndpointAccess {
  readonly snapshotOf: SnapshotOf
  readonly liveEvents: LiveEvents
}

export function webhooksRoutes(wiring: WebhooksWiring): readonly Route[] {
  const { snapshotOf, liveEvents } = wiring
  return [
    route(api.createEndpoint, async (work, { body }) => showNew(await createEndpoint(work, body, wiring))),
    route(api.listEndpoints, (work, { query }) => listEndpoints(work, query)),
    route(api.getEndpoint, async (work, { params }) => showEndpoint(await getEndpoint(work, params.id))),
    route(api.updateEndpoint, async (work, { params, body }) =>
      showEndpoint(await updateEndpoint(work, { id: params.id, change: body }, wiring)),
    ),
    route(api.rotateSecret, async (work, { params }) => showNew(await rotateSecret(work, params.id, wiring))),
    route(api.deleteEndpoint, (work, { params }) => deleteEndpoint(work, params.id)),
    route(api.recoverEndpoint, (work, { params, body }) => recoverEndpoint(work, { id: params.id, ...body })),
    route(api.listDeliveries, (work, { query }) => listDeliveries(work, query)),
    route(report.getDelivery, (work, { params }) => getDelivery(work, params.id)),
    route(report.getReport, (work, { query }) => reportWebhooks(work, query)),
    route(api.resendDelivery, (work, { params }) => resendDelivery(work, params.id)),
    route(events.listEvents, (work, { query }) => listEvents(work, query, snapshotOf)),
    route(events.getEvent, (work, { params }) => getEvent(work, params.id, snapshotOf)),
    streamRoute(events.streamEvents, (reading, { type, ...query }) => ({
      pieces: liveEvents.follow(reading, { ...query, types: type && [type] }),
    })),
    streamRoute(events.streamChanges, (reading, { after }) => ({
      pieces: liveEvents.follow(reading, {
        after,
        types: typesFor(reading.actor),
        include_data: false,
        tellsChanges: true,
      }),
    })),
  ]
}

function showNew({ endpoint, secret }: WithSecret) {
  return { ...showEndpoint(endpoint), secret }
}
