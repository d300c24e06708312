import type { Work } from '../db/index.ts'
import { EVENTS_KEPT_MS } from '../events/index.ts'
import { Forbidden } from '../http/index.ts'
import { InvalidState, invalidField, notFound } from '../kit/error.ts'
import { newId, type WebhookEndpointId } from '../kit/id.ts'
import { seal } from '../kit/sealed.ts'
import { newSecret } from '../kit/sign.ts'
import { DAY, later } from '../kit/time.ts'
import { type Allowed, targetOf } from '../outgoing/index.ts'
import { recoverSince } from './deliveries.store.ts'
import {
  countEndpoints,
  findEndpoint,
  insertEndpoint,
  lockEndpoint,
  markDeleted,
  saveEndpoint,
} from './endpoints.store.ts'
import type { WebhookEndpoint } from './webhook-endpoint.ts'
import type { EndpointBody, EndpointChange, Recovery } from './webhooks.api.ts'

export interface EndpointAccess {
  readonly webhookKey: Uint8Array
  readonly webhooksAllowed: Allowed
}

/** An endpoint with the secret that is told this once. */
export interface WithSecret {
  readonly endpoint: WebhookEndpoint
  readonly secret: string
}

const FORMER_SIGNS_FOR_MS = DAY
const MOST_ENDPOINTS = 20

export async function createEndpoint(
  work: Work,
  body: EndpointBody,
  { webhookKey, webhooksAllowed }: EndpointAccess,
): Promise<WithSecret> {
  requireWholeBusiness(work)
  const { tenant, mode } = work.actor
  if ((await countEndpoints(work)) >= MOST_ENDPOINTS) {
    throw InvalidState({
      parameters: ['webhook_endpoint', String(MOST_ENDPOINTS)],
      detail: `A business has at most ${MOST_ENDPOINTS} webhook endpoints; delete one, or let one take more event types.`,
    })
  }
  const id = newId<WebhookEndpointId>()
  const { key, text } = newSecret()
  const endpoint: WebhookEndpoint = {
    tenant,
    id,
    url: targetOf(body.url, mode, webhooksAllowed),
    description: body.description ?? undefined,
    eventTypes: body.event_types ?? [],
    state: 'ENABLED',
    reason: undefined,
    secret: sealed(webhookKey, id, key),
    former: undefined,
    failingSince: undefined,
    createdAt: work.at,
    updatedAt: work.at,
  }
  await insertEndpoint(work, endpoint)
  return { endpoint, secret: text }
}

export async function updateEndpoint(
  work: Work,
  { id, change }: { readonly id: string; readonly change: EndpointChange },
  { webhooksAllowed }: EndpointAccess,
): Promise<WebhookEndpoint> {
  const before = await held(work, id)
  const { url, description, event_types, state } = change
  const after: WebhookEndpoint = {
    ...before,
    url: url === undefined ? before.url : targetOf(url, work.actor.mode, webhooksAllowed),
    description: description === undefined ? before.description : (description ?? undefined),
    eventTypes: event_types ?? before.eventTypes,
    ...(state !== undefined && state !== before.state
      ? { state, reason: undefined, failingSince: undefined }
      : {}),
    updatedAt: work.at,
  }
  await saveEndpoint(work, after)
  return after
}

export async function rotateSecret(
  work: Work,
  id: string,
  { webhookKey }: EndpointAccess,
): Promise<WithSecret> {
  const before = await held(work, id)
  const { key, text } = newSecret()
  const endpoint: WebhookEndpoint = {
    ...before,
    secret: sealed(webhookKey, before.id, key),
    former: { secret: before.secret, until: later(work.at, FORMER_SIGNS_FOR_MS) },
    updatedAt: work.at,
  }
  await saveEndpoint(work, endpoint)
  return { endpoint, secret: text }
}

export async function deleteEndpoint(work: Work, id: string): Promise<{ readonly id: string }> {
  const endpoint = await held(work, id)
  await markDeleted(work, endpoint.id)
  return { id: endpoint.id }
}

/** Answers how many deliveries begin again from their first try. */
export async function recoverEndpoint(
  work: Work,
  { id, since, include_delivered: withDelivered }: { readonly id: string } & Recovery,
): Promise<{ readonly id: string; readonly deliveries: number }> {
  const endpoint = await held(work, id)
  if (later(since, EVENTS_KEPT_MS) < work.at) {
    throw invalidField('since', since.toISOString(), 'events are kept for 30 days')
  }
  if (endpoint.state !== 'ENABLED') {
    throw InvalidState({
      parameters: ['webhook_endpoint', endpoint.state],
      detail: `The endpoint is ${endpoint.state}; enable it first.`,
    })
  }
  return { id: endpoint.id, deliveries: await recoverSince(work, endpoint, { since, withDelivered }) }
}

export async function getEndpoint(work: Work, id: string): Promise<WebhookEndpoint> {
  const endpoint = await findEndpoint(work, id)
  if (!endpoint) throw notFound('webhook_endpoint', id)
  return endpoint
}

async function held(work: Work, id: string): Promise<WebhookEndpoint> {
  requireWholeBusiness(work)
  const endpoint = await lockEndpoint(work, id)
  if (!endpoint) throw notFound('webhook_endpoint', id)
  return endpoint
}

function sealed(webhookKey: Uint8Array, id: WebhookEndpointId, key: Buffer): Buffer {
  return seal(webhookKey, id, { key: key.toString('base64') })
}

function requireWholeBusiness({ actor }: Work): void {
  if (actor.within === undefined) return
  throw Forbidden({
    parameters: ['webhook_endpoint'],
    detail: 'Events are of the whole business; a key of one merchant or venue cannot have them sent.',
  })
}
