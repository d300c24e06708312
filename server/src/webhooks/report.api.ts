import { z } from 'zod'
import { endpoint, wire } from '../http/index.ts'
import { InvalidValue, NotFound } from '../kit/error.ts'
import { deliveryReply } from './webhooks.api.ts'

const header = z.object({ name: z.string(), value: z.string() })

const deliveryTry = z.object({
  id: z.string(),
  date: wire.epoch,
  url: z.string(),
  milliseconds: z.int().meta({ description: 'Until the answer was read, or given up.' }),
  taken: z.boolean().meta({ description: 'It was answered with 2xx.' }),
  status: z.int().nullable(),
  error: z.string().nullable(),
  request_headers: z.array(header).meta({
    description: 'As they were sent, but for the signature, which is kept nowhere.',
  }),
  answer_headers: z.array(header).meta({ description: 'Those that say what became of the call.' }),
  answer: z.string().nullable().meta({
    description:
      'The beginning of what was answered: 4,096 characters of a refusal, 1,024 otherwise. null: it spoke of a contact who was erased.',
  }),
  answer_is_whole: z.boolean(),
})

const fullDelivery = deliveryReply.extend({
  body: z.string().nullable().meta({
    description:
      'What is sent, the same on every try, as it was signed. null: it is not made yet, or a contact in it was erased.',
  }),
  tries: z
    .array(deliveryTry)
    .meta({ description: 'The first one first; each is kept for seven days, at most 50.' }),
})
export type FullDeliveryReply = z.input<typeof fullDelivery>

export const getDelivery = endpoint({
  name: 'getWebhookDelivery',
  method: 'GET',
  path: '/backoffice/v2/webhook_deliveries/{id}',
  tag: 'Webhooks',
  summary: 'Read a delivery: what is sent, and what each try was answered',
  access: 'webhooks:read',
  effect: 'reads',
  params: wire.idParams,
  reply: fullDelivery,
  errors: [NotFound],
})

const tries = {
  taken: z.int(),
  failed: z.int(),
  p95_milliseconds: z.int().meta({ description: 'So many milliseconds, or fewer, took 95 of 100 tries.' }),
}

const webhookReport = z.object({
  from: wire.epoch,
  content: z
    .array(
      z.object({
        webhook_endpoint_id: z.string(),
        ...tries,
        p95_milliseconds: tries.p95_milliseconds.nullable(),
        waiting: z.int().meta({ description: 'Deliveries that were not taken yet.' }),
        oldest_waiting_on: wire.epoch.nullable(),
        by_hour: z
          .array(z.object({ hour: wire.epoch, ...tries }))
          .meta({ description: 'Hours in which it was called, the first first.' }),
      }),
    )
    .meta({ description: 'Endpoints that were called, or for which something waits.' }),
})
export type WebhookReport = z.input<typeof webhookReport>

export const getReport = endpoint({
  name: 'getWebhookReport',
  method: 'GET',
  path: '/backoffice/v2/reports/webhooks',
  tag: 'Webhooks',
  summary: 'Read how calls of webhook endpoints ended, hour by hour, and what waits',
  description: 'Tries are counted, so a delivery that was taken at the third is two failed and one taken.',
  access: 'webhooks:read',
  effect: 'reads',
  query: z.strictObject({
    hours: wire.integerFrom(1, 168).default(24).meta({ description: 'How far back.' }),
    webhook_endpoint_id: wire.guid.optional(),
  }),
  reply: webhookReport,
  errors: [InvalidValue],
})
