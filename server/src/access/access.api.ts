import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { SCOPES } from '../kit/actor.ts'
import { InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { DAY, SECOND } from '../kit/time.ts'
import { KEY_KINDS } from './api-key.ts'

const MOST_OVERLAP_SECONDS = (30 * DAY) / SECOND
const scopes = z.array(z.enum(['*', ...SCOPES])).max(SCOPES.length + 1)

const apiKey = {
  id: z.string(),
  name: z.string(),
  kind: z.enum(KEY_KINDS),
  prefix: z.string(),
  last4: z.string(),
  scopes: z.array(z.string()).readonly(),
  organisation: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .meta({ description: 'The one merchant or venue that the key is for; null: the whole business.' }),
  created_on: wire.epoch,
  expires_on: wire.epoch.nullable(),
  revoked_on: wire.epoch.nullable(),
  rolled_to: z
    .string()
    .nullable()
    .meta({ description: 'The key that took its place; expires_on is then its own end.' }),
  last_used_on: wire.epoch.nullable().meta({ description: 'To about a minute.' }),
  last_used_from: z.string().nullable().meta({
    description: 'The address of that use; of a publishable key none is kept, as it would be a shopper’s.',
  }),
}
const apiKeyReply = z.object(apiKey)
export type ApiKeyReply = z.input<typeof apiKeyReply>

export const listApiKeys = endpoint({
  name: 'listApiKeys',
  method: 'GET',
  path: '/backoffice/v2/api_keys',
  tag: 'API keys',
  summary: 'List the keys, without their secrets',
  access: 'keys:read',
  effect: 'reads',
  query: z.strictObject(wire.listQuery),
  reply: wire.pageReply(apiKeyReply),
  errors: [InvalidValue],
})

export const getApiKey = endpoint({
  name: 'getApiKey',
  method: 'GET',
  path: '/backoffice/v2/api_keys/{id}',
  tag: 'API keys',
  summary: 'Read a key, without its secret',
  access: 'keys:read',
  effect: 'reads',
  params: wire.idParams,
  reply: apiKeyReply,
  errors: [InvalidValue, NotFound],
})

export const createApiKey = endpoint({
  name: 'createApiKey',
  method: 'POST',
  path: '/backoffice/v2/api_keys',
  tag: 'API keys',
  summary: 'Make a key of the mode of the caller',
  description: 'The key is in this answer and nowhere else. It may do at most what the caller may.',
  access: 'keys:write',
  effect: 'writes',
  body: z.strictObject({
    name: z.string().trim().min(1).max(100),
    kind: z.enum(KEY_KINDS).default('SECRET').meta({
      description: 'PUBLISHABLE keys stand in apps for everybody to read, so they have no scopes.',
    }),
    scopes: scopes.default([]),
    organisation: z.strictObject({ id: wire.identifier }).optional().meta({
      description: "For a till's key: the merchant or venue, by id or code, beyond which it sees nothing.",
    }),
    expires_on: wire.time.optional(),
  }),
  reply: z.object({ ...apiKey, key: z.string().nullable() }),
  toldOnce: ['key'],
  errors: [InvalidValue, RequiredField, NotFound, Forbidden, IdempotencyKeyReused],
})

export const rollApiKey = endpoint({
  name: 'rollApiKey',
  method: 'POST',
  path: '/backoffice/v2/api_keys/{id}/roll',
  tag: 'API keys',
  summary: 'Make a new key in the place of one',
  description:
    'The new one has the same name, scopes, organisation and end, and is told in this answer only. The old one works until the overlap ends, 0: not any more. A caller who may not do all that the key may cannot roll it.',
  access: 'keys:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({
    overlap_seconds: wire
      .integerFrom(0, MOST_OVERLAP_SECONDS)
      .default(DAY / SECOND)
      .meta({
        description: 'How long both work: a day unless it is said, at most 30 days.',
      }),
  }),
  reply: z.object({ ...apiKey, key: z.string().nullable(), replaced: apiKeyReply }),
  toldOnce: ['key'],
  errors: [InvalidValue, NotFound, Forbidden, InvalidState, IdempotencyKeyReused],
})

export const revokeApiKey = endpoint({
  name: 'revokeApiKey',
  method: 'DELETE',
  path: '/backoffice/v2/api_keys/{id}',
  tag: 'API keys',
  summary: 'Revoke a key for ever',
  description:
    'Refused from now on, on other processes of the server within two seconds. Again: the same answer.',
  access: 'keys:write',
  effect: 'writes',
  params: wire.idParams,
  reply: apiKeyReply,
  errors: [InvalidValue, NotFound],
})
