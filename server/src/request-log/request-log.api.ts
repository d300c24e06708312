import { z } from 'zod'
import { endpoint, Forbidden, wire } from '../http/index.ts'
import { InvalidValue, NotFound } from '../kit/error.ts'

const tag = 'Request log'
const access = 'requests:read'
const path = '/backoffice/v2/request_log'
const OUTCOMES = ['SUCCEEDED', 'REFUSED'] as const

const request = z.object({
  id: z.string().meta({ description: 'As in the header Request-Id of its answer.' }),
  date: wire.epoch,
  by_kind: z.enum(['KEY', 'USER', 'CONTACT']),
  api_key_id: z.string().nullable(),
  operation: z.string().meta({ description: 'The name of the endpoint, as in this reference.' }),
  method: z.string(),
  path: z.string(),
  status: z.int(),
  milliseconds: z.int(),
  idempotent_replayed: z.boolean(),
  error: z.string().nullable(),
  fields: z
    .array(z.object({ path: z.string(), code: z.string() }))
    .meta({ description: 'Fields that were refused. A name that the API does not have is shown as “…”.' }),
  sent: z.array(z.string()).meta({
    description:
      'Names of the API that the request had, such as `contact.phone`, `products[].sku`, `?page`; never what was sent under them.',
  }),
})
export type RequestReply = z.input<typeof request>

export const listRequests = endpoint({
  name: 'listRequests',
  method: 'GET',
  path,
  tag,
  summary: 'List what keys asked and what they were answered, the newest first',
  description:
    'For whoever writes an integration. The last 5,000 requests that went well and as many that were refused, of at most seven days; of many at once some are kept. Requests of staff and of contacts are in it as far as they are told here, without who they are. No value that was sent is kept.',
  access,
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    date: wire.timeRange.optional(),
    outcome: z.enum(OUTCOMES).optional(),
    operation: z.string().min(1).max(100).optional(),
    api_key_id: wire.guid.optional(),
    error: z.string().min(1).max(100).optional(),
  }),
  reply: wire.pageReply(request),
  errors: [InvalidValue, Forbidden],
})

const requestWithGood = request.extend({
  last_good: request.nullable().meta({
    description: 'A request of the same endpoint that went well, to hold it against; null: none is kept.',
  }),
})
export type RequestWithGood = z.input<typeof requestWithGood>

export const getRequest = endpoint({
  name: 'getRequest',
  method: 'GET',
  path: `${path}/{id}`,
  tag,
  summary: 'Read one request by its id, and one of its kind that went well',
  access,
  effect: 'reads',
  params: wire.idParams,
  reply: requestWithGood,
  errors: [NotFound, Forbidden],
})

const report = z.object({
  from: wire.epoch,
  hours: z.array(
    z.object({
      hour: wire.epoch,
      requests: z.int(),
      refused: z.int(),
      mean_milliseconds: z.int(),
    }),
  ),
  refusals: z
    .array(
      z.object({
        operation: z.string(),
        method: z.string(),
        path: z.string(),
        status: z.int(),
        error: z.string().nullable(),
        requests: z.int(),
        last_date: wire.epoch,
        last_id: z.string(),
      }),
    )
    .meta({ description: 'Those that are kept, grouped; the one that came last first.' }),
})
export type RequestReport = z.input<typeof report>

export const getRequestReport = endpoint({
  name: 'getRequestReport',
  method: 'GET',
  path: '/backoffice/v2/reports/requests',
  tag,
  summary: 'Read how many requests came in each hour, and what was refused',
  access,
  effect: 'reads',
  query: z.strictObject({
    hours: wire.integerFrom(1, 168).default(24).meta({ description: 'How far back.' }),
  }),
  reply: report,
  errors: [InvalidValue, Forbidden],
})

const keyReport = z.object({
  from: wire.epoch,
  content: z
    .array(
      z.object({
        api_key_id: z.string(),
        requests: z.int(),
        refused: z.int(),
        by_hour: z
          .array(z.object({ hour: wire.epoch, requests: z.int(), refused: z.int() }))
          .meta({ description: 'Hours in which it asked something, the first first.' }),
      }),
    )
    .meta({ description: 'Keys that asked something; all that they asked is counted.' }),
})
export type KeyReport = z.input<typeof keyReport>

export const getKeyReport = endpoint({
  name: 'getKeyReport',
  method: 'GET',
  path: '/backoffice/v2/reports/keys',
  tag,
  summary: 'Read how much each key asked in each hour',
  access,
  effect: 'reads',
  query: z.strictObject({
    hours: wire.integerFrom(1, 168).default(24).meta({ description: 'How far back.' }),
  }),
  reply: keyReport,
  errors: [InvalidValue, Forbidden],
})
